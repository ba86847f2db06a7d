package org.gazouillis.intake.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gazouillis.intake.FileNotReadable;
import org.jspecify.annotations.Nullable;

/// A stored upload, looked at once (packed or not, encoding, CSV or JSON Lines) and then readable any number of
/// times.
public final class ForeignFile {
    private static final int BUFFER = 1 << 16;
    private static final int PEEK = 1 << 12;
    private static final char BOM = '\uFEFF';

    private final Path path;
    private final Limits limits;
    private final Encoding encoding;
    private final String beginning;

    private ForeignFile(Path path, Limits limits) throws IOException {
        this.path = path;
        this.limits = limits;
        try (var in = bytes()) {
            encoding = Encoding.of(in);
        }
        try (var reader = letters()) {
            var peeked = new char[PEEK];
            int n = reader.read(peeked);
            beginning = n < 0 ? "" : new String(peeked, 0, n).stripLeading();
        }
    }

    /// @throws FileNotReadable when it is empty, an archive of another kind, or larger than the limits
    public static ForeignFile open(Path path, Limits limits) throws IOException {
        try {
            var file = new ForeignFile(path, limits);
            file.refuseOtherKinds();
            return file;
        } catch (ZipException | EOFException damaged) {
            throw new FileNotReadable(
                    "The file is damaged gzip (" + damaged.getMessage() + "). Pack it again.", damaged);
        }
    }

    public RowReader rows() throws IOException {
        var reader = letters();
        return beginning.startsWith("{")
                ? JsonLines.open(reader, limits)
                : CsvRecords.open(reader, Separator.of(beginning), limits);
    }

    /// Whether a CSV file begins with a date: then its first line is a row already, and no header.
    boolean beginsWithDate() {
        return Headless.separator(beginning) != null;
    }

    /// The rows of a file that has no header.
    ///
    /// @param names of its columns, of which the last may be missing in a row
    RowReader rows(List<String> names) throws IOException {
        var separator = Headless.separator(beginning);
        return CsvRecords.headless(
                letters(), separator == null ? Separator.of(beginning) : separator.charValue(), limits, names);
    }

    /// What the member should know about the bytes.
    public List<String> notes() {
        return Stream.of(encoding.note())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /// Whether U+FFFD in a cell means broken bytes; in a clean file somebody wrote it.
    public boolean hasBrokenBytes() {
        return encoding.broken();
    }

    private void refuseOtherKinds() {
        var hint = hint(beginning);
        if (hint != null) {
            throw new FileNotReadable(hint);
        }
    }

    private static @Nullable String hint(String beginning) {
        if (beginning.isEmpty()) {
            return "The file is empty: it has no header and no rows.";
        }
        if (beginning.startsWith("PK\u0003\u0004")) {
            return "The file is a zip archive or a spreadsheet. Unpack it, or save it as CSV (UTF-8).";
        }
        if (beginning.indexOf('\u0000') >= 0 && beginning.indexOf('\u0000') < 2) {
            return "The file looks like UTF-16 without the mark that says so. Save it as UTF-8.";
        }
        if (beginning.startsWith("[")) {
            return "The file is one JSON array. Write it as JSON Lines: one object per line, no brackets around them.";
        }
        return beginning.startsWith("window.YTD")
                ? "The file is part of an X archive, which is not read yet. Export the activity as CSV."
                : null;
    }

    private InputStream bytes() throws IOException {
        var packed = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        packed.mark(2);
        var isGzip = packed.read() == 0x1F && packed.read() == 0x8B;
        packed.reset();
        return isGzip
                ? new Budget(new GZIPInputStream(packed, BUFFER), Files.size(path), limits)
                : new Budget(packed, Files.size(path), limits);
    }

    private BufferedReader letters() throws IOException {
        var reader = new BufferedReader(new InputStreamReader(bytes(), encoding.charset()), BUFFER);
        skipBom(reader);
        return reader;
    }

    private static void skipBom(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BOM) {
            reader.reset();
        }
    }
}
