package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Standpoint;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Transactions;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.jspecify.annotations.Nullable;

/// Who asks: what the current member may find, narrowed to one brand or not, and what days and names mean to them.
@ApplicationScoped
public class Asker {
    private CurrentMember current;
    private Permissions permissions;
    private VisibleBrands brands;
    private SearchStandpoint standpoint;
    private Transactions transactions;

    @Inject
    public Asker(
            CurrentMember current,
            Permissions permissions,
            VisibleBrands brands,
            SearchStandpoint standpoint,
            Transactions transactions) {
        this.current = current;
        this.permissions = permissions;
        this.brands = brands;
        this.standpoint = standpoint;
        this.transactions = transactions;
    }

    @SuppressWarnings("NullAway.Init")
    Asker() {}

    /// @param handle of the one brand that is asked about; null for everybody's statuses
    /// @param query of which the brands, campaigns and lists that it may name are read
    /// @throws BrandNotFound when the brand does not exist or is not visible
    Eyes about(@Nullable String handle, String query) {
        return handle == null ? in(ZoneOffset.UTC, query) : transactions.in(() -> narrowed(brand(handle), query));
    }

    /// Everybody's statuses, by the clock of a zone.
    Eyes in(ZoneId zone, String query) {
        return SearchStandpoint.isRead(query) ? transactions.in(() -> wide(zone, query)) : wide(zone, query);
    }

    private Eyes wide(ZoneId zone, String query) {
        return new Eyes(scope(Optional.empty()), standpoint.in(zone, query));
    }

    private Eyes narrowed(VisibleBrand brand, String query) {
        return new Eyes(scope(Optional.of(brand)), standpoint.in(brand.zone(), query));
    }

    private VisibleBrand brand(String handle) {
        VisibleBrand brand = brands.find(handle).orElseThrow(() -> new BrandNotFound(handle));
        permissions.require(brand.id(), Permission.VIEW);
        return brand;
    }

    private SearchScope scope(Optional<VisibleBrand> brand) {
        return current.scope()
                .map(member -> new SearchScope(
                        member.workspace().value(),
                        member.roles().keySet().stream().map(TypedId::value).collect(Collectors.toSet()),
                        brand.map(one -> one.id().value()).orElse(null)))
                .orElse(SearchScope.publicOnly());
    }

    /// All that a question needs to know of who asks it: the index is asked outside of any transaction.
    record Eyes(SearchScope scope, Standpoint standpoint) {}
}
