package org.gazouillis.dashboard;

import java.time.Duration;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Dimension;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// A question with the number under which its subject's rows are kept.
///
/// @param subject -1 for what nobody ever used, as an unknown hashtag
record Asked(Handle handle, WorkspaceId workspace, PerformanceQuery query, long subject) {
    /// A status' id may be a little older than its `created_at`; ids only narrow the search.
    private static final Duration SLACK = Duration.ofHours(1);
    private static final long NOBODY = -1;

    /// For [#ofPublished]: what each status gathered so far, as `t`; nulls where nothing happened yet.
    static final String TOTALS = """
            left join status_total t on t.workspace_id = a.workspace_id and t.brand_id = a.brand_id
              and t.status_id = s.id
            """;

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

    Asked during(Period period) {
        return new Asked(handle, workspace, query.during(period), subject);
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
    ///
    /// @param selected what is selected, and further joins before `where`
    /// @param rest     what follows the conditions
    Query ofPublished(String selected, String joins, String rest) {
        return inBrand(selected + """
                         from social_account a
                        join status s on s.profile_id = a.profile_id and s.id >= :first and s.id < :last
                        """ + joins + """
                         where a.workspace_id = :workspace and a.brand_id = :brand
                          and s.created_at >= :from and s.created_at < :to and s.publication_id is not null and
                        """ + belongs() + rest)
                .bind("subject", subject)
                .bind("first", TimeOrderedIds.floor(range().from().minus(SLACK)))
                .bind("last", TimeOrderedIds.floor(range().to().plus(SLACK)))
                .bind("from", range().from())
                .bind("to", range().to());
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
