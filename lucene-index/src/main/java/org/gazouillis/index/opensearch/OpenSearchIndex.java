package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gazouillis.index.Bar;
import org.gazouillis.index.Counts;
import org.gazouillis.index.Facet;
import org.gazouillis.index.FacetCount;
import org.gazouillis.index.IndexFiles;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.IndexState;
import org.gazouillis.index.IndexState.Origin;
import org.gazouillis.index.IndexUnusable;
import org.gazouillis.index.OpenSearchSettings;
import org.gazouillis.index.Position;
import org.gazouillis.index.SearchPage;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Sort;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.index.Step;
import org.gazouillis.index.Why;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.column.Counters;
import org.gazouillis.index.search.Explaining;
import org.gazouillis.index.search.Paging;
import org.gazouillis.index.search.QueryTranslator;
import org.jspecify.annotations.Nullable;

/// The index in an OpenSearch cluster.
///
/// What a status has gathered stands in its document, so that all who search the cluster sort and filter by it; the one
/// process that feeds keeps it in memory, too, for statuses that are written later than they are counted.
public final class OpenSearchIndex implements StatusIndex {

    /// Else a cluster would make an index of its own of what is written to one that is gone.
    private static final Map<String, String> IF_IT_SERVES = Map.of("require_alias", "true");

    private static final Map<String, String> AT_ONCE = Map.of("require_alias", "true", "refresh", "true");
    private static final int ASKED_AT_ONCE = 5_000;

    private final Cluster cluster;
    private final Generations generations;
    private final String name;
    private final IndexSettings settings;
    private final PostText analyzer = new PostText();
    private final Paging paging = new Paging();
    private final Explaining explaining = new Explaining(analyzer);
    private final Counters counters = new Counters();
    private final Sizes sizes;
    private final Origin origin;
    private volatile @Nullable Progress progress;

    private OpenSearchIndex(Cluster cluster, OpenSearchSettings place, IndexSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
        this.generations = new Generations(cluster, place);
        this.name = generations.serving();
        this.sizes = new Sizes(cluster, name);
        this.origin = generations.open() ? Origin.CONTINUED : Origin.EMPTY;
    }

