package org.gazouillis.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Window;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The figures of many brands at once, the same as [Performances#compare] gives each of them: one query for what was
/// counted, one for the posts that it came from, one for what was published, in each of both periods.
final class BrandFigures {
    /// Account by account, as [Asked#ofPublished] looks for them.
    private static final String PUBLISHED = """
            select s.brand as brand_id, count(*) as posts
            """ + " from " + BrandSpans.RANGES + """
             join social_account a on a.workspace_id = :workspace and a.brand_id = s.brand
            cross join lateral (
              select created_at, publication_id from status
              where profile_id = a.profile_id and id >= s.first and id < s.last offset 0) t
            where t.created_at >= s.start and t.created_at < s.stop and t.publication_id is not null group by 1
            """;
    /// Posts on other networks, of which nothing is counted here.
    private static final String ELSEWHERE = """
            select s.brand as brand_id, count(*) as posts
            """ + " from " + BrandSpans.RANGES + """
             join post o on o.workspace_id = :workspace and o.brand_id = s.brand and o.due_at >= s.start
              and o.due_at < s.stop
            join publication p on p.workspace_id = o.workspace_id and p.post_id = o.id and p.network <> 'gazouillis'
              and p.state = 'CONFIRMED'
            group by 1
            """;

    private final Handle handle;
    private final WorkspaceId workspace;

    BrandFigures(Handle handle, WorkspaceId workspace) {
        this.handle = handle;
        this.workspace = workspace;
    }

    Map<BrandId, Comparison> compare(Map<BrandId, Period> now, Function<Period, Period> other) {
        Map<BrandId, Period> before = now.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> other.apply(each.getValue())));
        Side one = side(now);
        Side two = side(before);
        Map<BrandId, Long> elsewhere = counts(ELSEWHERE, BrandSpans.of(now));
        return now.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        brand -> new Comparison(
                                Window.ACTIVITY,
                                one.performance(brand),
                                two.performance(brand),
                                one.tallies(brand),
                                two.tallies(brand),
                                elsewhere.getOrDefault(brand, 0L))));
    }

    private Side side(Map<BrandId, Period> periods) {
        BrandSpans spans = BrandSpans.of(periods);
        Map<BrandId, Cell> cells = cells(spans);
        counts(PUBLISHED, spans)
                .forEach((brand, posts) ->
                        cells.computeIfAbsent(brand, each -> new Cell()).addPosts(posts));
        Instant asOf = Freshness.of(handle);
        return new Side(periods, cells, tallies(spans), asOf);
    }

    private Map<BrandId, Cell> cells(BrandSpans spans) {
        Map<BrandId, Cell> cells = new HashMap<>();
        rows(
                        "select r.*, null::timestamptz as quarter, null::date as day from " + BrandSpans.ROWS,
                        spans,
                        Dimension.BRAND)
                .map(Sql.row(OfBrand.class))
                .forEach(row ->
                        cells.computeIfAbsent(row.brandId(), each -> new Cell()).add(row.bucket()));
        return cells;
    }

    private Map<BrandId, List<Tally>> tallies(BrandSpans spans) {
        Map<BrandId, List<Tally>> tallies = new HashMap<>();
        rows("""
                select r.* from (
                  select r.brand_id, r.subject_id as status_id,
                """ + Tally.columns("sum(r.?) as ?") + " from " + BrandSpans.ROWS + """
                   group by 1, 2) r
                join status s on s.id = r.status_id and s.publication_id is not null
                join social_account a on a.profile_id = s.profile_id and a.workspace_id = :workspace
                  and a.brand_id = r.brand_id
                order by 1, 2
                """, spans, Dimension.STATUS)
                .map(Sql.row(PostOfBrand.class))
                .forEach(row -> tallies.computeIfAbsent(row.brandId(), each -> new ArrayList<>())
                        .add(row.tally()));
        return tallies;
    }

    private Query rows(String sql, BrandSpans spans, Dimension dimension) {
        return spans.bindRows(
                handle.createQuery(sql).bind("workspace", workspace).bind("dimension", dimension.name()));
    }

    private Map<BrandId, Long> counts(String sql, BrandSpans spans) {
        return spans.bindRanges(handle.createQuery(sql).bind("workspace", workspace))
                .map(Sql.row(Count.class))
                .collect(Collectors.toMap(Count::brandId, Count::posts));
    }

    record Count(BrandId brandId, long posts) {}

    record OfBrand(BrandId brandId, BucketRow bucket) {}

    record PostOfBrand(BrandId brandId, Tally tally) {}

    /// One of both periods.
    private record Side(
            Map<BrandId, Period> periods, Map<BrandId, Cell> cells, Map<BrandId, List<Tally>> tallies, Instant asOf) {
        BrandPerformance performance(BrandId brand) {
            Period period = Objects.requireNonNull(periods.get(brand));
            Cell cell = cells.getOrDefault(brand, new Cell());
            boolean known = period.range().from().isBefore(asOf);
            return new BrandPerformance(period, Step.DAY, asOf, known ? cell.totals(null) : null, List.of());
        }

        List<Tally> tallies(BrandId brand) {
            return tallies.getOrDefault(brand, List.of());
        }
    }
}
