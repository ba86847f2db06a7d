package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.jdbi.v3.core.Jdbi;

/// Reads how a brand did.
@ApplicationScoped
public class Performances {
    private final Jdbi db;
    private final Permissions permissions;
    private final SettledDays settledDays;

    @Inject
    public Performances(@AppDb Jdbi db, Permissions permissions, SettledDays settledDays) {
        this.db = db;
        this.permissions = permissions;
        this.settledDays = settledDays;
    }

    Performances() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()), new SettledDays());
    }

    /// A handful of queries over rolled-up rows: as fast with a hundred million events as with a thousand.
    @Transactional
    public BrandPerformance read(PerformanceQuery query) {
        WorkspaceId workspace = workspace(query);
        return db.withHandle(handle -> new PerformanceReading(Asked.of(handle, workspace, query), settledDays).read());
    }

    /// The same of two periods, with their posts one by one, which tell how far chance may reach.
    @Transactional
    public Comparison compare(PerformanceQuery query, Period other) {
        WorkspaceId workspace = workspace(query);
        return db.withHandle(handle -> {
            Asked now = Asked.of(handle, workspace, query);
            Asked before = now.during(other);
            return new Comparison(
                    query.window(),
                    new PerformanceReading(now, settledDays).read(),
                    new PerformanceReading(before, settledDays).read(),
                    PostTallies.of(now, settledDays),
                    PostTallies.of(before, settledDays),
                    elsewhere(now));
        });
    }

    /// How many posts of the period went out on other networks, of which nothing is counted here. Most brands have no
    /// account there, and no post of theirs is looked at.
    private static long elsewhere(Asked asked) {
        if (asked.dimension() != Dimension.BRAND && asked.dimension() != Dimension.CAMPAIGN) {
            return 0;
        }
        return asked.ofSubject("""
                        select count(*) from post o join publication p on p.post_id = o.id and p.network <> 'gazouillis'
                        where o.workspace_id = :workspace and o.brand_id = :brand and p.workspace_id = o.workspace_id
                          and (:dimension = 'BRAND' or o.campaign_id = :subject) and p.state = 'CONFIRMED'
                          and o.due_at >= :from and o.due_at < :to
                          and exists (select from social_account a where a.workspace_id = :workspace
                            and a.brand_id = :brand and a.network <> 'gazouillis')
                        """)
                .bind("from", asked.range().from())
                .bind("to", asked.range().to())
                .mapTo(Long.class)
                .one();
    }

    private WorkspaceId workspace(PerformanceQuery query) {
        return permissions.require(query.brand(), Permission.ANALYSE).workspace();
    }
}
