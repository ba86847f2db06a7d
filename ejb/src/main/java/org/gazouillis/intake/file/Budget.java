package org.gazouillis.intake.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.gazouillis.intake.FileNotReadable;

/// Counts the unpacked bytes while they are read and stops a bomb before it is unpacked.
final class Budget extends FilterInputStream {
    /// Below this nobody is hurt, and tiny files have odd ratios.
    private static final long FREE = 1 << 20;

    private final long allowed;
    private long read;

    Budget(InputStream unpacked, long packedBytes, Limits limits) {
        super(unpacked);
        allowed = allowed(packedBytes, limits);
    }

    static long allowed(long packedBytes, Limits limits) {
        return Math.min(limits.totalBytes(), Math.max(FREE, packedBytes * limits.ratio()));
    }

    /// @throws FileNotReadable when more was read than is allowed
    static void check(long read, long allowed) {
        if (read > allowed) {
            throw new FileNotReadable("The file unpacks to more than " + allowed
                    + " bytes, which is too much for its size. Split it, or send it unpacked.");
        }
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int bytes) {
        read += bytes;
        check(read, allowed);
    }
}
