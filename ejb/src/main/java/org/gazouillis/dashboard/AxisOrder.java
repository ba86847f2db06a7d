package org.gazouillis.dashboard;

import java.time.OffsetDateTime;
import java.util.Comparator;

/// The order of time among the keys of an [Axis] of time.
final class AxisOrder {
    private static final Comparator<String> TEXT = Comparator.naturalOrder();
    private static final String HOUR = "\\d{4}-\\d{2}-\\d{2}T.*";

    private AxisOrder() {}

    /// All but hours of days are written so that their texts are in order; an hour that comes twice is not.
    static int inTime(String one, String other) {
        return one.matches(HOUR) && other.matches(HOUR)
                ? Comparator.comparing(OffsetDateTime::toInstant)
                        .compare(OffsetDateTime.parse(one), OffsetDateTime.parse(other))
                : TEXT.compare(one, other);
    }
}
