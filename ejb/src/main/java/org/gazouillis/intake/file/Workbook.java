package org.gazouillis.intake.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.jspecify.annotations.Nullable;

/// The first visible sheet of an XLSX workbook, row by row. Cells read as people see them: texts as they are, dates
/// in ISO, numbers without an exponent, formulas as what they came to. Only for files that [WorkbookGuard] let pass.
final class Workbook implements RowReader {
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Limits limits;
    private final SheetCells cells;
    private final List<String> columns;
    private long line;

    private Workbook(ReadableWorkbook book, Limits limits, List<String> names) throws IOException {
        this.book = book;
        this.limits = limits;
        cells = new SheetCells(book.isDate1904());
        stream = visible(book).openStream();
        rows = stream.iterator();
        columns = names.isEmpty() ? header() : List.copyOf(names);
    }

    static Workbook open(Path path, Limits limits) throws IOException {
        return open(path, limits, List.of());
    }

    /// @param names of the columns when the sheet has no header; none to read them from its first row
    static Workbook open(Path path, Limits limits, List<String> names) throws IOException {
        return guarded(() -> new Workbook(new ReadableWorkbook(path.toFile(), OPTIONS), limits, names));
    }

    /// Whether the first row begins with a date.
    static boolean isHeadless(Path path, Limits limits) throws IOException {
        try (var book = open(path, limits, List.of("first"))) {
            return guarded(() -> {
                var first = book.rows.hasNext() ? book.texts(book.rows.next()) : new ArrayList<String>();
                return !first.isEmpty() && Headless.separator(first.getFirst() + ",") != null;
            });
        }
    }

    private static Sheet visible(ReadableWorkbook book) {
        return book.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new FileNotReadable("The workbook has no visible sheet. Show one, and save it."));
    }

    private List<String> header() {
        while (rows.hasNext()) {
            var names = texts(rows.next());
            while (!names.isEmpty() && names.getLast().isBlank()) {
                names.removeLast();
            }
            if (!names.isEmpty()) {
                return CsvRecords.unique(names);
            }
        }
        throw new FileNotReadable("The sheet is empty: it has no header and no rows.");
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable ForeignRow next() throws IOException {
        return guarded(this::nextRecord).orElse(null);
    }

    private Optional<ForeignRow> nextRecord() {
        while (rows.hasNext()) {
            Row row = rows.next();
            line = row.getRowNum();
            var texts = texts(row);
            if (texts.stream().anyMatch(text -> !text.isBlank())) {
                return Optional.of(record(texts));
            }
        }
        return Optional.empty();
    }

    private ForeignRow record(List<String> texts) {
        var record = LinkedHashMap.<String, String>newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            record.put(columns.get(i), i < texts.size() ? texts.get(i) : "");
        }
        for (int i = columns.size(); i < texts.size(); i++) {
            if (!texts.get(i).isBlank()) {
                throw new RowRefused(
                        "",
                        texts.get(i),
                        RejectRule.COLUMN_COUNT,
                        "The row has a cell beyond the last column of the header. Name that column, or empty the cell.");
            }
        }
        return new ForeignRow(line, record);
    }

    /// @throws RowRefused when a cell is too long or holds an error of the spreadsheet
    private ArrayList<String> texts(Row row) {
        var texts = new ArrayList<String>(row.getCellCount());
        for (Cell cell : row) {
            var text = cell == null ? "" : cells.text(cell);
            if (text.length() > limits.cellChars()) {
                throw new RowRefused(
                        "",
                        text,
                        RejectRule.TOO_LONG,
                        "A cell has more than " + limits.cellChars() + " characters. Shorten it.");
            }
            texts.add(text);
        }
        return texts;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    /// The library answers a damaged file with exceptions of many kinds.
    private static <T> T guarded(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (FileNotReadable | RowRefused ours) {
            throw ours;
        } catch (RuntimeException damaged) {
            throw new FileNotReadable(
                    "The workbook cannot be read; it seems damaged. Open and save it again, or save it as CSV.",
                    damaged);
        }
    }
}
