package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.Hit;
import org.gazouillis.index.SearchPage;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Sort;
import org.jspecify.annotations.Nullable;

/// Answers requests page by page, whatever the engine.
public final class Paging {

    /// How many pages far matches are counted. Beyond, counting costs more than the page itself.
    private static final int PAGES_COUNTED = 4;

    /// How many are ordered by engagement at once: a walk through all matches serves several pages.
    private static final int ENGAGED = SearchRequest.MAX_LIMIT + 56;

    private final Rankings rankings = new Rankings();

    /// @param engine makes the matches of a request
    /// @throws org.gazouillis.index.CursorNotUnderstood when the cursor does not fit
    public SearchPage page(Function<Selection, Matches> engine, SearchRequest request) throws IOException {
        long start = System.nanoTime();
        Optional<Cursor> cursor = Cursor.of(request);
        Matches matches = engine.apply(request.selection());
        Part part = cursor.isPresent() ? next(matches, request, cursor.get()) : first(matches, request);
        List<Hit> hits = new ArrayList<>(part.found.size());
        part.found.forEach(found -> hits.add(hit(found, part, request.sort())));
        String next = part.next == null ? null : part.next.text();
        return new SearchPage(hits, part.total, part.totalIsExact, next, (System.nanoTime() - start) / 1_000);
    }

    private Part first(Matches matches, SearchRequest request) throws IOException {
        if (request.sort() == Sort.NEWEST) {
            Matches.Newer newest =
                    matches.newest(request.limit() + 1, PAGES_COUNTED * request.limit(), Found.NOTHING_YET);
            return byAge(request, newest.found(), newest.count(), newest.countedAll(), 0);
        }
        Ranking ranking = ranking(matches, request.sort(), Found.NOTHING_YET);
        boolean onePage = ranking.found().size() <= request.limit() && ranking.rest() == null;
        long number = onePage ? 0 : rankings.keep(request, ranking);
        return ranked(request, ranking, ranking.found(), ranking.total(), ranking.totalIsExact(), number);
    }

    private Part next(Matches matches, SearchRequest request, Cursor cursor) throws IOException {
        if (request.sort() == Sort.NEWEST) {
            return older(matches, request, cursor, Set.of());
        }
        Optional<Ranking> known = rankings.find(cursor.ranking(), request);
        long number = cursor.ranking();
        Ranking ranking = known.orElse(null);
        boolean spent = ranking != null
                && request.sort() == Sort.MOST_ENGAGED
                && ranking.after(cursor.last()).isEmpty();
        if (ranking == null || spent) {
            ranking = ranking(
                    matches, request.sort(), request.sort() == Sort.MOST_ENGAGED ? cursor.last() : Found.NOTHING_YET);
            number = rankings.keep(request, ranking);
        }
        return cursor.ordered()
                ? ranked(request, ranking, ranking.after(cursor.last()), cursor.total(), cursor.totalIsExact(), number)
                : older(matches, request, cursor, ranking.ahead());
    }

    static Ranking ranking(Matches matches, Sort sort, Found after) throws IOException {
        return sort == Sort.RELEVANCE ? matches.mostAlike() : matches.mostEngaged(ENGAGED, after);
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
    private static Part older(Matches matches, SearchRequest request, Cursor cursor, Set<Long> ahead)
            throws IOException {
        int wanted = request.limit() + 1 + ahead.size();
        List<Found> found =
                new ArrayList<>(matches.newest(wanted, 0, cursor.last()).found());
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
