package org.gazouillis.report;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.reports.RowSink;
import org.gazouillis.tenancy.CopiedRow;
import org.gazouillis.tenancy.CopiedRows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of an export as they stood in one snapshot, as the database gave them: one line each, which begins with the
/// number of its part. They are written as fast as the disk takes them, so that the snapshot is held for as short as
/// can be, and read from any line on.
final class FrozenLines implements ExportRows {
    private static final int BUFFER = 1 << 16;

    private final List<RowPart> parts;
    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long position;

    private FrozenLines(List<RowPart> parts, InputStream in, long position) {
        this.parts = parts;
        this.in = in;
        this.position = position;
    }

    /// Writes all rows of the parts, and returns when they are on disk.
    ///
    /// @param each is called after each row
    /// @return number of rows
    static long freeze(Handle handle, List<RowPart> parts, Path file, Runnable each) throws IOException {
        try (var channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            long rows = 0;
            for (int part = 0; part < parts.size(); part++) {
                rows += freeze(handle, parts.get(part), '0' + part, out, each);
            }
            out.flush();
            channel.force(true);
            return rows;
        }
    }

    private static long freeze(Handle handle, RowPart part, int sign, OutputStream out, Runnable each)
            throws IOException {
        long[] rows = {0};
        CopiedRows.<IOException>read(handle, part.query(), row -> {
            out.write(sign);
            out.write(row.kept());
            rows[0]++;
            each.run();
        });
        return rows[0];
    }

    /// @param at where a line begins
    static FrozenLines read(Path file, List<RowPart> parts, long at) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(at);
        return new FrozenLines(parts, Channels.newInputStream(channel), at);
    }

    /// Cells of the next row, which stand until the one after it; null behind the last.
    private @Nullable Object @Nullable [] next() throws IOException {
        byte[] line = line();
        if (line == null) {
            return null;
        }
        RowPart part = parts.get(line[0] - '0');
        return part.cells().of(new CopiedRow(Arrays.copyOfRange(line, 1, line.length)));
    }

    @Override
    public long pour(long least, RowSink sink) throws IOException {
        long rows = 0;
        while (rows < least) {
            @Nullable Object[] cells = next();
            if (cells == null) {
                break;
            }
            sink.row(cells);
            rows++;
        }
        return rows;
    }

    /// The byte where the next line begins.
    @Override
    public String place() {
        return Long.toString(position);
    }

    private byte @Nullable [] line() throws IOException {
        int scanned = from;
        while (true) {
            for (int i = scanned; i < to; i++) {
                if (buffer[i] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, from, i + 1);
                    from = i + 1;
                    position += line.length;
                    return line;
                }
            }
            scanned = to - from;
            if (!fill()) {
                return null;
            }
        }
    }

    /// Moves what is left to the front and reads more behind it.
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * to);
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0 && to > 0) {
            throw new EOFException("The last of the frozen rows is not whole.");
        }
        to += Math.max(read, 0);
        return read >= 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
