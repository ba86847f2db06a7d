package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.NoFlash;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Says whom a flash reached: to how many it was delivered, who of them saw, opened and acknowledged it, and the
/// same for each list of the account. Names are told to those who administer the brand.
@ApplicationScoped
@Transactional
public class FlashReceipts {
    private Jdbi db;
    private Permissions permissions;
    private VisibleBrands brands;
    private Clock clock;

    @Inject
    public FlashReceipts(@AppDb Jdbi db, Permissions permissions, VisibleBrands brands, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.brands = brands;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    FlashReceipts() {}

    /// @throws PostNotMeasured when it is no status of a brand that the member may analyse
    /// @throws NoFlash when nobody marked it as urgent
    public FlashReceipt read(StatusId status) {
        return of(status).orElseThrow(() -> new NoFlash(status));
    }

    /// Empty when it is no flash.
    ///
    /// @throws PostNotMeasured when it is no status of a brand that the member may analyse
    public Optional<FlashReceipt> of(StatusId status) {
        return db.withHandle(handle -> {
            FlashRows.Flash found = find(handle, status);
            VisibleBrand brand = brands.all().stream()
                    .filter(each -> each.id().equals(found.brandId()))
                    .findFirst()
                    .orElseThrow(() -> new PostNotMeasured(status));
            permissions.require(brand.id(), Permission.ANALYSE);
            return found.flash() ? Optional.of(receipt(handle, found, brand)) : Optional.empty();
        });
    }

    private FlashRows.Flash find(Handle handle, StatusId status) {
        return handle.createQuery("""
                        select s.id, a.workspace_id, a.brand_id, a.profile_id, a.handle as account, s.flash, s.created_at
                        from status s join social_account a on a.profile_id = s.profile_id
                        where s.id = :status and s.removed_at is null and s.repost_of is null
                          and a.workspace_id = :workspace
                        order by a.id limit 1
                        """)
                .bind("status", status)
                .bind("workspace", permissions.requireScope("read").workspace())
                .map(Sql.row(FlashRows.Flash.class))
                .findOne()
                .orElseThrow(() -> new PostNotMeasured(status));
    }

    private FlashReceipt receipt(Handle handle, FlashRows.Flash flash, VisibleBrand brand) {
        FlashRows rows = new FlashRows(handle, flash);
        boolean named = permissions.may(brand.id(), Permission.ADMINISTER);
        Map<Long, Coverage> coverage = rows.coverage();
        Map<Long, List<Unanswered.Person>> names = named ? rows.unanswered() : Map.of();
        Coverage all = coverage.getOrDefault(FlashRows.EVERYBODY, Coverage.NOBODY);
        return new FlashReceipt(
                flash.id(),
                brand,
                flash.account(),
                flash.createdAt(),
                clock.instant(),
                named,
                all,
                unanswered(all, names.getOrDefault(FlashRows.EVERYBODY, List.of())),
                rows.lists().stream()
                        .map(list -> covered(list, coverage, names))
                        .toList());
    }

    private static CoveredList covered(
            FlashRows.Titled list, Map<Long, Coverage> coverage, Map<Long, List<Unanswered.Person>> names) {
        Coverage of = coverage.getOrDefault(list.id().value(), Coverage.NOBODY);
        return new CoveredList(
                list.id(),
                list.title(),
                of,
                unanswered(of, names.getOrDefault(list.id().value(), List.of())));
    }

    private static Unanswered unanswered(Coverage of, List<Unanswered.Person> named) {
        return new Unanswered(named, of.people() - of.acknowledged() - named.size());
    }
}
