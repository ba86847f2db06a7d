package org.gazouillis.link;

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

/// Clicks on disk before they are answered. Whoever appends is told when the click would survive a power cut. All who
/// come while the disk is busy are written and flushed together, by a thread of the journal's own: nobody has to wait
/// for it, and so a click costs no change of threads.
///
/// The journal is a folder with numbered segments; each start begins a new one. [ClickShipping] brings them into the
/// database and deletes them.
final class ClickJournal implements Closeable {
    private static final int GROUP_BYTES = 1 << 20;
    /// A group as large as this was gathered while the disk was busy: many come, and a moment longer lets twice as many
    /// share the next flush.
    private static final int CROWD_BYTES = 512;
    private static final long MOMENT_NANOS = 300_000;

    private final Path folder;
    private final long name;
    private final long segmentBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    /// Nobody signals it but who closes.
    private final Condition moment = lock.newCondition();
    private final Thread flusher;
    /// Those whose clicks go to disk together share one future.
    private CompletableFuture<Void> gathering = new CompletableFuture<>();
    private ByteBuffer filling = ByteBuffer.allocateDirect(GROUP_BYTES);
    private ByteBuffer writing = ByteBuffer.allocateDirect(GROUP_BYTES);
    private boolean closed;
    private FileChannel channel;
    private boolean broken;
    private volatile Place durable;

    /// A place in the journal: everything before it is on disk for good.
    record Place(long segment, long position) {}

    private ClickJournal(Path folder, long name, long segmentBytes, long segment) throws IOException {
        this.folder = folder;
        this.name = name;
        this.segmentBytes = segmentBytes;
        channel = create(segment);
        durable = new Place(segment, 0);
        flusher = Thread.ofPlatform().daemon().name("click-journal").unstarted(this::flush);
    }

    /// Opens the journal in this folder, or begins one.
    static ClickJournal open(Path folder, long segmentBytes) throws IOException {
        Files.createDirectories(folder);
        long last = segments(folder).stream().mapToLong(Long::longValue).max().orElse(0);
        ClickJournal journal = new ClickJournal(folder, name(folder), segmentBytes, last + 1);
        journal.flusher.start();
        return journal;
    }

    /// Number by which the database knows this folder's journal.
    long name() {
        return name;
    }

    Place durable() {
        return durable;
    }

    Path file(long segment) {
        return folder.resolve(segment + ".clicks");
    }

    /// Numbers of the segments that are on disk, ascending.
    List<Long> segments() throws IOException {
        return segments(folder);
    }

    /// Lays the click into the buffer that goes next. The future ends when the click is on disk, and fails with an
    /// [IOException] when it will not be, as when the disk is full. What hangs on it is done by the journal's only
    /// thread and must be short.
    CompletableFuture<Void> append(ClickRecord click) {
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedFuture(new IOException("The journal is closed"));
            }
            if (filling.remaining() < ClickRecord.most()) {
                return CompletableFuture.failedFuture(
                        new IOException("More clicks wait for the disk than " + GROUP_BYTES + " bytes hold"));
            }
            click.write(filling);
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

    private static List<Long> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("\\d{1,18}\\.clicks"))
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
