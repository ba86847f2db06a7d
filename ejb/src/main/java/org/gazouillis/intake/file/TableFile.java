package org.gazouillis.intake.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.intake.FileNotReadable;
import org.jspecify.annotations.Nullable;

/// A stored upload with rows and columns: CSV in any of its spellings, or the first visible sheet of an XLSX
/// workbook.
public final class TableFile {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Path path;
    private final Limits limits;
    private final @Nullable ForeignFile text;

    private TableFile(Path path, Limits limits, @Nullable ForeignFile text) {
        this.path = path;
        this.limits = limits;
        this.text = text;
    }

    /// @throws FileNotReadable when it is empty, of another kind, or larger than the limits
    public static TableFile open(Path path, Limits limits) throws IOException {
        byte[] first = first(path);
        if (Arrays.equals(first, OLD_EXCEL)) {
            throw new FileNotReadable(
                    "The file is an old or encrypted Excel workbook (.xls). Save it as .xlsx without password, or as CSV.");
        }
        if (Arrays.equals(first, ZIP)) {
            WorkbookGuard.check(path, limits);
            return new TableFile(path, limits, null);
        }
        return new TableFile(path, limits, ForeignFile.open(path, limits));
    }

    private static byte[] first(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(ZIP.length);
        }
    }

    /// Rows under the names of the file's own header.
    public RowReader rows() throws IOException {
        return text == null ? Workbook.open(path, limits) : text.rows();
    }

    /// Rows of a file without header, under these names.
    public RowReader rows(List<String> names) throws IOException {
        return text == null ? Workbook.open(path, limits, names) : text.rows(names);
    }

    /// Whether the first row begins with a date, so that it cannot be a header.
    public boolean isHeadless() throws IOException {
        return text == null ? Workbook.isHeadless(path, limits) : text.beginsWithDate();
    }

    /// What the member should know about the bytes.
    public List<String> notes() {
        return text == null ? List.of() : text.notes();
    }

    /// Whether U+FFFD in a cell means broken bytes.
    public boolean hasBrokenBytes() {
        return text != null && text.hasBrokenBytes();
    }
}
