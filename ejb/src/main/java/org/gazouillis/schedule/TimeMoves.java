package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// What a change of time-zone data moved.
@ApplicationScoped
public class TimeMoves {
    private static final int MOST = 500;

    private Jdbi db;
    private Permissions permissions;

    @Inject
    public TimeMoves(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    TimeMoves() {}

    /// The brand's newest moves, at most 500.
    @Transactional
    public List<TimeMove> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select m.post_id as post, p.text, m.zone, m.local_at, m.old_at, m.new_at, m.version, m.moved_at
                        from time_move m
                        join post p on p.workspace_id = m.workspace_id and p.id = m.post_id
                        where m.workspace_id = :workspace and m.brand_id = :brand
                        order by m.moved_at desc, m.post_id limit :most
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("most", MOST)
                .map(Sql.row(TimeMove.class))
                .list());
    }
}
