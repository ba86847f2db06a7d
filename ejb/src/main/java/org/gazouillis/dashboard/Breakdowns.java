package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Tally;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Breaks a brand's activity in a period down into its campaigns, accounts, posts, hashtags or links.
@ApplicationScoped
public class Breakdowns {
    public static final int MOST = 100;

    private static final String ROWS = "select subject_id, " + Tally.columns("?") + """
            , follows, unfollows, people, anonymous, engaged from %s
            where workspace_id = :workspace and brand_id = :brand and dimension = :by
              and %s
            """;
    private static final String DAYS = "day >= :first and day < :last";

    private final Jdbi db;
    private final Permissions permissions;
    private final SettledDays settledDays;

    @Inject
    public Breakdowns(@AppDb Jdbi db, Permissions permissions, SettledDays settledDays) {
        this.db = db;
        this.permissions = permissions;
        this.settledDays = settledDays;
    }

    Breakdowns() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()), new SettledDays());
    }

    /// The parts with most impressions, then clicks, at most `limit` and [#MOST]. The query's own subject and window
    /// have no part in it.
    @Transactional
    public List<Part> read(PerformanceQuery query, Dimension by, int limit) {
        WorkspaceId workspace =
                permissions.require(query.brand(), Permission.ANALYSE).workspace();
        return db.withHandle(handle -> {
            Asked asked = new Asked(handle, workspace, query, query.brand().value());
            PeriodCut cut = PeriodCut.of(query.period(), Step.DAY);
            Map<Long, Cell> cells = new LinkedHashMap<>();
            top(asked, cut, by, Math.min(limit, MOST)).forEach(id -> cells.put(id, new Cell()));
            List<Long> ids = List.copyOf(cells.keySet());
            for (DayRange days : cut.wholeDays()) {
                settled(asked, days, by, ids)
                        .cells()
                        .forEach((id, cell) ->
                                cells.computeIfAbsent(id, _ -> new Cell()).add(cell));
            }
            gather(asked, cut.withoutWholeDays(), by, cells);
            return named(handle, workspace, by, cells);
        });
    }

    private static List<Long> top(Asked asked, PeriodCut cut, Dimension by, int limit) {
        return bind(asked.inBrand("select subject_id from (" + rows(cut) + """
                        ) r group by subject_id
                        having bool_or(0 <> any (array[
                        """ + Tally.columns("?") + """
                        ]))
                        order by sum(views) desc, sum(clicks) desc, subject_id desc limit :limit
                        """), cut, by)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    private record What(Dimension by, List<Long> ids) {}

    private SettledParts settled(Asked asked, DayRange days, Dimension by, List<Long> ids) {
        return settledDays.read(asked, days, new What(by, ids), SettledParts.class, () -> {
            Map<Long, Cell> cells = new HashMap<>();
            ids.forEach(id -> cells.put(id, new Cell()));
            gather(asked, new PeriodCut(days.from(), days.to(), List.of()), by, cells);
            return SettledParts.of(cells);
        });
    }

    private static void gather(Asked asked, PeriodCut cut, Dimension by, Map<Long, Cell> cells) {
        bind(
                        asked.inBrand("select null::timestamptz as quarter, null::date as day, r.* from (" + rows(cut)
                                + ") r where subject_id = any (:ids)"),
                        cut,
                        by)
                .bind("ids", cells.keySet().toArray(Long[]::new))
                .map(Sql.row(OfSubject.class))
                .forEach(row -> cells.computeIfAbsent(row.subjectId(), each -> new Cell())
                        .add(row.bucket()));
    }

    /// Whole days and the quarters at both ends.
    private static String rows(PeriodCut cut) {
        StringBuilder sql = new StringBuilder(String.format(Locale.ROOT, ROWS, "day_bucket", DAYS));
        for (int end = 0; end < cut.quarters().size(); end++) {
            sql.append(" union all ")
                    .append(String.format(
                            Locale.ROOT,
                            ROWS,
                            "quarter_bucket",
                            "quarter >= :from" + end + " and quarter < :to" + end));
        }
        return sql.toString();
    }

    private static Query bind(Query statement, PeriodCut cut, Dimension by) {
        for (int end = 0; end < cut.quarters().size(); end++) {
            TimeRange part = cut.quarters().get(end);
            statement.bind("from" + end, part.from()).bind("to" + end, part.to());
        }
        return statement.bind("by", by.name()).bind("first", cut.firstDay()).bind("last", cut.afterLast());
    }

    private static List<Part> named(Handle handle, WorkspaceId workspace, Dimension by, Map<Long, Cell> cells) {
        Map<Long, Named> names = new LinkedHashMap<>();
        handle.createQuery(names(by))
                .bind("workspace", workspace)
                .bind("ids", cells.keySet().toArray(Long[]::new))
                .map(Sql.row(Named.class))
                .forEach(row -> names.put(row.id(), row));
        return cells.entrySet().stream()
                .filter(cell -> names.containsKey(cell.getKey()))
                .map(cell -> {
                    Named named = names.getOrDefault(cell.getKey(), Named.NONE);
                    return new Part(named.key(), named.name(), cell.getValue().totals(null));
                })
                .toList();
    }

    /// Nothing of another workspace has a name here, and what was removed has none either.
    private static String names(Dimension by) {
        return switch (by) {
            case BRAND ->
                "select id, id::text as key, name from brand" + " where workspace_id = :workspace and id = any (:ids)";
            case CAMPAIGN ->
                "select id, id::text as key, name from campaign"
                        + " where workspace_id = :workspace and id = any (:ids)";
            case ACCOUNT ->
                "select profile_id as id, id::text as key, '@' || handle as name from social_account"
                        + " where workspace_id = :workspace and profile_id = any (:ids)";
            case STATUS ->
                "select s.id, s.id::text as key, s.text as name from status s"
                        + " join social_account a on a.profile_id = s.profile_id and a.workspace_id = :workspace"
                        + " where s.id = any (:ids) and s.removed_at is null";
            case HASHTAG ->
                "select id, tag as key, tag as name from hashtag where id = any (:ids)" + " and :workspace is not null";
            case LINK ->
                "select id, id::text as key, code as name from short_link"
                        + " where workspace_id = :workspace and id = any (:ids)";
        };
    }

    record OfSubject(long subjectId, BucketRow bucket) {}

    record Named(long id, String key, String name) {
        static final Named NONE = new Named(0, "", "");
    }
}
