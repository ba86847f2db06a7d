package org.gazouillis.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Records on disk before they are acknowledged. Whoever appends is told when the record would survive a power cut. All
/// who come while the disk is busy are written and flushed together, by a thread of the journal's own: nobody has to
/// wait for it, and so a record costs no change of threads.
///
/// The journal is a folder with numbered segments; each start begins a new one. [Shipping] brings them into the
/// database and deletes them.
public final class Journal<R> implements Closeable {
    private static final int GROUP_BYTES = 1 << 20;
    /// A group as large as this was gathered while the disk was busy: many come, and a moment longer lets twice as many
    /// share the next flush.
    private static final int CROWD_BYTES = 512;
    private static final long MOMENT_NANOS = 300_000;

    private final Path folder;
    private final Framed<R> framed;
    private final long name;
    private final long segmentBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    /// Nobody signals it but who closes.
    private final Condition moment = lock.newCondition();
    private final Thread flusher;
    /// Those whose records go to disk together share one future.
    private CompletableFuture<Void> gathering = new CompletableFuture<>();
    private ByteBuffer filling = ByteBuffer.allocateDirect(GROUP_BYTES);
    private ByteBuffer writing = ByteBuffer.allocateDirect(GROUP_BYTES);
    private boolean closed;
    private FileChannel channel;
    private boolean broken;
    private volatile Place durable;

    /// A place in the journal: everything before it is on disk for good.
    public record Place(long segment, long position) {}

    private Journal(Path folder, RecordForm<R> form, long name, long segmentBytes, long segment) throws IOException {
        this.folder = folder;
        this.framed = new Framed<>(form);
        this.name = name;
        this.segmentBytes = segmentBytes;
        channel = create(segment);
        durable = new Place(segment, 0);
        flusher = Thread.ofPlatform().daemon().name(form.name() + "-journal").unstarted(this::flush);
    }

    /// Opens the journal in this folder, or begins one.
    public static <R> Journal<R> open(Path folder, RecordForm<R> form, long segmentBytes) throws IOException {
        Files.createDirectories(folder);
        long last =
                segments(folder, form).stream().mapToLong(Long::longValue).max().orElse(0);
        Journal<R> journal = new Journal<>(folder, form, name(folder), segmentBytes, last + 1);
        journal.flusher.start();
        return journal;
    }

    /// Number by which the database knows this folder's journal.
    public long name() {
        return name;
    }

    /// What is before it may be read.
    public Place durable() {
        return durable;
    }

    /// Where a segment lies.
    public Path file(long segment) {
        return folder.resolve(segment + "." + framed.form().name());
    }

    /// Numbers of the segments that are on disk, ascending.
    public List<Long> segments() throws IOException {
        return segments(folder, framed.form());
    }

    Framed<R> framed() {
        return framed;
    }

    /// Lays the record into the buffer that goes next. The future ends when it is on disk, and fails with an
    /// [IOException] when it will not be, as when the disk is full. What hangs on it is done by the journal's only
    /// thread and must be short.
    public CompletableFuture<Void> append(R one) {
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedFuture(new IOException("The journal is closed"));
            }
            if (filling.remaining() < framed.most()) {
                return CompletableFuture.failedFuture(new IOException(
                        "More " + framed.form().name() + " wait for the disk than " + GROUP_BYTES + " bytes hold"));
            }
            framed.write(one, filling);
            arrived.signal();
            return gathering;
        } finally {
            lock.unlock();
        }
    }

    private void flush() {
        try {
            for (CompletableFuture<Void> group = take(); group != null; group = take()) {
                settle(group);
            }
        } finally {
            turnAway();
        }
    }

    private void settle(CompletableFuture<Void> group) {
        try {
            write();
            group.complete(null);
        } catch (IOException refused) {
            broken = true;
            cutTail();
            group.completeExceptionally(refused);
        } catch (RuntimeException | Error fault) {
            group.completeExceptionally(fault);
            throw fault;
        }
    }

    /// Nobody writes any more.
    private void turnAway() {
        lock.lock();
        try {
            closed = true;
            gathering.completeExceptionally(new IOException("Nobody writes the journal any more"));
        } finally {
            lock.unlock();
        }
    }

    /// Waits for somebody to come. The group is complete then and a new one gathers; null when the journal is closed
    /// and nobody waits.
    private @Nullable CompletableFuture<Void> take() {
        lock.lock();
        try {
            while (filling.position() == 0) {
                if (closed) {
                    return null;
                }
                arrived.awaitUninterruptibly();
            }
            gatherMore();
            CompletableFuture<Void> group = gathering;
            gathering = new CompletableFuture<>();
            ByteBuffer full = filling;
            filling = writing;
            writing = full;
            filling.clear();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void gatherMore() {
        long left = writing.position() < CROWD_BYTES ? 0 : MOMENT_NANOS;
        try {
            while (left > 0 && !closed) {
                left = moment.awaitNanos(left);
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when the group is on disk for good.
    private void write() throws IOException {
        if (broken || durable.position() >= segmentBytes) {
            begin(durable.segment() + 1);
        }
        writing.flip();
        while (writing.hasRemaining()) {
            channel.write(writing);
        }
        channel.force(false);
        durable = new Place(durable.segment(), channel.position());
    }

    /// Half a group may stand there, for which nobody is answered. If it cannot be cut off, its check sum tells.
    private void cutTail() {
        try {
            channel.truncate(durable.position());
        } catch (IOException alsoBroken) {
            broken = true;
        }
    }

    private void begin(long segment) throws IOException {
        FileChannel fresh = create(segment);
        channel.close();
        channel = fresh;
        durable = new Place(segment, 0);
        broken = false;
    }

    private FileChannel create(long segment) throws IOException {
        return FileChannel.open(file(segment), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// Those who wait are written and answered first.
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
            moment.signal();
        } finally {
            lock.unlock();
        }
        try {
            flusher.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        channel.close();
    }

    private static List<Long> segments(Path folder, RecordForm<?> form) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("\\d{1,18}\\." + form.name()))
                    .map(file -> Long.valueOf(file.substring(0, file.indexOf('.'))))
                    .sorted()
                    .toList();
        }
    }

    private static long name(Path folder) throws IOException {
        Path file = folder.resolve("journal");
        if (!Files.exists(file)) {
            Files.writeString(file, Long.toString(new SecureRandom().nextLong() >>> 1));
        }
        return Long.parseLong(Files.readString(file).strip());
    }
}
