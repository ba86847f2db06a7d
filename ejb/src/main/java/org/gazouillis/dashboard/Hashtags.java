package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// Which hashtags a brand's posts bear.
@ApplicationScoped
public class Hashtags {
    private static final int MOST = 20;

    private final Jdbi db;
    private final Permissions permissions;

    @Inject
    public Hashtags(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    Hashtags() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()));
    }

    /// The hashtags on the posts of the query's subject that were published in its period, most used first. Asked of a
    /// hashtag these are its companions, without itself.
    @Transactional
    public List<UsedHashtag> read(PerformanceQuery query) {
        WorkspaceId workspace =
                permissions.require(query.brand(), Permission.ANALYSE).workspace();
        return db.withHandle(handle -> Asked.of(handle, workspace, query)
                .ofPublished(
                        "select tag, count(*) as posts from (select distinct s.id, unnest(s.hashtags) as tag", "", """
                        ) t where tag <> :itself group by tag order by posts desc, tag limit :most
                        """)
                .bind(
                        "itself",
                        query.subject().dimension() == Dimension.HASHTAG
                                ? query.subject().key()
                                : "")
                .bind("most", MOST)
                .map(Sql.row(UsedHashtag.class))
                .list());
    }
}
