package org.gazouillis.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and digests what passes. Closing it leaves the stream below open.
final class DigestedOutput extends FilterOutputStream {
    private final MessageDigest digest = sha256();
    private long bytes;

    DigestedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int sign) throws IOException {
        write(new byte[] {(byte) sign}, 0, 1);
    }

    @Override
    public void write(byte[] signs, int from, int length) throws IOException {
        out.write(signs, from, length);
        digest.update(signs, from, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long bytes() {
        return bytes;
    }

    /// SHA-256 of everything so far.
    String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException("Java's own SHA-256 can be copied.", never);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java knows SHA-256.", never);
        }
    }
}
