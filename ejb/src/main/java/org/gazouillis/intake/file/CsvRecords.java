package org.gazouillis.intake.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.jspecify.annotations.Nullable;

/// Splits CSV after RFC 4180 and forgives what other programs do: LF or CR line ends, quotes inside a bare cell.
///
/// Our own and not Commons CSV's, for three needs of an import: the physical line on which a record begins, limits
/// that hold *while* a cell is read, and going on behind a broken record. A quote that never closes refuses its one
/// line, not the rest of the file. Lines are counted by LF, inside cells too; a lone CR counts only as a record's
/// end.
final class CsvRecords implements RowReader {
    private static final int END = -1;
    private static final int TYPICAL_WIDTH = 40;
    private static final int SHOWN = 500;

    private final BufferedReader in;
    private final char separator;
    private final Limits limits;
    private final StringBuilder cell = new StringBuilder();
    private final List<String> columns;
    private long nextLine = 1;
    private long recordLine = 1;
    private int recordChars;

    private final boolean headed;

    /// @param names of the columns when the file has no header; none to read them from its first record
    private CsvRecords(BufferedReader in, char separator, Limits limits, List<String> names) throws IOException {
        this.in = in;
        this.separator = separator;
        this.limits = limits;
        headed = names.isEmpty();
        columns = headed ? header() : List.copyOf(names);
    }

    static CsvRecords open(BufferedReader in, char separator, Limits limits) throws IOException {
        return new CsvRecords(in, separator, limits, List.of());
    }

    /// For a file without header: the last columns may be missing in any row.
    static CsvRecords headless(BufferedReader in, char separator, Limits limits, List<String> names)
            throws IOException {
        return new CsvRecords(in, separator, limits, names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public long line() {
        return recordLine;
    }

    @Override
    public @Nullable ForeignRow next() throws IOException {
        var cells = record();
        if (cells == null) {
            return null;
        }
        while (!headed && cells.size() < columns.size()) {
            cells.add("");
        }
        if (cells.size() != columns.size()) {
            throw new RowRefused(
                    "",
                    String.join(String.valueOf(separator), cells),
                    RejectRule.COLUMN_COUNT,
                    "The row has " + cells.size() + " cells, the header has " + columns.size()
                            + ". Put texts that hold the separator or a line break in quotes.");
        }
        var row = LinkedHashMap.<String, String>newLinkedHashMap(columns.size());
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return new ForeignRow(recordLine, row);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private List<String> header() throws IOException {
        try {
            var names = record();
            if (names == null) {
                throw new FileNotReadable("The file is empty: it has no header and no rows.");
            }
            return unique(names);
        } catch (RowRefused broken) {
            throw new FileNotReadable("The header cannot be read. " + broken.getMessage(), broken);
        }
    }

    /// The second column of a name becomes `name (2)`, so that no cell is lost.
    static List<String> unique(List<String> names) {
        var unique = new ArrayList<String>(names.size());
        var taken = new HashSet<String>();
        var next = new HashMap<String, Integer>();
        for (var name : names) {
            var plain = name.strip();
            var candidate = plain;
            for (int n = next.getOrDefault(plain, 2); !taken.add(candidate); n++) {
                candidate = plain + " (" + n + ")";
                next.put(plain, n + 1);
            }
            unique.add(candidate);
        }
        return List.copyOf(unique);
    }

    private @Nullable ArrayList<String> record() throws IOException {
        for (; ; ) {
            in.mark(limits.rowChars() + 2);
            recordLine = nextLine;
            recordChars = 0;
            int c = read();
            if (c == END) {
                return null;
            }
            if (!isLineEnd(c)) {
                return recordFrom(c);
            }
        }
    }

    private ArrayList<String> recordFrom(int first) throws IOException {
        var cells = new ArrayList<String>(TYPICAL_WIDTH);
        int c = first;
        for (; ; ) {
            cell.setLength(0);
            c = c == '"' ? quoted() : bare(c);
            cells.add(cell.toString());
            if (c == END || isLineEnd(c)) {
                return cells;
            }
            c = read();
        }
    }

    /// Reads a bare cell whose first character is `c`; returns what ended it.
    private int bare(int c) throws IOException {
        int next = c;
        while (next != END && next != separator && next != '\n' && next != '\r') {
            append(next);
            next = read();
        }
        return next;
    }

    /// Reads a cell behind its opening quote; returns what ended it.
    private int quoted() throws IOException {
        for (; ; ) {
            int c = read();
            if (c == END) {
                throw giveUp(RejectRule.QUOTES, "A quotation mark opens here and never closes. Double it or close it.");
            }
            if (c != '"') {
                append(c);
                continue;
            }
            c = read();
            if (c == END || c == separator || c == '\n' || c == '\r') {
                return c;
            }
            if (c != '"') {
                throw giveUp(
                        RejectRule.QUOTES,
                        "Text follows a closing quotation mark. Write a quotation mark inside a quoted cell twice.");
            }
            append(c);
        }
    }

    private void append(int c) throws IOException {
        cell.append((char) c);
        if (cell.length() > limits.cellChars()) {
            throw giveUp(
                    RejectRule.TOO_LONG,
                    "A cell has more than " + limits.cellChars()
                            + " characters. Shorten it, or look for a quotation mark that never closes.");
        }
    }

    /// Whether `c` ends a record; eats the LF of a CRLF. The record is whole, so its mark may be given up.
    private boolean isLineEnd(int c) throws IOException {
        if (c != '\r') {
            return c == '\n';
        }
        nextLine++;
        in.mark(1);
        if (in.read() != '\n') {
            in.reset();
        }
        return true;
    }

    private int read() throws IOException {
        int c = in.read();
        if (c == '\n') {
            nextLine++;
        }
        if (++recordChars > limits.rowChars()) {
            throw giveUp(
                    RejectRule.TOO_LONG, "The row has more than " + limits.rowChars() + " characters. Shorten it.");
        }
        return c;
    }

    /// Goes back to the record's beginning and skips that one physical line.
    private RowRefused giveUp(RejectRule rule, String reason) throws IOException {
        in.reset();
        cell.setLength(0);
        int c = in.read();
        for (; c != END && c != '\n' && c != '\r'; c = in.read()) {
            if (cell.length() < SHOWN) {
                cell.append((char) c);
            }
        }
        nextLine = recordLine + (c == '\n' ? 1 : 0);
        if (c == '\r') {
            isLineEnd(c);
        }
        return new RowRefused("", cell.toString(), rule, reason);
    }
}
