package org.gazouillis.engage;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What readers' pages report, named as it stands in the column `kind`. The order stands in journals: new ones come
/// last.
public enum ReportKind {
    VIEW(ViewRules.ONCE_PER, true),
    PROFILE_CLICK(OpeningRules.ONCE_PER, false),
    HASHTAG_CLICK(OpeningRules.ONCE_PER, false),
    DETAIL_EXPAND(OpeningRules.ONCE_PER, false),
    MEDIA_ENGAGEMENT(OpeningRules.ONCE_PER, false);

    /// The longest of all.
    static final Duration LONGEST = ViewRules.ONCE_PER;

    private static final ReportKind[] ALL = values();

    private final long oncePerMicros;
    private final boolean moved;

    ReportKind(Duration oncePer, boolean moved) {
        this.oncePerMicros = oncePer.toNanos() / 1_000;
        this.moved = moved;
    }

    static ReportKind of(int ordinal) {
        return ALL[ordinal];
    }

    static String[] names() {
        return Arrays.stream(ALL).map(ReportKind::name).toArray(String[]::new);
    }

    /// How long after one that counted the next of the same person and status may count.
    long oncePerMicros() {
        return oncePerMicros;
    }

    /// When what was received then happened; null when it is too late to count. A late view is moved instead.
    @Nullable
    Instant time(@Nullable Instant told, Instant received) {
        if (told == null || told.isAfter(received)) {
            return received;
        }
        Instant oldest = received.minus(ViewRules.OLDEST);
        if (!told.isBefore(oldest)) {
            return told;
        }
        return moved ? oldest : null;
    }
}
