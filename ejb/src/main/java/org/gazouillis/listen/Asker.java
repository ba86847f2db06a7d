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

    @Inject
    public Asker(CurrentMember current, Permissions permissions, VisibleBrands brands, SearchStandpoint standpoint) {
        this.current = current;
        this.permissions = permissions;
        this.brands = brands;
        this.standpoint = standpoint;
    }

    @SuppressWarnings("NullAway.Init")
    Asker() {}

    /// @param handle of the one brand that is asked about; null for everybody's statuses
    /// @throws BrandNotFound when the brand does not exist or is not visible
    Eyes about(@Nullable String handle) {
        Optional<VisibleBrand> brand = Optional.ofNullable(handle).map(this::brand);
        ZoneId zone = brand.map(VisibleBrand::zone).orElse(ZoneOffset.UTC);
        return new Eyes(scope(brand), standpoint.in(zone));
    }

    /// Everybody's statuses, by the clock of a zone.
    Eyes in(ZoneId zone) {
        return new Eyes(scope(Optional.empty()), standpoint.in(zone));
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

    /// To be used within the transaction in which it was asked for.
    record Eyes(SearchScope scope, Standpoint standpoint) {}
}
