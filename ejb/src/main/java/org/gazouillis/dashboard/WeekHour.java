package org.gazouillis.dashboard;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;

/// One of the 168 hours of a week of the brand's clock.
///
/// @param number Monday 0 o'clock is 0
record WeekHour(int number) {
    static final int COUNT = 7 * HoursOfWeek.HOURS;
    private static final int FIRST_OF_WEEKEND = 5;
    /// As far as this the clock counts as the same time of the day.
    private static final int NEAR = 2;
    /// Standard deviation in hours of the bell by which neighbours on the clock tell of each other.
    private static final double WIDTH = 1;
    /// What an hour of another day tells: another workday of a workday, and a workday of the weekend.
    private static final double LIKE_DAY = 0.5;

    private static final double UNLIKE_DAY = 0.1;
    private static final double[] LIKENESS = likenesses();

    static WeekHour of(LocalDateTime local) {
        return new WeekHour((local.getDayOfWeek().getValue() - 1) * HoursOfWeek.HOURS + local.getHour());
    }

    static WeekHour of(Instant at, ZoneId zone) {
        return of(LocalDateTime.ofInstant(at, zone));
    }

    WeekHour after(int hours) {
        return new WeekHour((number + hours) % COUNT);
    }

    /// How much the other hour tells of this one, from 0 to 1: the kernel of all smoothing over the week.
    double likeness(WeekHour other) {
        return LIKENESS[number * COUNT + other.number];
    }

    private static double[] likenesses() {
        return IntStream.range(0, COUNT * COUNT)
                .mapToDouble(pair -> new WeekHour(pair / COUNT).bell(new WeekHour(pair % COUNT)))
                .toArray();
    }

    private double bell(WeekHour other) {
        double away = clockAway(other) / WIDTH;
        double day = day() == other.day() ? 1 : isWeekend() == other.isWeekend() ? LIKE_DAY : UNLIKE_DAY;
        return day * Math.exp(-away * away / 2);
    }

    /// Whether the other is about the same time of a day of the same kind.
    boolean isNear(WeekHour other) {
        return isWeekend() == other.isWeekend() && clockAway(other) <= NEAR;
    }

    private int clockAway(WeekHour other) {
        int apart = Math.abs(number - other.number) % HoursOfWeek.HOURS;
        return Math.min(apart, HoursOfWeek.HOURS - apart);
    }

    private int day() {
        return number / HoursOfWeek.HOURS;
    }

    private boolean isWeekend() {
        return day() >= FIRST_OF_WEEKEND;
    }
}
