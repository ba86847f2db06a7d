package org.gazouillis.listen;

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

/// What trends, as it was computed within the last minute by [TrendRound]; the strongest first.
@ApplicationScoped
@Transactional
public class Trends {
    private Jdbi db;
    private Permissions permissions;

    @Inject
    public Trends(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    Trends() {}

    /// In everything that is public.
    ///
    /// @param lang such as `fr`; empty for all languages
    public List<Trend> everywhere(String lang) {
        permissions.requireScope("read");
        return db.withHandle(handle -> handle.createQuery(
                        "select tag, authors, usual, computed_at from trend where lang = :lang order by place")
                .bind("lang", lang)
                .map(Sql.row(Trend.class))
                .list());
    }

    /// In what the brand says, is addressed with, and had imported.
    public List<Trend> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select tag, authors, usual, computed_at from brand_trend
                        where workspace_id = :workspace and brand_id = :brand order by place
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(Trend.class))
                .list());
    }
}
