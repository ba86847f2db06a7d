package org.gazouillis.web.i18n;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates and times as a language writes them. The reader's language is given by `withLocale`; the server's own never
/// shows, which is what the JDK's `ofLocalizedDate` would begin with.
public final class LocalFormat {
    private LocalFormat() {}

    public static DateTimeFormatter date(FormatStyle style) {
        return format(style, null);
    }

    public static DateTimeFormatter time(FormatStyle style) {
        return format(null, style);
    }

    public static DateTimeFormatter dateTime(FormatStyle date, FormatStyle time) {
        return format(date, time);
    }

    private static DateTimeFormatter format(@Nullable FormatStyle date, @Nullable FormatStyle time) {
        return new DateTimeFormatterBuilder().appendLocalized(date, time).toFormatter(Locale.ROOT);
    }
}
