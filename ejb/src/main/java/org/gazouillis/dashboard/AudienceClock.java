package org.gazouillis.dashboard;

import java.time.ZoneId;
import java.util.List;

/// When a brand's readers are there, told from when its posts were seen.
///
/// A post is seen most right after it went out, whenever that was. So what came in an hour of the week is divided
/// by what posts of the same age get in an average hour: indirect standardisation, as death rates of towns are
/// compared whose people differ in age (Breslow and Day, Statistical Methods in Cancer Research II, 1987, chapter
/// 2). Each post weighs the same, whatever it reached. Neighbouring hours and like days lend to each other
/// ([WeekHour#likeness]), and an hour of which little is known is held near the average by [#PRIOR_POSTS] that
/// never were.
final class AudienceClock {
    private static final double PRIOR_POSTS = 1;

    /// The share of its people that comes in each hour after a post.
    private final double[] wane;
    /// By hour of the week; 1 is an average hour.
    private final double[] presence;

    private AudienceClock(double[] wane, double[] presence) {
        this.wane = wane;
        this.presence = presence;
    }

    static AudienceClock of(List<PastReach> posts, ZoneId zone) {
        double[] wane = wane(posts);
        double[] came = new double[WeekHour.COUNT];
        double[] usual = new double[WeekHour.COUNT];
        for (PastReach post : posts) {
            long people = post.people();
            WeekHour first = WeekHour.of(post.at(), zone);
            for (int age = 0; people > 0 && age < PastReach.HOURS; age++) {
                int hour = first.after(age).number();
                came[hour] += post.fresh().get(age) / (double) people;
                usual[hour] += wane[age];
            }
        }
        return new AudienceClock(wane, smoothed(came, usual));
    }

    private static double[] wane(List<PastReach> posts) {
        double[] sums = new double[PastReach.HOURS];
        long seen = posts.stream().filter(post -> post.people() > 0).count();
        for (PastReach post : posts) {
            long people = post.people();
            for (int age = 0; people > 0 && age < PastReach.HOURS; age++) {
                sums[age] += post.fresh().get(age) / (double) people / seen;
            }
        }
        return sums;
    }

    private static double[] smoothed(double[] came, double[] usual) {
        double[] presence = new double[WeekHour.COUNT];
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            double above = PRIOR_POSTS;
            double below = PRIOR_POSTS;
            for (int other = 0; other < WeekHour.COUNT; other++) {
                double likeness = new WeekHour(hour).likeness(new WeekHour(other));
                above += likeness * came[other];
                below += likeness * usual[other];
            }
            presence[hour] = above / below;
        }
        return presence;
    }

    /// How many times as many people as in average hours are there for a post of this hour, as a logarithm: the
    /// hours of its first day count as much as they usually bring.
    double pull(WeekHour hour) {
        double sum = 0;
        double weight = 0;
        for (int age = 0; age < PastReach.HOURS; age++) {
            sum += wane[age] * presence[hour.after(age).number()];
            weight += wane[age];
        }
        return weight == 0 ? 0 : Math.log(sum / weight);
    }
}
