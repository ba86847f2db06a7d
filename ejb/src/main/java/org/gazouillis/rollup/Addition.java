package org.gazouillis.rollup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What some engagements add to one cell: to its counts, and to its three sets of people.
final class Addition {
    /// Of accounts, and of no single status.
    static final List<String> FOLLOWERS = List.of("follows", "unfollows");

    static final List<String> COUNTS =
            Stream.concat(Tally.COLUMNS.stream(), FOLLOWERS.stream()).toList();

    /// By kind the count that it raises, and that its withdrawal (`UN…`) lowers.
    private static final Map<String, Integer> RAISED = Map.ofEntries(
            raised("VIEW", "views"),
            raised("CLICK", "clicks"),
            raised("LIKE", "likes"),
            raised("REPOST", "reposts"),
            raised("REPLY", "replies"),
            raised("QUOTE", "quotes"),
            raised("BOOKMARK", "bookmarks"),
            raised("REMOVED", "removed"),
            raised("PROFILE_CLICK", "profile_clicks"),
            raised("HASHTAG_CLICK", "hashtag_clicks"),
            raised("DETAIL_EXPAND", "detail_expands"),
            raised("MEDIA_ENGAGEMENT", "media_engagements"));
    /// Of people who are told apart; clicks on links are anonymous.
    private static final Set<String> ENGAGING = Set.of(
            "LIKE", "REPOST", "REPLY", "QUOTE", "PROFILE_CLICK", "HASHTAG_CLICK", "DETAIL_EXPAND", "MEDIA_ENGAGEMENT");

    private static final int ANONYMOUS_VIEWS = COUNTS.indexOf("anonymous_views");
    private static final int STATUS_FOLLOWS = COUNTS.indexOf("status_follows");
    private static final int FOLLOWS = COUNTS.indexOf("follows");
    private static final int UNFOLLOWS = COUNTS.indexOf("unfollows");

    private final int[] counts = new int[COUNTS.size()];
    private @Nullable Joining people;
    private @Nullable Joining anonymous;
    private @Nullable Joining engaged;

    private static Map.Entry<String, Integer> raised(String kind, String count) {
        return Map.entry(kind, COUNTS.indexOf(count));
    }

    /// @throws IllegalArgumentException of a kind that nobody told how to count
    void add(Fact fact) {
        switch (fact.kind()) {
            case "VIEW" -> view(fact);
            case "FOLLOW", "UNFOLLOW" -> follow(fact);
            default -> act(fact);
        }
    }

    private void view(Fact fact) {
        act(fact);
        if (fact.anonymous()) {
            counts[ANONYMOUS_VIEWS]++;
            anonymous = with(anonymous, fact.person());
        } else {
            people = with(people, fact.person());
        }
    }

    private void follow(Fact fact) {
        boolean gained = fact.kind().equals("FOLLOW");
        counts[gained ? FOLLOWS : UNFOLLOWS]++;
        if (fact.status() != 0) {
            counts[STATUS_FOLLOWS] += gained ? 1 : -1;
            if (gained) {
                engage(fact);
            }
        }
    }

    private void act(Fact fact) {
        String kind = fact.kind();
        Integer count = RAISED.get(kind);
        if (count != null) {
            counts[count]++;
        } else if (kind.startsWith("UN") && RAISED.get(kind.substring(2)) instanceof Integer lowered) {
            counts[lowered]--;
        } else {
            throw new IllegalArgumentException("Nobody told how to count " + kind);
        }
        if (ENGAGING.contains(kind)) {
            engage(fact);
        }
    }

    private void engage(Fact fact) {
        if (!fact.anonymous()) {
            engaged = with(engaged, fact.person());
        }
    }

    private static Joining with(@Nullable Joining known, int person) {
        Joining people = known == null ? new Joining() : known;
        people.add(person);
        return people;
    }

    /// Whether anybody joins a set of people.
    boolean hasPeople() {
        return people != null || anonymous != null || engaged != null;
    }

    /// Unites those who join with those who are stored.
    ///
    /// @param known          of each set what is stored; null where nothing is
    /// @param mostExactBytes above which a set becomes a sketch
    void join(Known known, int mostExactBytes) {
        unite(people, known.people(), mostExactBytes);
        unite(anonymous, known.anonymous(), mostExactBytes);
        unite(engaged, known.engaged(), mostExactBytes);
    }

    /// The stored sets of a cell.
    record Known(byte @Nullable [] people, byte @Nullable [] anonymous, byte @Nullable [] engaged) {
        static final Known NOBODY = new Known(null, null, null);
    }

    private static void unite(@Nullable Joining joining, byte @Nullable [] known, int mostExactBytes) {
        if (joining != null) {
            joining.unite(known, mostExactBytes);
        }
    }

    /// @param index of [#COUNTS]
    int count(int index) {
        return counts[index];
    }

    /// Null when nobody joins; so with the two others.
    @Nullable
    Joining people() {
        return people;
    }

    @Nullable
    Joining anonymous() {
        return anonymous;
    }

    @Nullable
    Joining engaged() {
        return engaged;
    }
}
