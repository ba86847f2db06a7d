package org.gazouillis.compose;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// A quiet period that somebody wants: either from one local time to another, or weekly.
///
/// @param brand null means the whole workspace, whose owner alone may silence it
public record QuietWish(
        @Nullable BrandId brand,
        String name,
        ZoneId zone,
        @Nullable LocalDateTime startsAt,
        @Nullable LocalDateTime endsAt,
        @Nullable List<Integer> days,
        @Nullable LocalTime fromTime,
        @Nullable LocalTime toTime,
        QuietRule rule) {
    private static final int LONGEST_NAME = 80;
    private static final int DAYS = 7;

    public QuietWish {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new QuietNotPlausible("A quiet period needs a name of 1 to " + LONGEST_NAME + " characters.");
        }
        boolean once = startsAt != null && endsAt != null && days == null && fromTime == null && toTime == null;
        boolean weekly = startsAt == null && endsAt == null && days != null && fromTime != null && toTime != null;
        if (!once && !weekly) {
            throw new QuietNotPlausible(
                    "Give either \"startsAt\" and \"endsAt\", or \"days\", \"fromTime\" and \"toTime\".");
        }
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new QuietNotPlausible("The quiet period ends on " + endsAt + ", not after it starts on " + startsAt
                    + ". Swap the two or correct one.");
        }
        if (days != null) {
            days = List.copyOf(new java.util.TreeSet<>(days));
            if (days.isEmpty() || days.getFirst() < 1 || days.getLast() > DAYS) {
                throw new QuietNotPlausible("Give one or more days of the week, from 1 for Monday to 7 for Sunday.");
            }
        }
    }

    public static QuietWish once(
            @Nullable BrandId brand,
            String name,
            ZoneId zone,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            QuietRule rule) {
        return new QuietWish(brand, name, zone, startsAt, endsAt, null, null, null, rule);
    }

    public static QuietWish weekly(
            @Nullable BrandId brand,
            String name,
            ZoneId zone,
            List<Integer> days,
            LocalTime fromTime,
            LocalTime toTime,
            QuietRule rule) {
        return new QuietWish(brand, name, zone, null, null, days, fromTime, toTime, rule);
    }
}
