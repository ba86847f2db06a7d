package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.jdbi.v3.core.Jdbi;

/// How one post did: all that it gathered, and its first two days hour by hour.
@ApplicationScoped
public class PostReports {
    /// What is told hour by hour.
    public static final Duration LIFE = Duration.ofHours(48);

    private Jdbi db;
    private Permissions permissions;
    private VisibleBrands brands;
    private Performances performances;
    private Clock clock;

    @Inject
    public PostReports(
            @AppDb Jdbi db, Permissions permissions, VisibleBrands brands, Performances performances, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.brands = brands;
        this.performances = performances;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    PostReports() {}

    /// @throws PostNotMeasured when it is no status of a brand that the member may analyse
    @Transactional
    public PostReport read(StatusId status) {
        Found found = db.withHandle(handle -> handle.createQuery("""
                        select a.brand_id, s.text, s.lang, s.created_at
                        from status s join social_account a on a.profile_id = s.profile_id
                        where s.id = :status and s.removed_at is null and s.repost_of is null
                          and a.workspace_id = :workspace
                        order by a.id limit 1
                        """)
                .bind("status", status)
                .bind("workspace", permissions.requireScope("read").workspace())
                .map(Sql.row(Found.class))
                .findOne()
                .orElseThrow(() -> new PostNotMeasured(status)));
        VisibleBrand brand = brands.all().stream()
                .filter(each -> each.id().equals(found.brandId()))
                .findFirst()
                .orElseThrow(() -> new PostNotMeasured(status));
        permissions.require(brand.id(), Permission.ANALYSE);
        return new PostReport(
                status,
                brand,
                found.text(),
                found.lang(),
                found.createdAt(),
                performances.read(query(
                        brand, status, found.createdAt(), found.createdAt().plus(LIFE), Step.HOUR)),
                performances.read(query(brand, status, found.createdAt(), latest(found.createdAt()), Step.DAY)));
    }

    private Instant latest(Instant created) {
        Instant now = clock.instant();
        Instant longest = created.plus(Duration.ofDays(Step.DAY.mostDays() - 2L));
        Instant first = created.plus(LIFE);
        return now.isBefore(first) ? first : now.isBefore(longest) ? now : longest;
    }

    private static PerformanceQuery query(VisibleBrand brand, StatusId status, Instant from, Instant to, Step step) {
        return new PerformanceQuery(
                brand.id(),
                new Period(new TimeRange(from, to), brand.zone()),
                step,
                Subject.of(status),
                Window.ACTIVITY);
    }

    record Found(BrandId brandId, String text, String lang, Instant createdAt) {}
}
