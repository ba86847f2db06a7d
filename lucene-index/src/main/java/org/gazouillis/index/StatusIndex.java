package org.gazouillis.index;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// The index of statuses in one folder. One per folder and process; safe for all threads.
///
/// The feeder's loop is `put`/`delete` → `makeVisible` → now and then `commit`. All writing methods are idempotent by
/// id, so
/// whatever lies after the last committed position may be fed again. No thread of its own.
public final class StatusIndex implements AutoCloseable {

    private StatusIndex() {}

    /// Opens the folder, creating it when missing. A damaged index is moved aside and an empty one serves instead: see
    /// [#state()].
    ///
    /// @throws IndexUnusable when the folder cannot be used at all, or another process holds it
    public static StatusIndex open(Path directory, IndexSettings settings) {
        throw new UnsupportedOperationException(directory + " " + settings);
    }

    /// Writes documents, replacing those of the same id. Not yet visible, not yet lasting.
    public void put(Collection<StatusDocument> documents) {
        throw new UnsupportedOperationException(documents.toString());
    }

    /// Takes statuses out; unknown ids do no harm.
    public void delete(Collection<Long> ids) {
        throw new UnsupportedOperationException(ids.toString());
    }

    /// Shows searches all that was put and deleted before this call. Costs some milliseconds: call it per batch, not
    /// per status.
    public void makeVisible() {
        throw new UnsupportedOperationException();
    }

    /// Makes all that was put before this call survive a crash, with the note that it reaches up to `mark`. Costs an
    /// fsync.
    public void commit(Position mark) {
        throw new UnsupportedOperationException(mark.toString());
    }

    /// The mark of the last commit, from which feeding goes on; empty means from the beginning.
    public Optional<Position> committedPosition() {
        throw new UnsupportedOperationException();
    }

    /// @throws QuerySyntaxException when the query is not understood
    /// @throws CursorNotUnderstood when the cursor does not fit
    /// @throws SearchTookTooLong at the time limit
    /// @throws IndexUnusable when the index cannot be read
    public SearchPage search(SearchRequest request) {
        throw new UnsupportedOperationException(request.toString());
    }

    /// Statuses that searches see.
    public long count() {
        throw new UnsupportedOperationException();
    }

    public IndexState state() {
        throw new UnsupportedOperationException();
    }

    /// Says that statuses are missing and how far the feeder has come; shown by [#state()] until [#markComplete()].
    public void markPartial(long done, long total) {
        throw new UnsupportedOperationException(done + "/" + total);
    }

    public void markComplete() {
        throw new UnsupportedOperationException();
    }

    /// False when the folder's files have gone or the writer has broken down: then feed a [#startRebuild()] and switch
    /// to it.
    public boolean isAlive() {
        throw new UnsupportedOperationException();
    }

    /// Empties the index, forgetting its position.
    public void clear() {
        throw new UnsupportedOperationException();
    }

    /// Begins a second, empty index in a folder beside the present one, which goes on serving.
    public Rebuild startRebuild() {
        throw new UnsupportedOperationException();
    }

    /// Writes what is left and gives the folder free for another process.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    /// An index being built beside the one that serves. Close it to abandon it; after [#switchTo(Position)] closing
    /// does nothing.
    public static final class Rebuild implements AutoCloseable {

        private Rebuild() {}

        /// As [StatusIndex#put(Collection)]. Quickest in ascending order of ids.
        public void put(Collection<StatusDocument> documents) {
            throw new UnsupportedOperationException(documents.toString());
        }

        public void delete(Collection<Long> ids) {
            throw new UnsupportedOperationException(ids.toString());
        }

        /// Commits it with `mark`, and lets it take the place of the index that served until now; no search fails
        /// meanwhile.
        public void switchTo(Position mark) {
            throw new UnsupportedOperationException(mark.toString());
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }
    }
}
