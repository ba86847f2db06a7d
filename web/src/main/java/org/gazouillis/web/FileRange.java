package org.gazouillis.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A piece of a file that a program asks for, so that a broken download can go on (RFC 9110, section 14). Several
/// pieces in one request are answered with the whole file, as they may be.
///
/// @param from  first byte
/// @param until the byte behind the last
public record FileRange(long from, long until, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final long PORTION = 1 << 20;

    /// @param header  `Range`; null, or one that is not understood, means the whole file
    /// @param ifRange the tag of the file of which the caller has the beginning; another one means the whole file
    /// @param tag     of the file now, in quotes
    /// @return null when nothing of the file lies in the piece
    public static @Nullable FileRange of(@Nullable String header, @Nullable String ifRange, String tag, long length) {
        Matcher piece = ONE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!piece.matches()
                || (ifRange != null && !ifRange.equals(tag))
                || piece.group().equals("bytes=-")) {
            return new FileRange(0, length, length);
        }
        if (piece.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(piece.group(2)), length);
            return last == 0 ? null : new FileRange(length - last, length, length);
        }
        long from = Long.parseLong(piece.group(1));
        long until = piece.group(2).isEmpty() ? length : Math.min(Long.parseLong(piece.group(2)) + 1, length);
        return from >= until ? null : new FileRange(from, until, length);
    }

    public boolean isWhole() {
        return until - from == length;
    }

    /// `Content-Range`.
    public String header() {
        return "bytes " + from + "-" + (until - 1) + "/" + length;
    }

    public long bytes() {
        return until - from;
    }

    /// Sends the piece.
    public void write(Path file, OutputStream out) throws IOException {
        WritableByteChannel to = Channels.newChannel(out); // whoever opened it closes it
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = from; at < until; ) {
                long sent = channel.transferTo(at, Math.min(PORTION, until - at), to);
                if (sent <= 0) {
                    throw new IOException("A file became shorter while it was sent.");
                }
                at += sent;
            }
        }
    }
}
