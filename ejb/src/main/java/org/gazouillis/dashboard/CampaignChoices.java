package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// The campaigns of a brand that its figures can be narrowed to, latest first.
@ApplicationScoped
public class CampaignChoices {
    private static final int MOST = 200;

    private final Jdbi db;
    private final Permissions permissions;

    @Inject
    public CampaignChoices(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    CampaignChoices() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()));
    }

    @Transactional
    public List<CampaignChoice> read(BrandId brand) {
        WorkspaceId workspace = permissions.require(brand, Permission.ANALYSE).workspace();
        return db.withHandle(handle -> handle.createQuery("""
                        select id, name from campaign where workspace_id = :workspace and brand_id = :brand
                        order by starts_on desc, id desc limit :most
                        """)
                .bind("workspace", workspace)
                .bind("brand", brand)
                .bind("most", MOST)
                .map(Sql.row(CampaignChoice.class))
                .list());
    }
}