    /// As [StatusIndex#connect].
    public static StatusIndex open(OpenSearchSettings place, IndexSettings settings) {
        var cluster = new Cluster(place);
        try {
            return new OpenSearchIndex(cluster, place, settings);
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    @Override
    public void put(Collection<StatusDocument> documents) {
        put(new Bulk(cluster, name, IF_IT_SERVES), documents);
    }

    private void put(Bulk bulk, Collection<StatusDocument> documents) {
        for (StatusDocument document : documents) {
            Counts figures = document.figures();
            if (figures.engagement() > 0) {
                counters.set(document.id(), figures);
            }
            bulk.put(
                    document.id(),
                    JsonDocuments.of(document, counters.of(document.id()), counters.impressions(document.id())));
        }
        bulk.send();
    }

    @Override
    public void delete(Collection<Long> ids) {
        delete(new Bulk(cluster, name, IF_IT_SERVES), ids);
    }

    private static void delete(Bulk bulk, Collection<Long> ids) {
        ids.forEach(bulk::delete);
        bulk.send();
    }

    @Override
    public void makeVisible() {
        cluster.ask("POST", "/" + name + "/_refresh", null);
        sizes.forget();
    }

    /// What was put is on disk already: a cluster answers after writing.
    @Override
    public void commit(Position mark) {
        generations.commit(name, mark);
    }

    @Override
    public Optional<Position> committedPosition() {
        return generations.position();
    }

    @Override
    public void count(Map<Long, Counts> counts) {
        var bulk = new Bulk(cluster, name, AT_ONCE);
        counts.forEach((id, now) -> {
            counters.set(id, now);
            bulk.change(id, JsonDocuments.of(now));
        });
        bulk.send();
    }

    @Override
    public void see(Map<Long, Integer> impressions) {
        var bulk = new Bulk(cluster, name, AT_ONCE);
        impressions.forEach((id, now) -> {
            counters.see(id, now);
            bulk.change(id, JsonDocuments.ofImpressions(now));
        });
        bulk.send();
    }

    @Override
    public void add(long id, int likes, int reposts, int replies) {
        counters.add(id, likes, reposts, replies);
        var bulk = new Bulk(cluster, name, AT_ONCE);
        bulk.change(id, JsonDocuments.of(counters.of(id)));
        bulk.send();
    }

    @Override
    public Counts counts(long id) {
        return counters.of(id);
    }

    private Inquiry inquiry(Selection selection) {
        var translator = new QueryTranslator<>(new JsonDialect(), analyzer, selection.scope(), selection.standpoint());
        return new Inquiry(cluster, name, settings.timeLimit(), selection, translator.translate(selection.query()));
    }

    @Override
    public SearchPage search(SearchRequest request) {
        return asked(() -> paging.page(selection -> new JsonMatches(inquiry(selection)), request));
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.answer();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A cluster fails in its own way", impossible);
        }
    }

    @Override
    public long total(Selection selection) {
        return JsonMatches.total(inquiry(selection)
                .ask(Map.of("size", 0, "track_total_hits", true))
                .path("hits"));
    }

    @Override
    public List<Bar> histogram(Selection selection, Step step) {
        return JsonHistogram.count(inquiry(selection), selection.standpoint().zone(), step);
    }

    @Override
    public Map<Facet, List<FacetCount>> facets(Selection selection, Set<Facet> facets, int top) {
        StatusIndex.requireTop(top);
        return new JsonFacets(inquiry(selection), selection.scope(), top, "").count(facets);
    }

    @Override
    public Optional<Why> why(Selection selection, Sort sort, long id, String text) {
        return asked(() -> explaining.why(new JsonExaminer(() -> inquiry(selection), id), selection, sort, text));
    }

    @Override
    public List<FacetCount> begun(SearchScope scope, Facet facet, String beginning, int top) {
        StatusIndex.requireNamed(facet);
        StatusIndex.requireTop(top);
        var all = new Inquiry(cluster, name, settings.timeLimit(), scope);
        return new JsonFacets(all, scope, top, beginning).count(Set.of(facet)).getOrDefault(facet, List.of());
    }

    @Override
    public Set<Long> missing(Collection<Long> ids) {
        Set<Long> missing = new TreeSet<>(ids);
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE)).stream()
                    .map(String::valueOf)
                    .toList();
            Map<String, Object> request =
                    Map.of("size", ASKED_AT_ONCE, "_source", false, "query", Map.of("ids", Map.of("values", some)));
            for (JsonNode hit : cluster.ask("POST", "/" + name + "/_search", request)
                    .path("hits")
                    .path("hits")) {
                missing.remove(hit.path("_id").asLong());
            }
        }
        return missing;
    }

    @Override
    public long count() {
        return sizes.count();
    }

    @Override
    public IndexState state() {
        Progress now = progress;
        long done = now == null ? 0 : now.done;
        long total = now == null ? 0 : now.total;
        Sizes.Size size = sizes.now();
        return new IndexState(size.documents(), size.bytes(), now != null, done, total, origin, null);
    }

    @Override
    public IndexFiles files() {
        return sizes.files(generations.committedAt());
    }

    @Override
    public void markPartial(long done, long total) {
        progress = new Progress(done, total);
    }

    @Override
    public void markComplete() {
        progress = null;
    }

    /// False only when the cluster says so.
    @Override
    public boolean isAlive() {
        try {
            return generations.isThere() && !generations.isBlocked();
        } catch (IndexUnusable silent) {
            return true;
        }
    }

    @Override
    public boolean canBeResumed() {
        return generations.isThere() && generations.isBlocked();
    }

    /// Nothing was lost and nothing is to be opened: it is only known again whether the cluster takes anything.
    @Override
    public void resume() {
        if (generations.isBlocked()) {
            throw cluster.unusable(
                    Cluster.LETS_NOBODY_WRITE + "a disk is full, or somebody forbade it; feeding goes on afterwards",
                    false,
                    null);
        }
    }

    @Override
    public void clear() {
        generations.switchTo(generations.fresh());
        sizes.forget();
    }

    @Override
    public Rebuild startRebuild() {
        return new Successor(generations.fresh());
    }

    @Override
    public void close() {
        cluster.close();
    }

    private record Progress(long done, long total) {}

    @FunctionalInterface
    private interface Question<T> {
        T answer() throws IOException;
    }

    /// As [Rebuild] says, in an index of its own.
    private final class Successor implements Rebuild {
        private final String next;
        private boolean finished;

        Successor(String next) {
            this.next = next;
        }

        @Override
        public void put(Collection<StatusDocument> documents) {
            OpenSearchIndex.this.put(new Bulk(cluster, next, Map.of()), documents);
        }

        @Override
        public void delete(Collection<Long> ids) {
            OpenSearchIndex.delete(new Bulk(cluster, next, Map.of()), ids);
        }

        @Override
        public void switchTo(Position mark) {
            generations.commit(next, mark);
            cluster.ask("POST", "/" + next + "/_refresh", null);
            generations.switchTo(next);
            sizes.forget();
            finished = true;
        }

        @Override
        public void close() {
            if (!finished) {
                finished = true;
                generations.delete(next);
            }
        }
    }
}
