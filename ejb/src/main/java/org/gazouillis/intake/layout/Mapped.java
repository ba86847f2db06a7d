package org.gazouillis.intake.layout;

import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.gazouillis.intake.ColumnMapping;
import org.gazouillis.intake.ColumnRole;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.file.ForeignRow;
import org.jspecify.annotations.Nullable;

/// Any headed file, read by a column mapping that is complete: text and date at least.
public final class Mapped implements Layout {
    private static final String UNNAMED_SOURCE = "file";

    private final ColumnMapping mapping;
    private final Dates dates;
    private final boolean brokenBytes;
    private final String textColumn;

    /// @throws FileNotReadable when the mapping names no column for the text or for the date
    public Mapped(ColumnMapping mapping, ZoneId brandZone, Clock clock, DateOrder order, boolean brokenBytes) {
        this.mapping = mapping;
        this.brokenBytes = brokenBytes;
        textColumn = needed(ColumnRole.TEXT, "text");
        var dateColumn = needed(ColumnRole.CREATED_AT, "createdAt");
        var zone = mapping.zone() == null ? brandZone : mapping.zone();
        dates = new Dates(dateColumn, zone, clock, order, mapping.datePattern());
    }

    @Override
    public ForeignStatus read(ForeignRow row) {
        Cells.refuseBrokenLetters(row, brokenBytes);
        var permalink = Cells.value(row, column(ColumnRole.LINK));
        var link = StatusLink.of(permalink);
        var author = author(row, link);
        var text = Cells.text(row, textColumn, mapping.htmlEntities());
        var time = dates.read(Cells.value(row, column(ColumnRole.CREATED_AT)));
        var id = ForeignId.of(row, column(ColumnRole.ID), link);
        return new ForeignStatus(
                row.line(),
                source(row, link),
                id == null ? ForeignId.digest(author, time.at(), text) : id,
                author,
                text,
                Cells.label(row, column(ColumnRole.LANG)),
                time.at(),
                time.dateOnly(),
                permalink,
                Cells.label(row, column(ColumnRole.CAMPAIGN)),
                figures(row),
                Map.of());
    }

    private String needed(ColumnRole role, String key) {
        var column = column(role);
        if (column == null) {
            throw new FileNotReadable("No column of the file holds the "
                    + (role == ColumnRole.TEXT ? "text" : "date")
                    + ". Say which one in a column mapping: {\"" + key + "\": \"column name\"}.");
        }
        return column;
    }

    private @Nullable String column(ColumnRole role) {
        return mapping.roles().get(role);
    }

    private @Nullable String author(ForeignRow row, @Nullable StatusLink link) {
        var author = Cells.label(row, column(ColumnRole.AUTHOR));
        if (author == null) {
            return link == null ? null : link.author();
        }
        return author.startsWith("@") ? author.substring(1) : author;
    }

    private String source(ForeignRow row, @Nullable StatusLink link) {
        var source = Cells.label(row, column(ColumnRole.SOURCE));
        if (source != null) {
            return source;
        }
        var given = mapping.sourceLabel();
        if (given != null) {
            return given;
        }
        return link == null ? UNNAMED_SOURCE : "x";
    }

    private Map<Figure, Long> figures(ForeignRow row) {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        mapping.figures().forEach((figure, column) -> Cells.putCount(figures, figure, row, column));
        return figures;
    }
}
