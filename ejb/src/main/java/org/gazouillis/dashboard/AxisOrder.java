package org.gazouillis.dashboard;

import java.time.OffsetDateTime;
import java.util.Comparator;

/// The order of time among the keys of an [Axis] of time.
final class AxisOrder {
    private static final Comparator<String> TEXT = Comparator.naturalOrder();
    private static final int LENGTH_OF_DAY = "2026-11-23".length();

    private AxisOrder() {}

    /// All but hours of days are written so that their texts are in order; an hour that comes twice is not.
    static int inTime(String one, String other) {
        return isHour(one) && isHour(other)
                ? Comparator.comparing(OffsetDateTime::toInstant)
                        .compare(OffsetDateTime.parse(one), OffsetDateTime.parse(other))
                : TEXT.compare(one, other);
    }

    private static boolean isHour(String key) {
        return key.length() > LENGTH_OF_DAY && key.charAt(LENGTH_OF_DAY) == 'T';
    }
}
