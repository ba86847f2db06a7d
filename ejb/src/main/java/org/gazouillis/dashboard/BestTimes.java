package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.VisibleBrand;
import org.jdbi.v3.core.Jdbi;

/// Which hours of the week did best: the posts of the last [#DAYS] days by the hour of the brand's clock in which they
/// went out.
@ApplicationScoped
public class BestTimes {
    public static final int DAYS = 90;

    private final Jdbi db;
    private final Permissions permissions;
    private final Clock clock;

    @Inject
    public BestTimes(@AppDb Jdbi db, Permissions permissions, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.clock = clock;
    }

    BestTimes() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()), Clock.systemUTC());
    }

    @Transactional
    public HoursOfWeek read(VisibleBrand brand) {
        WorkspaceId workspace =
                permissions.require(brand.id(), Permission.ANALYSE).workspace();
        Period period = Period.lastDays(DAYS, brand.zone(), clock.instant());
        PerformanceQuery query =
                new PerformanceQuery(brand.id(), period, Step.DAY, Subject.of(brand.id()), Window.POST);
        return db.withHandle(
                handle -> HoursOfWeek.of(period, PostTallies.published(Asked.of(handle, workspace, query))));
    }
}
