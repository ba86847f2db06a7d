package org.gazouillis.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// How a file's bytes are read as letters. UTF-8 is tried strictly first; a file with more broken than whole UTF-8
/// sequences is taken for Windows-1252; one with a few broken ones stays UTF-8 and its broken rows are refused.
///
/// @param charset the encoding
/// @param broken  whether some bytes are no letters in it; they read as U+FFFD, and rows that hold one are refused
/// @param note    what the member should know, `null` for clean UTF-8
record Encoding(Charset charset, boolean broken, @Nullable String note) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// Reads `in` to its end.
    static Encoding of(InputStream in) throws IOException {
        var sequences = new Utf8Sequences();
        var buffer = new byte[1 << 16];
        int first = -1;
        int second = -1;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (first < 0 && n >= 2) {
                first = buffer[0] & 0xFF;
                second = buffer[1] & 0xFF;
            }
            sequences.read(buffer, n);
        }
        if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16, true, "The file is UTF-16 and was read as such.");
        }
        return eightBit(sequences);
    }

    private static Encoding eightBit(Utf8Sequences sequences) {
        if (sequences.broken() == 0) {
            return new Encoding(StandardCharsets.UTF_8, false, null);
        }
        if (sequences.whole() > sequences.broken()) {
            return new Encoding(
                    StandardCharsets.UTF_8,
                    true,
                    "Some bytes of the file are not UTF-8; rows that hold such bytes were refused.");
        }
        return new Encoding(
                WINDOWS_1252,
                true,
                "The file is not UTF-8 and was read as Windows-1252. If accents look wrong, save it as UTF-8 and import"
                        + " it again.");
    }
}
