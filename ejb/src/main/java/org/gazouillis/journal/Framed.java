package org.gazouillis.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A record as it stands in a file: length, check sum, then what its form writes. One whose check sum is wrong was
/// being written when the power went: nobody was answered, and nothing behind it is read.
record Framed<R>(RecordForm<R> form) {
    private static final int HEAD = 2 * Integer.BYTES;

    int most() {
        return HEAD + form.most();
    }

    void write(R one, ByteBuffer to) {
        int start = to.position();
        to.position(start + HEAD);
        form.write(one, to);
        int length = to.position() - start - HEAD;
        to.putInt(start, length);
        to.putInt(start + Integer.BYTES, sum(to, start + HEAD, length));
    }

    /// The record at the buffer's position, which then stands behind it; empty, with the position unmoved, when there
    /// is no whole and sound one.
    Optional<R> read(ByteBuffer from) {
        int start = from.position();
        if (from.remaining() < HEAD) {
            return Optional.empty();
        }
        int length = from.getInt(start);
        if (length <= 0 || length > form.most() || from.remaining() < HEAD + length) {
            return Optional.empty();
        }
        if (from.getInt(start + Integer.BYTES) != sum(from, start + HEAD, length)) {
            return Optional.empty();
        }
        R one = form.read(from.slice(start + HEAD, length));
        from.position(start + HEAD + length);
        return Optional.of(one);
    }

    private static int sum(ByteBuffer buffer, int start, int length) {
        CRC32C sum = new CRC32C();
        sum.update(buffer.slice(start, length));
        return (int) sum.getValue();
    }
}
