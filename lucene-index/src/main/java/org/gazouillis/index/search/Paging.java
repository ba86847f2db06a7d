package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.Hit;
import org.gazouillis.index.SearchPage;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Sort;
import org.jspecify.annotations.Nullable;

/// Answers one request from one reader.
public final class Paging {

    /// Beyond it, counting costs more than the page itself; who wants to know has all counted.
    private static final int COUNTED = 100;

    /// How many are ordered by engagement at once: a walk through all matches serves several pages.
    private static final int ENGAGED = SearchRequest.MAX_LIMIT + 56;

    private final Asking asking;
    private final Rankings rankings = new Rankings();

    public Paging(Asking asking) {
        this.asking = asking;
    }

    public SearchPage page(IndexReader reader, SearchRequest request) throws IOException {
        long start = System.nanoTime();
        Optional<Cursor> cursor = Cursor.of(request);
        var searcher = asking.searcher(reader, new Selection(request.query(), request.scope(), request.standpoint()));
        Part part = cursor.isPresent() ? next(searcher, request, cursor.get()) : first(searcher, request);
        List<Hit> hits = part.found.stream()
                .map(found -> hit(found, part, request.sort()))
                .toList();
        String next = part.next == null ? null : part.next.text();
        return new SearchPage(hits, part.total, part.totalIsExact, next, (System.nanoTime() - start) / 1_000);
    }

    private Part first(StatusSearcher searcher, SearchRequest request) throws IOException {
        if (request.sort() == Sort.NEWEST) {
            var newest = new Newest(searcher, false, request.limit() + 1, COUNTED, Found.NOTHING_YET);
            List<Found> found = newest.find();
            return byAge(request, found, newest.count(), newest.countedAll(), 0);
        }
        Ranking ranking = ranking(searcher, request.sort(), Found.NOTHING_YET);
        boolean onePage = ranking.found().size() <= request.limit() && ranking.rest() == null;
        long number = onePage ? 0 : rankings.keep(request, ranking);
        return ranked(request, ranking, ranking.found(), ranking.total(), ranking.totalIsExact(), number);
    }

    private Part next(StatusSearcher searcher, SearchRequest request, Cursor cursor) throws IOException {
        if (request.sort() == Sort.NEWEST) {
            return older(searcher, request, cursor, Set.of());
        }
        Optional<Ranking> known = rankings.find(cursor.ranking(), request);
        long number = cursor.ranking();
        Ranking ranking = known.orElse(null);
        boolean spent = ranking != null
                && request.sort() == Sort.MOST_ENGAGED
                && ranking.after(cursor.last()).isEmpty();
        if (ranking == null || spent) {
            ranking = ranking(
                    searcher, request.sort(), request.sort() == Sort.MOST_ENGAGED ? cursor.last() : Found.NOTHING_YET);
            number = rankings.keep(request, ranking);
        }
        return cursor.ordered()
                ? ranked(request, ranking, ranking.after(cursor.last()), cursor.total(), cursor.totalIsExact(), number)
                : older(searcher, request, cursor, ranking.ahead());
    }

    static Ranking ranking(StatusSearcher searcher, Sort sort, Found after) throws IOException {
        if (sort == Sort.RELEVANCE) {
            return new Relevance(searcher).rank();
        }
        var best = new MostEngaged(searcher, ENGAGED, after);
        List<Found> found = best.find();
        Found rest = best.more() ? found.getLast() : null;
        return new Ranking(found, rest, Set.of(), best.count(), true);
    }

    /// The page that stands at the beginning of `left`. The last one of an order by relevance may be short: what
    /// follows is in another order.
    private static Part ranked(
            SearchRequest request, Ranking ranking, List<Found> left, long total, boolean exact, long number) {
        boolean more = left.size() > request.limit();
        List<Found> found = more ? left.subList(0, request.limit()) : left;
        Found rest = ranking.rest();
        boolean ordered = more || request.sort() == Sort.MOST_ENGAGED;
        Found last = ordered ? (found.isEmpty() ? null : found.getLast()) : rest;
        Cursor next = last == null || !(more || rest != null)
                ? null
                : new Cursor(request.sort(), ordered, last, total, exact, number);
        return new Part(found, true, total, exact, next);
    }

    /// The page behind the cursor, newest first, without those that stood in an order before.
    private static Part older(StatusSearcher searcher, SearchRequest request, Cursor cursor, Set<Long> ahead)
            throws IOException {
        int wanted = request.limit() + 1 + ahead.size();
        List<Found> found = new ArrayList<>(new Newest(searcher, false, wanted, 0, cursor.last()).find());
        found.removeIf(match -> ahead.contains(match.id()));
        return byAge(request, found, cursor.total(), cursor.totalIsExact(), cursor.ranking());
    }

    private static Part byAge(SearchRequest request, List<Found> found, long total, boolean exact, long number) {
        boolean more = found.size() > request.limit();
        List<Found> page = more ? found.subList(0, request.limit()) : found;
        Cursor next = more ? new Cursor(request.sort(), false, page.getLast(), total, exact, number) : null;
        return new Part(page, false, total, exact, next);
    }

    private static Hit hit(Found found, Part part, Sort sort) {
        float score = !part.keyed
                ? 0
                : sort == Sort.RELEVANCE ? NumericUtils.sortableIntToFloat((int) found.key()) : found.key();
        return new Hit(found.id(), Instant.ofEpochMilli(found.created()), score);
    }

    /// @param keyed whether the keys say more than nothing
    private record Part(
            List<Found> found,
            boolean keyed,
            long total,
            boolean totalIsExact,
            @Nullable Cursor next) {}
}
