package org.gazouillis.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.intake.bulk.FileHeader;
import org.gazouillis.intake.file.ForeignRow;
import org.gazouillis.intake.file.Limits;
import org.gazouillis.intake.file.RowReader;
import org.gazouillis.intake.file.TableFile;
import org.jspecify.annotations.Nullable;

/// A file of posts read whole into rows of cells, which is why its size is bounded.
///
/// @param notes what the member should know of how it was read
record BulkReading(FileHeader header, List<StagedRow> rows, List<String> notes) {
    static final int MOST_ROWS = 10_000;
    static final Limits LIMITS = new Limits(1 << 14, 1 << 18, 64L << 20, 100);

    /// @throws FileNotReadable when it is no table, or has more rows than [#MOST_ROWS]
    static BulkReading of(Path path, BulkWish wish) throws IOException {
        var file = TableFile.open(path, LIMITS);
        var header = FileHeader.of(file, wish);
        var rows = new ArrayList<StagedRow>();
        try (var reader = header.open(file)) {
            for (var row = next(reader, header, rows.size() + 1); row != null; ) {
                if (rows.size() == MOST_ROWS) {
                    throw new FileNotReadable("The file has more than 10,000 rows. Split it into several files.");
                }
                rows.add(row);
                row = next(reader, header, rows.size() + 1);
            }
        }
        return new BulkReading(header, rows, notes(file, header));
    }

    /// The next row that is not blank, or null at the end.
    private static @Nullable StagedRow next(RowReader reader, FileHeader header, int number) throws IOException {
        for (; ; ) {
            try {
                var row = reader.next();
                if (row == null || !isBlank(row)) {
                    return row == null ? null : staged(row, header, number);
                }
            } catch (RowRefused refused) {
                var reject = refused.at(reader.line());
                return new StagedRow(
                        number,
                        (int) reader.line(),
                        header.columns().stream().map(column -> "").toList(),
                        BulkFault.error(reject.column(), reject.value(), BulkRule.ROW_BROKEN, reject.reason()));
            }
        }
    }

    private static boolean isBlank(ForeignRow row) {
        return row.cells().values().stream().allMatch(String::isBlank);
    }

    private static StagedRow staged(ForeignRow row, FileHeader header, int number) {
        var cells = header.columns().stream()
                .map(column -> row.cells().getOrDefault(column, "").replace('\u0000', '\uFFFD'))
                .toList();
        return new StagedRow(number, (int) row.line(), cells, null);
    }

    private static List<String> notes(TableFile file, FileHeader header) {
        var notes = new ArrayList<>(file.notes());
        notes.add("The file was read as " + header.format().key() + (header.headless() ? ", without header." : "."));
        notes.add("Columns were read as " + explained(header.roles()) + ".");
        if (!header.unread().isEmpty()) {
            notes.add("Columns that were not read: " + String.join(", ", header.unread()) + ".");
        }
        return notes;
    }

    private static String explained(Map<BulkRole, String> roles) {
        return roles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " ← " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
