package org.gazouillis.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.TimeOrderedIds;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Brings the clicks of a journal into the database, in its order and each exactly once: how far it came is stored in
/// the transaction that stores the clicks. Works on the worker's database.
final class ClickShipping {
    private static final int CHUNK_BYTES = 1 << 19;
    private static final Logger LOG = Logger.getLogger(ClickShipping.class);

    private final ClickJournal journal;
    private final Jdbi db;
    private final TimeOrderedIds ids;

    ClickShipping(ClickJournal journal, Jdbi db, TimeOrderedIds ids) {
        this.journal = journal;
        this.db = db;
        this.ids = ids;
    }

    /// Everything that is on disk for good by now, and what earlier runs left.
    ///
    /// @return how many clicks were brought
    int ship() throws IOException {
        int total = 0;
        for (long segment : journal.segments()) {
            total += ship(segment);
        }
        return total;
    }

    private int ship(long segment) throws IOException {
        ClickJournal.Place durable = journal.durable();
        boolean current = segment >= durable.segment();
        int total = 0;
        long unread;
        try (FileChannel file = FileChannel.open(journal.file(segment), StandardOpenOption.READ)) {
            long end = current ? durable.position() : file.size();
            long position = position(segment);
            Chunk chunk = read(file, position, end);
            while (!chunk.clicks().isEmpty()) {
                store(segment, chunk);
                total += chunk.clicks().size();
                chunk = read(file, chunk.end(), end);
            }
            unread = end - chunk.end();
        }
        if (!current) {
            forget(segment, unread);
        }
        return total;
    }

    /// @param end where the next chunk begins
    private record Chunk(List<ClickRecord> clicks, long end) {}

    private static Chunk read(FileChannel file, long start, long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.clamp(end - start, 0, CHUNK_BYTES));
        while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
            // until the chunk is whole
        }
        bytes.flip();
        List<ClickRecord> clicks = new ArrayList<>();
        Optional<ClickRecord> click = ClickRecord.read(bytes);
        while (click.isPresent()) {
            clicks.add(click.get());
            click = ClickRecord.read(bytes);
        }
        return new Chunk(clicks, start + bytes.position());
    }

    private long position(long segment) {
        return db.withHandle(handle -> handle.createQuery(
                        "select position from click_journal where journal = :journal and segment = :segment")
                .bind("journal", journal.name())
                .bind("segment", segment)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private void store(long segment, Chunk chunk) {
        ClickBatch batch = new ClickBatch(ids.next(), chunk.clicks());
        db.useTransaction(handle -> {
            batch.store(handle);
            handle.createUpdate("""
                            insert into click_journal as known (journal, segment, position)
                            values (:journal, :segment, :position)
                            on conflict (journal, segment) do update set position = excluded.position
                            where known.position < excluded.position
                            """)
                    .bind("journal", journal.name())
                    .bind("segment", segment)
                    .bind("position", chunk.end())
                    .execute();
        });
    }

    /// What cannot be read was being written when the power went, and nobody was answered for it; it is kept beside
    /// the journal all the same.
    private void forget(long segment, long unread) throws IOException {
        Path file = journal.file(segment);
        if (unread == 0) {
            Files.deleteIfExists(file);
        } else {
            LOG.warnf("The last %d bytes of %s are no whole click and stay there as .torn", unread, file);
            Files.move(file, file.resolveSibling(segment + ".torn"), StandardCopyOption.REPLACE_EXISTING);
        }
        db.useHandle(handle ->
                handle.execute("delete from click_journal where journal = ? and segment = ?", journal.name(), segment));
    }
}
