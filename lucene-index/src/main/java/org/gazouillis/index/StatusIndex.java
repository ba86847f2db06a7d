package org.gazouillis.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.gazouillis.index.IndexState.Origin;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.column.Columns;
import org.gazouillis.index.search.Asking;
import org.gazouillis.index.search.Completing;
import org.gazouillis.index.search.Counting;
import org.gazouillis.index.search.Explaining;
import org.gazouillis.index.search.Paging;
import org.gazouillis.index.search.Presence;
import org.gazouillis.index.write.Closing;
import org.gazouillis.index.write.Generation;
import org.gazouillis.index.write.IndexFolder;
import org.jspecify.annotations.Nullable;

/// The index of statuses in one folder. One per folder and process; safe for all threads.
///
/// The feeder's loop is `put`/`delete` → `makeVisible` → now and then `commit`. All writing methods are idempotent by
/// id, so
/// whatever lies after the last committed position may be fed again. It has no thread of its own (Lucene merges in
/// threads of its).
///
/// Every method that reads or writes throws [IndexUnusable] when the folder cannot be read or written.
public final class StatusIndex implements AutoCloseable {

    /// The most values that one facet can show.
    public static final int MOST_VALUES = 1_000;

    private final IndexFolder folder;
    private final IndexSettings settings;
    private final PostText analyzer = new PostText();
    private final Columns columns = new Columns();
    private final Paging paging;
    private final Counting counting;
    private final Explaining explaining;
    private final Completing completing;
    private final Origin origin;
    private final @Nullable String note;
    private final Serving serving;
    private volatile @Nullable Progress progress;

    private StatusIndex(IndexFolder folder, IndexSettings settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        var asking = new Asking(analyzer, columns, settings.timeLimit());
        this.paging = new Paging(asking);
        this.counting = new Counting(asking);
        this.explaining = new Explaining(asking);
        this.completing = new Completing(asking);
        Opening opening = Opening.of(folder, analyzer, settings.ramBufferMegabytes(), columns);
        this.origin = opening.origin();
        this.note = opening.note();
        this.serving = new Serving(folder, opening.serving());
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
        Path path = folder.fresh();
        try {
            return opened(path);
        } catch (IOException | RuntimeException failure) {
            // On a full disk it is tried again and again, and must not fill it up with its remains.
            Closing.remove(path);
            throw failure;
        }
    }

    private Generation opened(Path path) throws IOException {
        return Generation.open(path, analyzer, settings.ramBufferMegabytes(), columns);
    }

    /// Writes documents, replacing those of the same id. Not yet visible, not yet lasting.
    ///
    /// The figures of an imported status become its counts; a document without figures leaves the counts alone.
    public void put(Collection<StatusDocument> documents) {
        keepFigures(documents);
        serving.write(generation -> generation.put(documents));
    }

    private void keepFigures(Collection<StatusDocument> documents) {
        for (StatusDocument document : documents) {
            Counts figures = document.figures();
            if (figures.engagement() > 0) {
                columns.counters().set(document.id(), figures);
            }
        }
    }

    /// Takes statuses out; unknown ids do no harm.
    public void delete(Collection<Long> ids) {
        serving.write(generation -> generation.delete(ids));
    }

    /// Shows searches all that was put and deleted before this call. Costs some milliseconds: call it per batch, not
    /// per status.
    public void makeVisible() {
        serving.write(Generation::makeVisible);
    }

    /// Makes all that was put before this call survive a crash, with the note that it reaches up to `mark`. Costs an
    /// fsync.
    public void commit(Position mark) {
        serving.write(generation -> generation.commit(mark));
    }

    /// The mark of the last commit, from which feeding goes on; empty means from the beginning.
    public Optional<Position> committedPosition() {
        return serving.present().position();
    }

    /// Sets what statuses have gathered so far, seen by the next search.
    ///
    /// Counts are kept in memory only and belong to ids, indexed already or not: load them once after each start,
    /// in the order of the ids, which is quickest.
    public void count(Map<Long, Counts> counts) {
        counts.forEach(columns.counters()::set);
        serving.ask(reader -> {
            columns.enterNewSlots(reader);
            return reader.numDocs();
        });
    }

    /// Counts one status up, or down, seen by the next search. Not idempotent: prefer [#count(Map)] where facts can
    /// come twice.
    public void add(long id, int likes, int reposts, int replies) {
        columns.counters().add(id, likes, reposts, replies);
    }

    /// What a status has gathered by now.
    public Counts counts(long id) {
        return columns.counters().of(id);
    }

