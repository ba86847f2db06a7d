package org.gazouillis.intake.layout;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.intake.ColumnMapping;
import org.gazouillis.intake.ColumnRole;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.ImportWish;
import org.gazouillis.intake.SourceFormat;
import org.gazouillis.intake.file.ForeignFile;
import org.gazouillis.intake.file.RowReader;
import org.jspecify.annotations.Nullable;

/// What a file turned out to be.
///
/// @param notes what the member should know about how it is read
public record Recognition(SourceFormat format, Layout layout, List<String> notes) {
    public Recognition {
        notes = List.copyOf(notes);
    }

    /// Looks at the header, and for mapped files once at every row: the keys of JSON Lines may come late, and only
    /// the whole column of dates tells day from month.
    ///
    /// @param stillAlive called from time to time while a long file is looked at
    /// @throws FileNotReadable when the file is not of the wished format, or no layout fits
    public static Recognition of(ForeignFile file, ImportWish wish, ZoneId brandZone, Clock clock, Runnable stillAlive)
            throws IOException {
        try (var rows = file.rows()) {
            var format = format(rows, wish.format());
            return switch (format) {
                case X_ACTIVITY -> new Recognition(format, new XActivity(clock, file.hasBrokenBytes()), file.notes());
                case X_CONTENT ->
                    new Recognition(
                            format,
                            new XContent(rows.columns(), brandZone, clock, file.hasBrokenBytes()),
                            file.notes());
                case MAPPED -> mapped(new Survey(file, rows, stillAlive), wish.mapping(), brandZone, clock);
            };
        }
    }

    private static SourceFormat format(RowReader rows, @Nullable SourceFormat wished) {
        var columns = rows.columns();
        var isActivity = XActivity.isHeader(columns);
        var isContent = XContent.isHeader(columns);
        if (wished == null) {
            refuseDayTotals(columns, isActivity || isContent);
            return isActivity ? SourceFormat.X_ACTIVITY : isContent ? SourceFormat.X_CONTENT : SourceFormat.MAPPED;
        }
        if ((wished == SourceFormat.X_ACTIVITY && !isActivity) || (wished == SourceFormat.X_CONTENT && !isContent)) {
            throw new FileNotReadable("The header is not that of the format '" + wished.key()
                    + "'. Leave the format out to have the file recognised. Its columns are "
                    + String.join(", ", columns) + ".");
        }
        return wished;
    }

    private static void refuseDayTotals(List<String> columns, boolean hasPosts) {
        if (!hasPosts
                && columns.contains("Date")
                && (columns.contains("Tweets published") || columns.contains("Create Post"))) {
            throw new FileNotReadable("The file holds X's totals per day and no posts. Export the activity by post.");
        }
    }

    private static Recognition mapped(Survey survey, @Nullable ColumnMapping said, ZoneId brandZone, Clock clock)
            throws IOException {
        var dates = survey.dates();
        var file = survey.file();
        var mapping = Guess.complete(
                said == null ? ColumnMapping.guessed() : said, survey.rows().columns());
        var order = dates.order(mapping.roles().get(ColumnRole.CREATED_AT));
        var layout = new Mapped(mapping, brandZone, clock, order, file.hasBrokenBytes());
        return new Recognition(SourceFormat.MAPPED, layout, notes(file, mapping, brandZone, order));
    }

    private static List<String> notes(ForeignFile file, ColumnMapping mapping, ZoneId brandZone, DateOrder order) {
        var notes = new ArrayList<>(file.notes());
        notes.add("Columns were read as " + explained(mapping) + ".");
        if (mapping.datePattern() == null && (order.isDayFirst() || order.isMonthFirst())) {
            notes.add("Dates were read with the " + (order.isDayFirst() ? "day" : "month")
                    + " first, because the column has dates that can be read no other way.");
        }
        var zone = mapping.zone() == null ? brandZone : mapping.zone();
        notes.add("Dates without a zone were read in " + zone.getId() + ".");
        return notes;
    }

    private static String explained(ColumnMapping mapping) {
        return Stream.concat(mapping.roles().entrySet().stream(), mapping.figures().entrySet().stream())
                .sorted(Comparator.comparing((Map.Entry<? extends Enum<?>, String> entry) ->
                                entry.getKey().getDeclaringClass().getSimpleName())
                        .thenComparing(entry -> entry.getKey().ordinal()))
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " ← " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
