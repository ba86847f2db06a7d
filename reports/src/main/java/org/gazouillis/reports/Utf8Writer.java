package org.gazouillis.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Encodes whole pieces of text at once; an `OutputStreamWriter` copies them first and was an eighth of an export's
/// processor time. Each piece must be complete: no surrogate pair is split between two.
final class Utf8Writer extends Writer {
    private final OutputStream out;

    Utf8Writer(OutputStream out) {
        this.out = out;
    }

    @Override
    public Writer append(@Nullable CharSequence text) throws IOException {
        write(String.valueOf(text));
        return this;
    }

    @Override
    public void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.substring(from, from + length));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