    /// Finds one page.
    ///
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws CursorNotUnderstood when the cursor does not fit
    /// @throws SearchTookTooLong at the time limit
    public SearchPage search(SearchRequest request) {
        return serving.ask(reader -> paging.page(reader, request));
    }

    /// Counts all statuses of a selection, where a page says no more than "more than a hundred".
    ///
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws SearchTookTooLong at the time limit
    public long total(Selection selection) {
        return serving.ask(reader -> counting.total(reader, selection));
    }

    /// Counts a selection by quarter, hour, day or week of its zone: oldest first, exact, without empty bars.
    ///
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws SearchTookTooLong at the time limit
    public List<Bar> histogram(Selection selection, Step step) {
        return serving.ask(reader -> counting.histogram(reader, selection, step));
    }

    /// Counts the `top` most frequent values of each facet among a selection, exactly, the most frequent first. Select
    /// `#this` to see which hashtags stand beside it; it is then the first itself.
    ///
    /// @param top 1 to [#MOST_VALUES]
    /// @throws QuerySyntaxException when the query is not understood
    /// @throws SearchTookTooLong at the time limit
    public Map<Facet, List<FacetCount>> facets(Selection selection, Set<Facet> facets, int top) {
        if (top < 1 || top > MOST_VALUES) {
            throw new IllegalArgumentException("top is " + top + ": ask for 1 to " + MOST_VALUES + " values");
        }
        return serving.ask(reader -> counting.facets(reader, selection, facets, top));
    }

    /// Says why a search finds one status, and why it stands where it does in that order.
    ///
    /// @param text of the status; the index keeps none
    /// @return empty when the search does not find it
    /// @throws QuerySyntaxException when the query is not understood
    public Optional<Why> why(Selection selection, Sort sort, long id, String text) {
        return serving.ask(reader -> explaining.why(reader, selection, sort, id, text));
    }

    /// The most frequent values of a facet that begin in a certain way, among all that a scope may see, with exact
    /// counts, the most frequent first.
    ///
    /// @param facet neither [Facet#BRAND] nor [Facet#CAMPAIGN], which have names in the database only
    /// @param beginning as [Suggestions#folded] gives it; empty for all values
    /// @param top 1 to [#MOST_VALUES]
    /// @throws SearchTookTooLong at the time limit
    public List<FacetCount> begun(SearchScope scope, Facet facet, String beginning, int top) {
        if (facet == Facet.BRAND || facet == Facet.CAMPAIGN) {
            throw new IllegalArgumentException(facet + " has numbers in the index, not names");
        }
        return serving.ask(reader -> completing.begun(reader, scope, facet, beginning, top));
    }

    /// Which of these statuses searches do not see.
    public Set<Long> missing(Collection<Long> ids) {
        return serving.ask(reader -> Presence.missing(reader, ids));
    }

    /// Statuses that searches see.
    public long count() {
        return serving.read(Generation::count);
    }

    public IndexState state() {
        Progress now = progress;
        boolean partial = now != null;
        long done = now == null ? 0 : now.done;
        long total = now == null ? 0 : now.total;
        return serving.read(generation ->
                new IndexState(generation.count(), generation.bytes(), partial, done, total, origin, note));
    }

    /// How it lies on disk.
    public IndexFiles files() {
        return serving.read(Generation::files);
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
        return serving.isAlive();
    }

    /// Whether it is not alive only because the writer broke down, as on a full disk: then [#resume()] is enough.
    public boolean canBeResumed() {
        return serving.canBeResumed();
    }

    /// Goes on from the last commit: whatever was put after [#committedPosition()] must be put again. While that is not
    /// possible yet, it throws and serves what it served.
    public void resume() {
        try {
            serving.resume(this::opened);
        } catch (IOException | AlreadyClosedException failure) {
            throw serving.unusable("cannot be opened again", failure);
        }
    }

    /// Empties the index, forgetting its position.
    public void clear() {
        serving.write(Generation::clear);
    }

    /// Begins a second, empty index in a folder beside the present one, which goes on serving.
    public Rebuild startRebuild() {
        try {
            return new Rebuild(empty());
        } catch (IOException failure) {
            throw serving.unusable("cannot be built anew", failure);
        }
    }

    /// Writes what is left and gives the folder free for another process.
    @Override
    public void close() {
        serving.close();
    }

    private record Progress(long done, long total) {}

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
            keepFigures(documents);
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
            write(serving::switchTo);
            finished = true;
        }

        @Override
        public void close() {
            if (!finished) {
                finished = true;
                Closing.discard(next);
            }
        }

        private void write(Serving.Writing writing) {
            try {
                writing.on(next);
            } catch (IOException | AlreadyClosedException failure) {
                throw serving.unusable("cannot be built anew", failure);
            }
        }
    }
}
