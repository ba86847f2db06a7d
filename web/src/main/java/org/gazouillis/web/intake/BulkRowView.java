package org.gazouillis.web.intake;

import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.gazouillis.intake.BulkFault;
import org.gazouillis.intake.BulkRole;
import org.gazouillis.intake.BulkRow;
import org.gazouillis.intake.BulkRun;
import org.gazouillis.intake.BulkVerdict;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// A row as the page shows it: what goes out when, and its cells with their faults beside them.
///
/// @param verdict  for machines
/// @param word     the same for people
/// @param tone     class of the pill that bears it
/// @param when     when it goes out, in its own zone; empty when that cannot be told
/// @param cells    those that the file's columns mean something by
/// @param told     faults that belong to none of these cells
/// @param post     id of the post; empty while it is none
public record BulkRowView(
        int row,
        String line,
        String verdict,
        String word,
        String tone,
        String when,
        String text,
        String accounts,
        String campaign,
        List<BulkCell> cells,
        List<BulkCell.Told> told,
        String post) {
    private static final Set<BulkRole> SHOWN = EnumSet.complementOf(EnumSet.of(BulkRole.PICTURE, BulkRole.LANG));

    public BulkRowView {
        cells = List.copyOf(cells);
        told = List.copyOf(told);
    }

    static BulkRowView of(BulkRow row, BulkRun run, Messages texts) {
        var cells = new ArrayList<BulkCell>();
        var shown = SHOWN.stream()
                .map(role -> run.roles().get(role))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        shown.forEach(column -> cells.add(cell(row, run, column, texts)));
        return new BulkRowView(
                row.row(),
                texts.text("bulk.line", row.line()),
                row.verdict().name(),
                texts.text("bulk.verdict." + row.verdict().name().toLowerCase(Locale.ROOT)),
                tone(row.verdict()),
                when(row, texts),
                Objects.requireNonNullElse(row.text(), ""),
                String.join(", ", row.accounts()),
                Objects.requireNonNullElse(row.campaign(), ""),
                cells,
                told(row, texts, fault -> !shown.contains(fault.column())),
                row.post() == null ? "" : row.post().toString());
    }

    private static BulkCell cell(BulkRow row, BulkRun run, String column, Messages texts) {
        int place = run.columns().indexOf(column);
        String text = place < row.cells().size() ? row.cells().get(place) : "";
        boolean longText = column.equals(run.roles().get(BulkRole.TEXT));
        List<BulkCell.Told> told = told(row, texts, fault -> fault.column().equals(column));
        return new BulkCell(
                "cell-" + row.row() + "-" + place,
                column,
                text,
                told.stream().anyMatch(BulkCell.Told::error),
                longText,
                told);
    }

    private static List<BulkCell.Told> told(BulkRow row, Messages texts, Predicate<BulkFault> which) {
        return row.faults().stream()
                .filter(which)
                .map(fault -> new BulkCell.Told(fault.error(), BulkWords.of(fault, texts)))
                .toList();
    }

    private static String when(BulkRow row, Messages texts) {
        if (row.dueAt() == null || row.zone() == null) {
            return "";
        }
        ZoneId zone = ZoneId.of(row.zone());
        String time = LocalFormat.dateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(texts.getLocale())
                .format(row.dueAt().atZone(zone));
        return time + " (" + row.zone() + ")";
    }

    private static String tone(BulkVerdict verdict) {
        return switch (verdict) {
            case RIGHT -> "info";
            case WRONG -> "danger";
            case PLANNED -> "success";
        };
    }

    public boolean isWrong() {
        return verdict.equals("WRONG");
    }

    public boolean isPlanned() {
        return verdict.equals("PLANNED");
    }
}
