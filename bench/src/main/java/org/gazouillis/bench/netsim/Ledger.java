package org.gazouillis.bench.netsim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// Two files of lines: what was stored, on the disk before anybody hears of it, and every request that wanted to
/// post.
public final class Ledger implements AutoCloseable {
    private final FileChannel stored;
    private final FileChannel calls;

    Ledger(Path folder) throws IOException {
        stored = open(folder.resolve("stored"));
        calls = open(folder.resolve("calls"));
    }

    synchronized void stored(Instant at, String account, String key, Posted status) {
        write(
                stored,
                String.join(
                        "\t",
                        at.toString(),
                        account,
                        hash(status.text()),
                        key,
                        status.id(),
                        status.replyTo(),
                        String.valueOf(status.images())));
        try {
            stored.force(false);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    synchronized void called(Instant at, String account, String key, Behaviour behaviour, int retryAfter) {
        write(calls, String.join("\t", at.toString(), account, key, behaviour.name(), String.valueOf(retryAfter)));
    }

    /// What was stored, in that order.
    public static List<Stored> readStored(Path folder) {
        return lines(folder.resolve("stored"))
                .map(line -> new Stored(
                        Instant.parse(line[0]), line[1], line[2], line[3], line[4], line[5], Integer.parseInt(line[6])))
                .toList();
    }

    /// Every request that wanted to post.
    public static List<Call> readCalls(Path folder) {
        return lines(folder.resolve("calls"))
                .map(line -> new Call(
                        Instant.parse(line[0]),
                        line[1],
                        line[2],
                        Behaviour.valueOf(line[3]),
                        Integer.parseInt(line[4])))
                .toList();
    }

    /// SHA-256 of a text, as in the ledger.
    public static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void close() throws IOException {
        stored.close();
        calls.close();
    }

    private static java.util.stream.Stream<String[]> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(line -> line.split("\t", -1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void write(FileChannel file, String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// A post that the network has.
    ///
    /// @param hash SHA-256 of its text
    /// @param id the network's
    /// @param replyTo the id of the one that it answers; empty for none
    /// @param images how many it shows
    public record Stored(Instant at, String account, String hash, String key, String id, String replyTo, int images) {}

    /// A status as it was posted.
    record Posted(String id, String text, String replyTo, int images) {}

    /// A request, and what the network did with it.
    public record Call(Instant at, String account, String key, Behaviour behaviour, int retryAfter) {}
}
