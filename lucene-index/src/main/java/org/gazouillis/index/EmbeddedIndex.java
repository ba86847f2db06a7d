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

/// The index in one folder, embedded in this process. It has no thread of its own (Lucene merges in threads of its).
final class EmbeddedIndex implements StatusIndex {

    private final IndexFolder folder;
    private final IndexSettings settings;
    private final PostText analyzer = new PostText();
    private final Columns columns = new Columns();
    private final Asking asking;
    private final Paging paging = new Paging();
    private final Counting counting;
    private final Explaining explaining;
    private final Completing completing;
    private final Origin origin;
    private final @Nullable String note;
    private final Serving serving;
    private volatile @Nullable Progress progress;

    private EmbeddedIndex(IndexFolder folder, IndexSettings settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.asking = new Asking(analyzer, columns, settings.timeLimit());
        this.counting = new Counting(asking);
        this.explaining = new Explaining(analyzer);
        this.completing = new Completing(asking);
        Opening opening = Opening.of(folder, analyzer, settings.ramBufferMegabytes(), columns);
        this.origin = opening.origin();
        this.note = opening.note();
        this.serving = new Serving(folder, opening.serving());
    }

    /// As [StatusIndex#open].
    static StatusIndex open(Path directory, IndexSettings settings) {
        IndexFolder folder = null;
        try {
            folder = IndexFolder.open(directory);
            return new EmbeddedIndex(folder, settings);
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

    @Override
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

    @Override
    public void delete(Collection<Long> ids) {
        serving.write(generation -> generation.delete(ids));
    }

    @Override
    public void makeVisible() {
        serving.write(Generation::makeVisible);
    }

    @Override
    public void commit(Position mark) {
        serving.write(generation -> generation.commit(mark));
    }

    @Override
    public Optional<Position> committedPosition() {
        return serving.present().position();
    }

    @Override
    public void count(Map<Long, Counts> counts) {
        counts.forEach(columns.counters()::set);
        enterNewSlots();
    }

    @Override
    public void see(Map<Long, Integer> impressions) {
        impressions.forEach(columns.counters()::see);
        enterNewSlots();
    }

    private void enterNewSlots() {
        serving.ask(reader -> {
            columns.enterNewSlots(reader);
            return reader.numDocs();
        });
    }

    @Override
    public void add(long id, int likes, int reposts, int replies) {
        columns.counters().add(id, likes, reposts, replies);
    }

    @Override
    public Counts counts(long id) {
        return columns.counters().of(id);
    }

    @Override
    public SearchPage search(SearchRequest request) {
        return serving.ask(reader -> paging.page(selection -> asking.matches(reader, selection), request));
    }

    @Override
    public long total(Selection selection) {
        return serving.ask(reader -> counting.total(reader, selection));
    }

    @Override
    public List<Bar> histogram(Selection selection, Step step) {
        return serving.ask(reader -> counting.histogram(reader, selection, step));
    }

    @Override
    public Map<Facet, List<FacetCount>> facets(Selection selection, Set<Facet> facets, int top) {
        StatusIndex.requireTop(top);
        return serving.ask(reader -> counting.facets(reader, selection, facets, top));
    }

    @Override
    public Optional<Why> why(Selection selection, Sort sort, long id, String text) {
        return serving.ask(reader -> explaining.why(asking.examiner(reader, selection, id), selection, sort, text));
    }

    @Override
    public List<FacetCount> begun(SearchScope scope, Facet facet, String beginning, int top) {
        StatusIndex.requireNamed(facet);
        StatusIndex.requireTop(top);
        return serving.ask(reader -> completing.begun(reader, scope, facet, beginning, top));
    }

    @Override
    public Set<Long> missing(Collection<Long> ids) {
        return serving.ask(reader -> Presence.missing(reader, ids));
    }

    @Override
    public long count() {
        return serving.read(Generation::count);
    }

    @Override
    public IndexState state() {
        Progress now = progress;
        boolean partial = now != null;
        long done = now == null ? 0 : now.done;
        long total = now == null ? 0 : now.total;
        return serving.read(generation ->
                new IndexState(generation.count(), generation.bytes(), partial, done, total, origin, note));
    }

    @Override
    public IndexFiles files() {
        return serving.read(Generation::files);
    }

    @Override
    public void markPartial(long done, long total) {
        progress = new Progress(done, total);
    }

    @Override
    public void markComplete() {
        progress = null;
    }

    @Override
    public boolean isAlive() {
        return serving.isAlive();
    }

    @Override
    public boolean canBeResumed() {
        return serving.canBeResumed();
    }

    @Override
    public void resume() {
        try {
            serving.resume(this::opened);
        } catch (IOException | AlreadyClosedException failure) {
            throw serving.unusable("cannot be opened again", failure);
        }
    }

    @Override
    public void clear() {
        serving.write(Generation::clear);
    }

    @Override
    public Rebuild startRebuild() {
        try {
            return new Successor(empty());
        } catch (IOException failure) {
            throw serving.unusable("cannot be built anew", failure);
        }
    }

    @Override
    public void close() {
        serving.close();
    }

    private record Progress(long done, long total) {}

    /// As [Rebuild] says, in a folder beside the one that serves.
    private final class Successor implements Rebuild {

        private final Generation next;
        private boolean finished;

        private Successor(Generation next) {
            this.next = next;
        }

        @Override
        public void put(Collection<StatusDocument> documents) {
            keepFigures(documents);
            write(generation -> generation.put(documents));
        }

        @Override
        public void delete(Collection<Long> ids) {
            write(generation -> generation.delete(ids));
        }

        @Override
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
