package org.gazouillis.intake.bulk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;
import org.gazouillis.intake.BulkRule;
import org.gazouillis.intake.BulkWish;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.schedule.ZoneNotKnown;
import org.jspecify.annotations.Nullable;

/// Reads when a row is to go out: day and time from one cell or from two, in the row's zone, the file's, or the
/// brand's.
public final class Clockface {
    private final ZoneId zone;
    private final DayReader days;
    private final @Nullable DateTimeFormatter pattern;
    private final boolean patternHasTime;

    /// @param zone  of rows that name none
    /// @param order what the column of dates tells
    /// @param said  a date format as [BulkWish] has it, null for none
    public Clockface(ZoneId zone, ColumnOrder order, @Nullable String said) {
        this.zone = zone;
        var written =
                said == null || Set.of(BulkWish.DAY_FIRST, BulkWish.MONTH_FIRST).contains(said) ? null : said;
        days = new DayReader(order, written == null ? said : null);
        pattern = written == null ? null : strict(written);
        patternHasTime = written != null && (written.indexOf('H') >= 0 || written.indexOf('h') >= 0);
    }

    /// @param date the cell with the day, and maybe the time
    /// @param time the cell with the time; null when the file has no such column
    /// @throws CellRefused when it cannot be read for certain
    PublishTime read(Cell date, @Nullable Cell time, @Nullable Cell zoneCell) {
        if (date.isBlank()) {
            throw new CellRefused(date.column(), "", BulkRule.TIME_MISSING, "The row does not say when it goes out.");
        }
        ZoneId rowZone = zone(zoneCell);
        if (pattern != null) {
            return byPattern(pattern, date, time, rowZone);
        }
        var day = days.read(date.column(), date.text());
        var read = time == null || time.isBlank() || !day.rest().isEmpty()
                ? TimeReader.read(date.column(), date.text(), day.rest())
                : TimeReader.read(time.column(), time.text(), time.text());
        return resolved(day.date().atTime(read.time()), read.offset(), rowZone);
    }

    private PublishTime byPattern(DateTimeFormatter format, Cell date, @Nullable Cell time, ZoneId rowZone) {
        var text = patternHasTime && time != null ? date.text() + " " + time.text() : date.text();
        TemporalAccessor parsed;
        try {
            parsed = format.parse(text.strip());
        } catch (DateTimeException doesNotFit) {
            throw new CellRefused(
                    date.column(), text, BulkRule.DATE_UNREADABLE, "This does not fit the format that was given.");
        }
        var clock = parsed.query(TemporalQueries.localTime());
        if (clock != null) {
            var offset = parsed.isSupported(ChronoField.OFFSET_SECONDS) ? parsed.query(TemporalQueries.offset()) : null;
            return resolved(LocalDate.from(parsed).atTime(clock), offset, rowZone);
        }
        var read = TimeReader.read(
                time == null ? date.column() : time.column(),
                time == null ? date.text() : time.text(),
                time == null ? "" : time.text());
        return resolved(LocalDate.from(parsed).atTime(read.time()), read.offset(), rowZone);
    }

    /// With an offset the instant is meant, and the zone only words it.
    private static PublishTime resolved(LocalDateTime local, @Nullable ZoneId offset, ZoneId rowZone) {
        return offset == null
                ? PublishTime.of(local, rowZone, GapRule.EARLIER_OFFSET)
                : new PublishTime(
                        DueTime.exactly(ZonedDateTime.of(local, offset).toInstant(), rowZone), Optional.empty());
    }

    private ZoneId zone(@Nullable Cell cell) {
        if (cell == null || cell.isBlank()) {
            return zone;
        }
        try {
            return PublishTime.zone(cell.text());
        } catch (ZoneNotKnown unknown) {
            throw new CellRefused(
                    cell.column(),
                    cell.text(),
                    BulkRule.ZONE_UNKNOWN,
                    Objects.requireNonNullElse(unknown.getMessage(), ""));
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
