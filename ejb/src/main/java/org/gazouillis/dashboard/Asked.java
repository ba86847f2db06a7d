package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// A question with the number under which its subject's rows are kept. What several who answer it want to know is
/// asked of the database once.
final class Asked {
    /// A status' id may be a little older than its `created_at`; ids only narrow the search.
    private static final Duration SLACK = Duration.ofHours(1);
    private static final Duration UNSETTLED = Duration.ofDays(PeriodCut.UNSETTLED_DAYS);
    private static final long NOBODY = -1;

    /// For [#ofPublished]: what each status gathered so far, as `t`; nulls where nothing happened yet.
    static final String TOTALS = """
            left join status_total t on t.workspace_id = a.workspace_id and t.brand_id = a.brand_id
              and t.status_id = s.id
            """;

    private final Handle handle;
    private final WorkspaceId workspace;
    private final PerformanceQuery query;
    private final long subject;
    private final Known known;
    private @Nullable NavigableMap<LocalDate, String> writers;

    /// @param subject -1 for what nobody ever used, as an unknown hashtag
    Asked(Handle handle, WorkspaceId workspace, PerformanceQuery query, long subject) {
        this(handle, workspace, query, subject, new Known());
    }

    private Asked(Handle handle, WorkspaceId workspace, PerformanceQuery query, long subject, Known known) {
        this.handle = handle;
        this.workspace = workspace;
        this.query = query;
        this.subject = subject;
        this.known = known;
    }

    /// What is the same in every period.
    private static final class Known {
        private @Nullable Set<Long> profiles;
        private @Nullable Instant asOf;
    }

    static Asked of(Handle handle, WorkspaceId workspace, PerformanceQuery query) {
        String key = query.subject().key();
        long subject =
                switch (query.subject().dimension()) {
                    case HASHTAG ->
                        handle.createQuery("select id from hashtag where tag = :tag")
                                .bind("tag", key)
                                .mapTo(Long.class)
                                .findOne()
                                .orElse(NOBODY);
                    case ACCOUNT ->
                        handle.createQuery("""
                                        select profile_id from social_account
                                        where workspace_id = :workspace and brand_id = :brand and id = :account
                                          and profile_id is not null
                                        """)
                                .bind("workspace", workspace)
                                .bind("brand", query.brand())
                                .bind("account", TimeOrderedIds.parse(key))
                                .mapTo(Long.class)
                                .findOne()
                                .orElse(NOBODY);
                    case BRAND, CAMPAIGN, STATUS, LINK -> TimeOrderedIds.parse(key);
                };
        return new Asked(handle, workspace, query, subject);
    }

    /// The same of another period.
    Asked during(Period period) {
        return new Asked(handle, workspace, query.during(period), subject, known);
    }

    Handle handle() {
        return handle;
    }

    WorkspaceId workspace() {
        return workspace;
    }

    PerformanceQuery query() {
        return query;
    }

    long subject() {
        return subject;
    }

    /// Until when every engagement is in the rolled-up rows.
    Instant asOf() {
        if (known.asOf == null) {
            known.asOf = Freshness.of(handle);
        }
        return known.asOf;
    }

    /// The profiles of the subject, which is the brand or one of its accounts.
    Set<Long> profiles() {
        if (known.profiles == null) {
            known.profiles = ofSubject("""
                            select profile_id from social_account
                            where workspace_id = :workspace and brand_id = :brand and profile_id is not null
                              and (:dimension = 'BRAND' or profile_id = :subject)
                            """).mapTo(Long.class).set();
        }
        return known.profiles;
    }

    /// Which transactions wrote the brand's rows of these days of the period last. The days beside them count, too: a
    /// quarter's day is that of the zone which the brand had then.
    String writers(DayRange days) {
        if (writers == null) {
            writers = readWriters();
        }
        return writers.subMap(days.from().minusDays(1), true, days.to(), true).toString();
    }

    private NavigableMap<LocalDate, String> readWriters() {
        ZoneId zone = query.period().zone();
        return inBrand("""
                        select day, xmin::text as transaction from day_bucket
                        where workspace_id = :workspace and brand_id = :brand and dimension = 'BRAND'
                          and subject_id = :brand and day >= :from and day <= :to
                        """)
                .bind("from", LocalDate.ofInstant(range().from(), zone).minusDays(1))
                .bind("to", LocalDate.ofInstant(range().to(), zone).plusDays(1))
                .map(Sql.row(Writer.class))
                .stream()
                .collect(Collectors.toMap(Writer::day, Writer::transaction, (one, other) -> one, TreeMap::new));
    }

