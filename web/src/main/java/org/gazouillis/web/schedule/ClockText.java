package org.gazouillis.web.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.gazouillis.web.i18n.LocalFormat;

/// Instants by the clock of a zone, in the reader's language.
final class ClockText {
    private ClockText() {}

    /// "Monday, 23 November 2026, 09:30" in its language.
    static String of(Instant at, ZoneId zone, Locale locale) {
        return LocalFormat.dateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
