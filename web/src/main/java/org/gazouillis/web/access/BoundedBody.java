package org.gazouillis.web.access;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that does not say how large it is, read no further than the server takes.
final class BoundedBody extends FilterInputStream {
    private final long limit;
    private long read;

    BoundedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int sign = super.read();
        count(sign < 0 ? 0 : 1);
        return sign;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        count(got);
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long got) {
        read += Math.max(got, 0);
        if (read > limit) {
            throw new BodyTooLarge(limit);
        }
    }
}
