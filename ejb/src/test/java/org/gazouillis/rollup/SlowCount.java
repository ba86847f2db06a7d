package org.gazouillis.rollup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.Person;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// Counts what happened one by one, in plain Java and with plain sets: the figures that the roll-up must equal.
final class SlowCount {
    /// Where a status belongs.
    record Home(
            long brand, long account, ZoneId zone, @Nullable Long campaign, List<String> tags) {}

    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    private final Map<StatusId, Home> homes;
    private final TreeMap<String, Cell> cells = new TreeMap<>();

    SlowCount(Map<StatusId, Home> homes) {
        this.homes = homes;
    }

    void count(Engagement engagement) {
        StatusId status = status(engagement);
        for (String cell : cellsOf(status, null, engagement.at())) {
            cells.computeIfAbsent(cell, key -> new Cell()).count(engagement);
        }
    }

    void countClick(StatusId status, long link, Instant at) {
        for (String cell : cellsOf(status, link, at)) {
            cells.computeIfAbsent(cell, key -> new Cell()).add("clicks", 1);
        }
    }

    /// One line per cell: key, then views, anonymous views, likes, reposts, replies, quotes, clicks, removed reports,
    /// profile and hashtag clicks, detail expands, media engagements, follows from statuses, bookmarks; reach,
    /// anonymous reach, engaged people.
    List<String> lines() {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + " = " + cell.getValue())
                .toList();
    }

    private List<String> cellsOf(StatusId status, @Nullable Long link, Instant at) {
        Home home = java.util.Objects.requireNonNull(homes.get(status));
        List<String> subjects = new ArrayList<>(List.of(
                "BRAND " + home.brand() + " " + home.brand(),
                "ACCOUNT " + home.brand() + " " + home.account(),
                "STATUS " + home.brand() + " " + status));
        if (home.campaign() != null) {
            subjects.add("CAMPAIGN " + home.brand() + " " + home.campaign());
        }
        if (link != null) {
            subjects.add("LINK " + home.brand() + " " + link);
        }
        home.tags().forEach(tag -> subjects.add("HASHTAG " + home.brand() + " " + tag));
        Instant quarter = Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), QUARTER) * QUARTER);
        String day = at.atZone(home.zone()).toLocalDate().toString();
        List<String> keys = new ArrayList<>(List.of("status " + status));
        subjects.forEach(subject -> keys.add("quarter " + subject + " " + quarter));
        subjects.forEach(subject -> keys.add("day " + subject + " " + day));
        return keys;
    }

    private static StatusId status(Engagement engagement) {
        return switch (engagement) {
            case Engagement.Reported reported -> reported.status();
            case Engagement.Removed removed -> removed.status();
            case Engagement.Bookmark bookmark -> bookmark.status();
            case Engagement.Like like -> like.status();
            case Engagement.Repost repost -> repost.status();
            case Engagement.Reply reply -> reply.status();
            case Engagement.Quote quote -> quote.status();
            case Engagement.Withdrawal back -> status(back.act());
            case Engagement.Follow follow -> java.util.Objects.requireNonNull(follow.from());
        };
    }

    private static final class Cell {
        private final Map<String, Integer> counts = new HashMap<>();
        private final Set<Person> viewers = new HashSet<>();
        private final Set<Person> engaged = new HashSet<>();

        void count(Engagement engagement) {
            switch (engagement) {
                case Engagement.View view -> {
                    add("views", 1);
                    add("anonymous", view.by().anonymous() ? 1 : 0);
                    viewers.add(view.by());
                }
                case Engagement.Opening opening -> {
                    add(opening.what().name(), 1);
                    engaged.add(opening.by());
                }
                case Engagement.Removed removed -> add("removed", 1);
                case Engagement.Bookmark bookmark -> add("Bookmark", 1);
                case Engagement.Withdrawal back -> add(back.act().getClass().getSimpleName(), -1);
                default -> {
                    add(engagement.getClass().getSimpleName(), 1);
                    engaged.add(engagement.by());
                }
            }
        }

        private void add(String what, int number) {
            counts.merge(what, number, Integer::sum);
        }

        private int get(String what) {
            return counts.getOrDefault(what, 0);
        }

        private static long known(Set<Person> people) {
            return people.stream().filter(person -> !person.anonymous()).count();
        }

        @Override
        public String toString() {
            String counted = Stream.of(
                            "views",
                            "anonymous",
                            "Like",
                            "Repost",
                            "Reply",
                            "Quote",
                            "clicks",
                            "removed",
                            "PROFILE",
                            "HASHTAG",
                            "DETAIL",
                            "MEDIA",
                            "Follow",
                            "Bookmark")
                    .map(what -> String.valueOf(get(what)))
                    .collect(Collectors.joining(" "));
            return counted + " " + known(viewers) + " " + (viewers.size() - known(viewers)) + " " + known(engaged);
        }
    }
}
