package org.gazouillis.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.gazouillis.index.IndexState.Origin;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.search.Cursor;
import org.gazouillis.index.search.Paging;
import org.gazouillis.index.search.QuarterCounter;
import org.gazouillis.index.write.Closing;
import org.gazouillis.index.write.Generation;
import org.gazouillis.index.write.IndexFolder;
import org.jspecify.annotations.Nullable;

/// The index of statuses in one folder. One per folder and process; safe for all threads.
///
/// The feeder's loop is `put`/`delete` → `makeVisible` → now and then `commit`. All writing methods are idempotent by
/// id, so whatever lies after the last committed position may be fed again. It has no thread of its own (Lucene
/// merges
/// in threads of its).
///
/// Every method that reads or writes throws [IndexUnusable] when the folder cannot be read or written.
public final class StatusIndex implements AutoCloseable {

    private final IndexFolder folder;
    private final IndexSettings settings;
    private final PostText analyzer = new PostText();
    private final Paging paging;
    /// Shared by all who write, taken whole by who switches: so nothing is put into a generation that is about to go.
    private final ReadWriteLock switching = new ReentrantReadWriteLock();

    private final Origin origin;
    private final @Nullable String note;
    private volatile Generation serving;
    private volatile boolean corrupt;
    private volatile @Nullable Progress progress;

    private StatusIndex(IndexFolder folder, IndexSettings settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.paging = new Paging(analyzer, settings.timeLimit());
        Opening opening = Opening.of(folder, analyzer, settings.ramBufferMegabytes());
        this.origin = opening.origin();
        this.note = opening.note();
        this.serving = opening.serving();
    }

    /// Opens the folder, creating it when missing. A damaged index is moved aside and an empty one serves instead:
    /// see [#state()].
    /// Reads every byte of the index once (about a second for ten million statuses in the page cache).
    ///
    /// @throws IndexUnusable when the folder cannot be used at all, or another process holds it
    public static StatusIndex open(Path directory, IndexSettings settings) {
        IndexFolder folder = null;
        try {
            folder = IndexFolder.open(directory);
            return new StatusIndex(folder, settings);
        } catch (LockObtainFailedException held) {
            throw new IndexUnusable(
                    directory, "is held by another process: stop that one, or choose another folder", held);
        } catch (IOException | RuntimeException failure) {
            var fact = new IndexUnusable(directory, "cannot be opened: " + failure.getMessage(), failure);
            if (folder != null) {
                try {
                    folder.close();
                } catch (IOException also) {
                    fact.addSuppressed(also);
                }
            }
            throw fact;
        }
    }

    private Generation empty() throws IOException {
        return Generation.open(folder.fresh(), analyzer, settings.ramBufferMegabytes());
    }

    /// Writes documents, replacing those of the same id. Not yet visible, not yet lasting.
    public void put(Collection<StatusDocument> documents) {
        write(generation -> generation.put(documents));
    }

    /// Takes statuses out; unknown ids do no harm.
    public void delete(Collection<Long> ids) {
        write(generation -> generation.delete(ids));
    }

    /// Shows searches all that was put and deleted before this call. Costs some milliseconds: call it per batch, not
    /// per status.
    public void makeVisible() {
        write(Generation::makeVisible);
    }

    /// Makes all that was put before this call survive a crash, with the note that it reaches up to `mark`. Costs an
    /// fsync.
    public void commit(Position mark) {
        write(generation -> generation.commit(mark));
    }

    /// The mark of the last commit, from which feeding goes on; empty means from the beginning.
    public Optional<Position> committedPosition() {
        return serving.position();
    }

    /// Finds one page.
    ///
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws CursorNotUnderstood when the cursor does not fit
    /// @throws SearchTookTooLong at the time limit
    public SearchPage search(SearchRequest request) {
        Optional<Cursor> cursor = Cursor.of(request);
        return read(generation -> search(generation, request, cursor));
    }

    private SearchPage search(Generation generation, SearchRequest request, Optional<Cursor> cursor)
            throws IOException {
        IndexSearcher searcher = generation.borrow(cursor.map(Cursor::snapshot).orElse(0L));
        try {
            long snapshot = request.sort() == Sort.RELEVANCE ? generation.keep(searcher) : 0;
            return paging.page(searcher.getIndexReader(), request, cursor, snapshot);
        } finally {
            generation.release(searcher);
        }
    }

