package org.gazouillis.dashboard;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.rollup.Crowd;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;

/// The 168 hours of a week with the posts that went out in each.
///
/// @param posts how many posts there are in all
/// @param rate  their pooled engagement rate
/// @param hours Monday 0 o'clock first, none left out
public record HoursOfWeek(Period period, int posts, Figure rate, List<Hour> hours) {
    public static final int HOURS = 24;
    /// Below this many posts there is no telling.
    public static final int FEWEST_POSTS = 40;
    /// With fewer posts an hour is not told from chance.
    public static final int FEWEST_IN_AN_HOUR = Resampling.FEWEST_POSTS;

    private static final int DRAWS = 4_999;

    public HoursOfWeek {
        hours = List.copyOf(hours);
    }

    public record Slot(DayOfWeek day, int hour) {}

    /// @param rate   pooled engagement rate of the hour's posts
    /// @param change against all posts; too few posts have no interval
    public record Hour(Slot slot, int posts, Figure rate, Change change) {}

    static HoursOfWeek of(Period period, List<PostTallies.Row> posts) {
        Map<Slot, List<Tally>> bySlot = new HashMap<>();
        for (PostTallies.Row post : posts) {
            ZonedDateTime local = post.createdAt().atZone(period.zone());
            bySlot.computeIfAbsent(new Slot(local.getDayOfWeek(), local.getHour()), each -> new ArrayList<>())
                    .add(post.tally());
        }
        Figure all = rate(posts.stream().map(PostTallies.Row::tally).toList());
        Number fixed = posts.size() < FEWEST_POSTS ? null : all.value();
        double errorRate = Change.ERROR_RATE / Math.max(1, judged(bySlot));
        List<Hour> hours = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < HOURS; hour++) {
                Slot slot = new Slot(day, hour);
                List<Tally> own = bySlot.getOrDefault(slot, List.of());
                Change change = fixed == null
                        ? Change.without(Change.Ground.TOO_FEW)
                        : Resampling.of(own, DRAWS, 0)
                                .difference(Measure.ENGAGEMENT_RATE, fixed.doubleValue(), errorRate);
                hours.add(new Hour(slot, own.size(), rate(own), change));
            }
        }
        return new HoursOfWeek(period, posts.size(), all, hours);
    }

    /// Many hours are judged at once, and some would stand out by mere chance: the error is shared among them
    /// (Bonferroni).
    private static long judged(Map<Slot, List<Tally>> bySlot) {
        return bySlot.values().stream()
                .filter(own -> own.size() >= Resampling.FEWEST_POSTS)
                .count();
    }

    private static Figure rate(List<Tally> posts) {
        Tally sum = Tally.sum(posts);
        return Measure.ENGAGEMENT_RATE.of(new Totals(sum, Crowd.NOBODY, posts.size(), null));
    }

    /// Whether any hour has posts enough to be told from chance.
    public boolean isEnough() {
        return hours.stream().anyMatch(hour -> hour.change().ground() == Change.Ground.POSTS);
    }

    /// Hours whose posts did surely better than all posts, the best first.
    public List<Hour> best() {
        return hours.stream()
                .filter(hour -> hour.change().direction() > 0)
                .sorted(Comparator.comparingDouble((Hour hour) -> value(hour.rate()))
                        .reversed())
                .toList();
    }

    private static double value(Figure figure) {
        Number value = figure.value();
        return value == null ? 0 : value.doubleValue();
    }
}
