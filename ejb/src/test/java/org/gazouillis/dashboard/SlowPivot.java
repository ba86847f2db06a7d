package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gazouillis.engage.Engagement;
import org.gazouillis.kernel.StatusId;

import static java.util.Objects.requireNonNull;

/// Counts a cell from the raw events, one by one, with plain sets: it knows nothing of roll-ups.
final class SlowPivot {
    /// Where a post belongs.
    record Post(
            String brand,
            String account,
            ZoneId zone,
            String campaign,
            String author,
            List<String> tags,
            String lang,
            String media) {}

    private final Map<StatusId, Post> posts;
    private final List<Engagement> events = new ArrayList<>();

    SlowPivot(Map<StatusId, Post> posts) {
        this.posts = posts;
    }

    void add(Engagement event) {
        events.add(event);
    }

    /// @param keys of each dimension that is asked about, the key of the cell
    String count(Instant from, Instant to, Map<Axis, String> keys) {
        long views = 0;
        long engagements = 0;
        Set<Integer> people = new HashSet<>();
        Set<Integer> anonymous = new HashSet<>();
        Set<Integer> engaged = new HashSet<>();
        for (Engagement event : events) {
            if (event.at().isBefore(from) || !event.at().isBefore(to) || !isIn(event, keys)) {
                continue;
            }
            switch (event) {
                case Engagement.View view -> {
                    views++;
                    (view.by().anonymous() ? anonymous : people).add(view.by().number());
                }
                case Engagement.Withdrawal _ -> engagements--;
                default -> {
                    engagements++;
                    engaged.add(event.by().number());
                }
            }
        }
        return views + " views, " + people.size() + " people, " + anonymous.size() + " anonymous, " + engagements
                + " engagements by " + engaged.size();
    }

    private boolean isIn(Engagement event, Map<Axis, String> keys) {
        StatusId status = status(event);
        Post post = requireNonNull(posts.get(status));
        ZonedDateTime local = event.at().atZone(post.zone());
        return keys.entrySet().stream()
                .allMatch(wanted -> of(wanted.getKey(), status, post, local).contains(wanted.getValue()));
    }

    private static List<String> of(Axis axis, StatusId status, Post post, ZonedDateTime local) {
        return switch (axis) {
            case BRAND -> List.of(post.brand());
            case CAMPAIGN -> List.of(post.campaign());
            case ACCOUNT -> List.of(post.account());
            case HASHTAG -> post.tags();
            case LANGUAGE -> List.of(post.lang());
            case MEDIA -> List.of(post.media());
            case AUTHOR -> List.of(post.author());
            case STATUS -> List.of(status.toString());
            case HOUR -> List.of(text(local, "yyyy-MM-dd'T'HH:00xxx"));
            case DAY -> List.of(text(local, "yyyy-MM-dd"));
            case WEEK -> List.of(text(local.minusDays(local.getDayOfWeek().ordinal()), "yyyy-MM-dd"));
            case MONTH -> List.of(text(local, "yyyy-MM"));
            case WEEKDAY -> List.of(text(local, "e"));
            case HOUR_OF_DAY -> List.of(text(local, "HH"));
            case HOUR_OF_WEEK -> List.of(text(local, "e-HH"));
        };
    }

    /// In France a week begins on Monday.
    private static String text(ZonedDateTime local, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.FRANCE).format(local);
    }

    private static StatusId status(Engagement event) {
        return switch (event) {
            case Engagement.View view -> view.status();
            case Engagement.Like like -> like.status();
            case Engagement.Withdrawal back -> status(back.act());
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
