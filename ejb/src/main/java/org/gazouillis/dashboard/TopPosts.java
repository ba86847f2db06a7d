package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Tally;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// The posts published in a period that gathered most engagements so far.
@ApplicationScoped
public class TopPosts {
    private static final String SELECT = """
            select s.id as status_id, s.text, s.lang, s.created_at, coalesce(t.reach, 0) as reach,
              coalesce(t.reach_error, 0) as reach_error, coalesce(t.anonymous_reach, 0) as anonymous_reach,
            """ + Tally.columns("coalesce(t.?, 0) as ?");
    private static final String SHOWN = " and s.removed_at is null and s.repost_of is null ";
    private static final String MOST_FIRST = "t.engagements desc, t.views desc, t.status_id desc";

    private final Jdbi db;
    private final Permissions permissions;

    @Inject
    public TopPosts(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    TopPosts() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()));
    }

    @Transactional
    public List<TopPost> read(PerformanceQuery query, int limit) {
        WorkspaceId workspace =
                permissions.require(query.brand(), Permission.ANALYSE).workspace();
        return db.withHandle(handle -> read(Asked.of(handle, workspace, query), limit));
    }

    /// Where nearly all that the brand counts belongs to the subject, the posts with most are looked at until
    /// there are enough. Those without anything counted are not among them: they could only stand beside what has
    /// nothing either.
    private static List<TopPost> read(Asked asked, int limit) {
        if (asked.isOfAccounts()) {
            List<TopPost> counted = asked.ofPublishedTotals(SELECT, MOST_FIRST, SHOWN)
                    .bind("limit", limit)
                    .map(Sql.row(TopPost.class))
                    .list();
            if (counted.size() == limit && isSomething(counted.getLast().tally())) {
                return counted;
            }
        }
        return asked.ofPublished(SELECT, Asked.TOTALS, SHOWN + """
                        order by coalesce(t.engagements, 0) desc, coalesce(t.views, 0) desc, s.id desc limit :limit
                        """)
                .bind("limit", limit)
                .map(Sql.row(TopPost.class))
                .list();
    }

    private static boolean isSomething(Tally last) {
        return last.engagements() > 0 || (last.engagements() == 0 && last.views() > 0);
    }
}
