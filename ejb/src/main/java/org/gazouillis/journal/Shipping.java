package org.gazouillis.journal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Brings the records of a journal into the database, in its order and each exactly once: how far it came is stored in
/// the transaction that stores them. Works on the worker's database.
public final class Shipping<R> {
    private static final int CHUNK_BYTES = 1 << 19;
    private static final Logger LOG = Logger.getLogger(Shipping.class);

    private final Journal<R> journal;
    private final Jdbi db;
    private final Destination<R> destination;
    private final int most;
    /// Everything before it is brought.
    private volatile Journal.@Nullable Place reached;

    /// @param most facts that one transaction takes, or a few more: a record stays whole
    public Shipping(Journal<R> journal, Jdbi db, Destination<R> destination, int most) {
        this.journal = journal;
        this.db = db;
        this.destination = destination;
        this.most = most;
    }

    /// Everything that is on disk for good by now, and what earlier runs left.
    ///
    /// @return how many facts were brought
    public int ship() throws IOException {
        if (isDone()) {
            return 0;
        }
        Journal.Place durable = journal.durable();
        int total = 0;
        for (long segment : journal.segments()) {
            if (segment <= durable.segment()) {
                total += ship(segment, durable);
            }
        }
        reached = durable;
        return total;
    }

    /// Whether nothing that is on disk waits.
    boolean isDone() {
        return journal.durable().equals(reached);
    }

    private int ship(long segment, Journal.Place durable) throws IOException {
        boolean current = segment == durable.segment();
        int total = 0;
        long unread;
        try (FileChannel file = FileChannel.open(journal.file(segment), StandardOpenOption.READ)) {
            long end = current ? durable.position() : file.size();
            Chunk<R> chunk = read(file, position(segment), end);
            while (!chunk.records().isEmpty()) {
                FutureTask<Chunk<R>> next = ahead(file, chunk.end(), end);
                store(segment, chunk);
                total += chunk.facts();
                chunk = arrived(next);
            }
            unread = end - chunk.end();
        }
        if (!current) {
            forget(segment, unread);
        }
        return total;
    }

    /// The next chunk, if there is one, is read while the database is busy with this one.
    private FutureTask<Chunk<R>> ahead(FileChannel file, long start, long end) {
        FutureTask<Chunk<R>> reading = new FutureTask<>(() -> read(file, start, end));
        if (start < end) {
            Thread.ofVirtual().start(reading);
        } else {
            reading.run();
        }
        return reading;
    }

    private static <C> C arrived(FutureTask<C> reading) throws IOException {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            throw new IOException("The journal cannot be read on", failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Whoever brings in the journal was told to stop");
        }
    }

    /// @param end where the next chunk begins
    private record Chunk<R>(List<R> records, int facts, long start, long end) {}

    private Chunk<R> read(FileChannel file, long start, long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.clamp(end - start, 0, CHUNK_BYTES));
        while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
            // until the chunk is whole
        }
        bytes.flip();
        List<R> records = new ArrayList<>();
        int facts = 0;
        Optional<R> one = journal.framed().read(bytes);
        while (one.isPresent()) {
            records.add(one.get());
            facts += journal.framed().form().facts(one.get());
            one = facts < most ? journal.framed().read(bytes) : Optional.empty();
        }
        return new Chunk<>(records, facts, start, start + bytes.position());
    }

    private long position(long segment) {
        return db.withHandle(handle -> handle.createQuery(
                        "select position from journal_place where journal = :journal and segment = :segment")
                .bind("journal", journal.name())
                .bind("segment", segment)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private void store(long segment, Chunk<R> chunk) {
        db.useTransaction(handle -> {
            destination.store(handle, chunk.records());
            advance(handle, segment, chunk);
        });
        destination.committed();
    }

    /// A process that was killed may have left a transaction that commits only now: then the place is not where the
    /// chunk begins, and all is undone and read again.
    private void advance(Handle handle, long segment, Chunk<R> chunk) {
        int moved = handle.createUpdate("""
                        insert into journal_place as known (journal, segment, position)
                        values (:journal, :segment, :end)
                        on conflict (journal, segment) do update set position = :end where known.position = :start
                        """)
                .bind("journal", journal.name())
                .bind("segment", segment)
                .bind("start", chunk.start())
                .bind("end", chunk.end())
                .execute();
        if (moved == 0) {
            throw new IllegalStateException(
                    "Somebody else brought what " + journal.file(segment) + " holds from " + chunk.start() + " on");
        }
    }

    /// What cannot be read was being written when the power went, and nobody was answered for it; it is kept beside
    /// the journal all the same.
    private void forget(long segment, long unread) throws IOException {
        Path file = journal.file(segment);
        if (unread == 0) {
            Files.deleteIfExists(file);
        } else {
            LOG.warnf("The last %d bytes of %s are no whole record and stay there as .torn", unread, file);
            Files.move(file, file.resolveSibling(segment + ".torn"), StandardCopyOption.REPLACE_EXISTING);
        }
        db.useHandle(handle ->
                handle.execute("delete from journal_place where journal = ? and segment = ?", journal.name(), segment));
    }
}