    record Writer(LocalDate day, String transaction) {}

    /// The local days in which the part of the period lies.
    DayRange days(TimeRange part) {
        ZoneId zone = query.period().zone();
        return new DayRange(
                LocalDate.ofInstant(part.from(), zone),
                LocalDate.ofInstant(part.to().minusNanos(1), zone).plusDays(1));
    }

    /// Whether few events come to the part of the period any more.
    boolean isSettled(TimeRange part) {
        return part.to().isBefore(asOf().minus(UNSETTLED));
    }

    Dimension dimension() {
        return query.subject().dimension();
    }

    TimeRange range() {
        return query.period().range();
    }

    Query inBrand(String sql) {
        return handle.createQuery(sql).bind("workspace", workspace).bind("brand", query.brand());
    }

    /// @param sql with `:dimension` and `:subject`
    Query ofSubject(String sql) {
        return inBrand(sql).bind("dimension", dimension().name()).bind("subject", subject);
    }

    /// Asks for statuses `s` of accounts `a` that came of posts of the subject and were published in the period.
    /// They are looked for account by account (`offset 0`): a plan that knows no values would read whatever anybody
    /// wrote in these days.
    ///
    /// @param selected what is selected, and further joins before `where`
    /// @param rest     what follows the conditions
    Query ofPublished(String selected, String joins, String rest) {
        return inPeriod(inBrand(selected + """
                         from social_account a
                        cross join lateral (
                          select * from status o where o.profile_id = a.profile_id and o.id >= :first and o.id < :last
                          offset 0) s
                        """ + joins + """
                         where a.workspace_id = :workspace and a.brand_id = :brand
                          and s.created_at >= :from and s.created_at < :to and s.publication_id is not null and
                        """ + belongs() + rest))
                .bind("subject", subject);
    }

    /// Asks for the totals `t` of the brand's statuses whose ids are of the period: some of them may have been
    /// published within the hour beside it.
    Query ofTotals(String selected) {
        return betweenIds(inBrand(selected + """
                         from status_total t
                        where t.workspace_id = :workspace and t.brand_id = :brand
                          and t.status_id >= :first and t.status_id < :last
                        """));
    }

    /// Of [#ofPublished], those for which anything was counted: beside each status `s` its total `t`, in an order of
    /// totals. Who wants the first of them is not read the rest.
    Query ofPublishedTotals(String selected, String order, String rest) {
        return inPeriod(inBrand(
                        selected + """
                         from (select * from status_total t
                          where t.workspace_id = :workspace and t.brand_id = :brand
                            and t.status_id >= :first and t.status_id < :last
                          order by
                        """ + order + """
                           offset 0) t
                        join status s on s.id = t.status_id
                        join social_account a on a.profile_id = s.profile_id
                        where a.workspace_id = :workspace and a.brand_id = :brand
                          and s.created_at >= :from and s.created_at < :to and s.publication_id is not null and
                        """ + belongs() + rest + " order by " + order + " limit :limit"))
                .bind("subject", subject);
    }

    private Query betweenIds(Query query) {
        return query.bind("first", TimeOrderedIds.floor(range().from().minus(SLACK)))
                .bind("last", TimeOrderedIds.floor(range().to().plus(SLACK)));
    }

    private Query inPeriod(Query query) {
        return betweenIds(query).bind("from", range().from()).bind("to", range().to());
    }

    /// Whether the subject has all posts of some accounts, and with them most that the brand counts.
    boolean isOfAccounts() {
        return dimension() == Dimension.BRAND || dimension() == Dimension.ACCOUNT;
    }

    /// Whether a status `s` of an account `a` is one of the subject's.
    String belongs() {
        return switch (dimension()) {
            case BRAND -> " a.brand_id = :subject ";
            case ACCOUNT -> " a.profile_id = :subject ";
            case STATUS -> " s.id = :subject ";
            case HASHTAG -> " (select h.tag from hashtag h where h.id = :subject) = any (s.hashtags) ";
            case CAMPAIGN -> """
                     exists (select from publication p join post o on o.workspace_id = p.workspace_id and o.id = p.post_id
                      where p.workspace_id = a.workspace_id and p.id = s.publication_id and o.campaign_id = :subject)
                    """;
            case LINK -> """
                     exists (select from publication p join short_link l on l.workspace_id = p.workspace_id
                        and l.post_id = p.post_id
                      where p.workspace_id = a.workspace_id and p.id = s.publication_id and l.id = :subject)
                    """;
        };
    }
}