    /// Counts what matches, a number for each quarter of an hour.
    ///
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws SearchTookTooLong at the time limit
    public int[] countQuarters(QuarterRequest request) {
        var counter = new QuarterCounter(analyzer, settings.timeLimit());
        return read(generation -> generation.look(reader -> counter.count(reader, request)));
    }

    /// Statuses that searches see.
    public long count() {
        return read(Generation::count);
    }

    public IndexState state() {
        Progress now = progress;
        boolean partial = now != null;
        long done = now == null ? 0 : now.done;
        long total = now == null ? 0 : now.total;
        return read(generation ->
                new IndexState(generation.count(), generation.bytes(), partial, done, total, origin, note));
    }

    /// Says that statuses are missing and how far the feeder has come; shown by [#state()] until [#markComplete()].
    public void markPartial(long done, long total) {
        progress = new Progress(done, total);
    }

    public void markComplete() {
        progress = null;
    }

    /// False when the folder's files have gone or the writer has broken down: then feed a [#startRebuild()] and
    /// switch to it.
    public boolean isAlive() {
        return !corrupt && serving.isWhole();
    }

    /// Empties the index, forgetting its position.
    public void clear() {
        write(Generation::clear);
    }

    /// Begins a second, empty index in a folder beside the present one, which goes on serving.
    public Rebuild startRebuild() {
        try {
            return new Rebuild(empty());
        } catch (IOException failure) {
            throw unusable("cannot be built anew", failure);
        }
    }

    /// Writes what is left and gives the folder free for another process.
    @Override
    public void close() {
        switching.writeLock().lock();
        try (folder) {
            serving.close();
        } catch (IOException | AlreadyClosedException failure) {
            throw unusable("could not write its last changes; they will be read again from the database", failure);
        } finally {
            switching.writeLock().unlock();
        }
    }

    private <T> T read(Reading<T> reading) {
        while (true) {
            Generation generation = serving;
            try {
                return reading.from(generation);
            } catch (AlreadyClosedException closed) {
                if (generation == serving) {
                    throw unusable("has been closed", closed);
                }
                // Switched away from under this reader: the next round meets the new generation.
            } catch (CorruptIndexException damage) {
                corrupt = true;
                throw unusable("is damaged", damage);
            } catch (IOException failure) {
                throw unusable("cannot be read", failure);
            }
        }
    }

    private void write(Writing writing) {
        switching.readLock().lock();
        try {
            writing.on(serving);
        } catch (IOException | AlreadyClosedException failure) {
            throw unusable("cannot be written", failure);
        } finally {
            switching.readLock().unlock();
        }
    }

    private IndexUnusable unusable(String what, Throwable cause) {
        return new IndexUnusable(folder.root(), what + ": " + cause.getMessage(), cause);
    }

    private record Progress(long done, long total) {}

    @FunctionalInterface
    private interface Reading<T> {
        T from(Generation generation) throws IOException;
    }

    @FunctionalInterface
    private interface Writing {
        void on(Generation generation) throws IOException;
    }

    /// An index being built beside the one that serves. Close it to abandon it; after [#switchTo(Position)] closing
    /// does nothing.
    public final class Rebuild implements AutoCloseable {

        private final Generation next;
        private boolean finished;

        private Rebuild(Generation next) {
            this.next = next;
        }

        /// As [StatusIndex#put(Collection)]. Quickest in ascending order of ids.
        public void put(Collection<StatusDocument> documents) {
            write(generation -> generation.put(documents));
        }

        /// As [StatusIndex#delete(Collection)].
        public void delete(Collection<Long> ids) {
            write(generation -> generation.delete(ids));
        }

        /// Commits it with `mark`, and lets it take the place of the index that served until now; no search fails
        /// meanwhile.
        /// What was put into the other after the state this one was read from must be put again.
        public void switchTo(Position mark) {
            write(generation -> generation.commit(mark));
            write(Generation::makeVisible);
            switching.writeLock().lock();
            try {
                Generation before = serving;
                write(generation -> folder.pointTo(generation.path()));
                serving = next;
                corrupt = false;
                finished = true;
                Closing.discard(before);
            } finally {
                switching.writeLock().unlock();
            }
        }

        @Override
        public void close() {
            if (!finished) {
                finished = true;
                Closing.discard(next);
            }
        }

        private void write(Writing writing) {
            try {
                writing.on(next);
            } catch (IOException | AlreadyClosedException failure) {
                throw unusable("cannot be built anew", failure);
            }
        }
    }
}
