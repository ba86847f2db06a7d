package org.gazouillis.intake.file;

/// Counts the whole and the broken multi-byte sequences of UTF-8 (RFC 3629) in a stream of bytes. Overlong forms
/// and surrogates of three bytes count as whole here; the decoder that reads afterwards is the strict one, and the
/// count only decides between encodings.
final class Utf8Sequences {
    private long whole;
    private long broken;
    private int expected;

    void read(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            read(buffer[i] & 0xFF);
        }
    }

    private void read(int b) {
        if (expected > 0) {
            if ((b & 0xC0) == 0x80) {
                expected--;
                whole += expected == 0 ? 1 : 0;
                return;
            }
            broken++;
            expected = 0;
        }
        if (b >= 0x80) {
            expected = following(b);
            broken += expected == 0 ? 1 : 0;
        }
    }

    private static int following(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 1;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 2;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
    }

    long whole() {
        return whole;
    }

    /// The unfinished sequence at the end included.
    long broken() {
        return broken + (expected > 0 ? 1 : 0);
    }
}
