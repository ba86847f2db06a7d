package org.gazouillis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A file in the making, with the digest of what is in it.
final class PartFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final DigestedOutput out;

    private PartFile(FileChannel channel) {
        this.channel = channel;
        out = new DigestedOutput(Channels.newOutputStream(channel));
    }

    static PartFile fresh(Path file) throws IOException {
        return new PartFile(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /// Begins with the first bytes of another one, which may still be written by a node that does not know that it has
    /// lost it: so they are copied. What stands behind them is left.
    ///
    /// @return null when they are not there, or not those of the digest
    static @Nullable PartFile after(Path before, long bytes, String digest, Path file) throws IOException {
        if (!Files.isRegularFile(before) || Files.size(before) < bytes) {
            return null;
        }
        PartFile part = fresh(file);
        try (InputStream in = Files.newInputStream(before)) {
            var buffer = new byte[BUFFER];
            long left = bytes;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
                if (read < 0) {
                    break;
                }
                part.out.write(buffer, 0, read);
                left -= read;
            }
        }
        if (part.bytes() == bytes && part.digest().equals(digest)) {
            return part;
        }
        part.close();
        return null;
    }

    OutputStream out() {
        return out;
    }

    long bytes() {
        return out.bytes();
    }

    /// SHA-256 of all that is in it.
    String digest() {
        return out.hex();
    }

    /// Returns when everything is on disk.
    void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
