package org.gazouillis.intake.layout;

import java.util.EnumMap;
import java.util.Map;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.gazouillis.intake.file.ForeignRow;

/// Reads the rows of X's files, which all generations build alike: an id, a link, a text, a time and counts.
record XRows(XColumns columns, Dates dates, boolean brokenBytes) {
    ForeignStatus read(ForeignRow row) {
        Cells.refuseBrokenLetters(row, brokenBytes);
        var permalink = Cells.label(row, columns.link());
        var link = StatusLink.of(permalink);
        var id = ForeignId.of(row, columns.id(), link);
        if (id == null) {
            throw new RowRefused(
                    columns.id(),
                    "",
                    RejectRule.ID_MISSING,
                    "The " + columns.noun() + " has no id. Export the file again.");
        }
        columns.rates().forEach(rate -> Cells.checkRate(row, rate));
        var time = dates.read(Cells.value(row, columns.time()));
        return new ForeignStatus(
                row.line(),
                "x",
                id,
                link == null ? null : link.author(),
                Cells.text(row, columns.text(), true),
                null,
                time.at(),
                time.dateOnly(),
                permalink,
                null,
                figures(row, ""),
                columns.promoted() == null ? Map.of() : figures(row, columns.promoted()));
    }

    private Map<Figure, Long> figures(ForeignRow row, String prefix) {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        columns.counts().forEach((name, figure) -> Cells.putCount(figures, figure, row, prefix + name));
        return figures;
    }
}
