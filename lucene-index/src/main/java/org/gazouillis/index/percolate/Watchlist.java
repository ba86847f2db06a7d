package org.gazouillis.index.percolate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.document.LuceneDocuments;
import org.gazouillis.index.search.WatchedQuery;

/// Many queries, and which of them a new status matches: those by which a search of the same scope would find it.
///
/// Lucene's Monitor keeps an index of the queries by their rarest terms, so a status is tried only against the few
/// that can match at all, all of them at once by [BatchMatcher]. Scopes stand beside the queries and are looked at
/// afterwards, outside of anything that a user writes.
///
/// Safe for all threads. Putting costs some milliseconds for each call, so put many at once.
public final class Watchlist implements AutoCloseable {
    private static final PostText ANALYZER = new PostText();

    private final Monitor monitor;
    private final Map<Long, SearchScope> scopes = new ConcurrentHashMap<>();

    public Watchlist() {
        try {
            monitor = new Monitor(ANALYZER, new TextPresearcher());
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    /// Whether a query can be put here, whoever asks it: names of brands, campaigns and lists are not looked at.
    ///
    /// @throws QuerySyntaxException when it cannot
    public static void check(String query) {
        WatchedQuery.check(query);
    }

    /// Puts all that are understood; each replaces the one of its id.
    ///
    /// @return why the others were not put, by their ids; what stood at these ids before is gone
    public Map<Long, QuerySyntaxException> put(Collection<Watch> watches) {
        Map<Long, QuerySyntaxException> refused = new LinkedHashMap<>();
        Map<Long, MonitorQuery> understood = new LinkedHashMap<>();
        for (Watch watch : watches) {
            try {
                understood.put(watch.id(), query(watch));
                scopes.put(watch.id(), watch.scope());
            } catch (QuerySyntaxException fault) {
                refused.put(watch.id(), fault);
                understood.remove(watch.id());
            }
        }
        remove(refused.keySet());
        try {
            monitor.register(understood.values());
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
        return refused;
    }

    /// Unknown ids do no harm.
    public void remove(Collection<Long> ids) {
        List<Long> known = ids.stream().filter(scopes::containsKey).toList();
        if (!known.isEmpty()) {
            try {
                monitor.deleteById(known.stream().map(String::valueOf).toList());
            } catch (IOException impossible) {
                throw inMemory(impossible);
            }
            known.forEach(scopes::remove);
        }
    }

    public int size() {
        return scopes.size();
    }

    /// Which watches each of the statuses matches, in the order of the statuses.
    public List<Sighting> match(List<StatusDocument> statuses) {
        if (statuses.isEmpty() || scopes.isEmpty()) {
            return List.of();
        }
        try {
            return statuses.size() == 1 ? one(statuses.getFirst()) : many(statuses);
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    private List<Sighting> one(StatusDocument status) throws IOException {
        MatchingQueries<QueryMatch> matches = monitor.match(LuceneDocuments.passing(status), BatchMatcher::new);
        var found = new ArrayList<Sighting>();
        matches.getMatches().forEach(match -> note(match, status, found));
        return found;
    }

    private List<Sighting> many(List<StatusDocument> statuses) throws IOException {
        Document[] documents = statuses.stream().map(LuceneDocuments::passing).toArray(Document[]::new);
        MultiMatchingQueries<QueryMatch> matches = monitor.match(documents, BatchMatcher::new);
        var found = new ArrayList<Sighting>();
        for (int at = 0; at < documents.length; at++) {
            StatusDocument status = statuses.get(at);
            matches.getMatches(at).forEach(match -> note(match, status, found));
        }
        return found;
    }

    /// One that was removed meanwhile has no scope any more.
    private void note(QueryMatch match, StatusDocument status, List<Sighting> found) {
        long watch = Long.parseLong(match.getQueryId());
        SearchScope scope = scopes.get(watch);
        if (scope != null && scope.sees(status)) {
            found.add(new Sighting(watch, status.id()));
        }
    }

    private static MonitorQuery query(Watch watch) {
        return new MonitorQuery(
                Long.toString(watch.id()),
                WatchedQuery.of(watch.query(), ANALYZER, watch.scope(), watch.standpoint()),
                watch.query(),
                Map.of());
    }

    private static UncheckedIOException inMemory(IOException impossible) {
        return new UncheckedIOException("The watchlist lies in memory and cannot fail to be read", impossible);
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }
}
