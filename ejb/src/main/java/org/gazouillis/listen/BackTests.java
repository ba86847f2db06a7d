package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gazouillis.index.SearchScope;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// Says what an alert would have told of in the last thirty days, from the same counts and by the same rule as the
/// alert itself.
@ApplicationScoped
public class BackTests {
    private static final Duration MONTH = Duration.ofDays(30);

    private SavedSearches searches;
    private Volumes volumes;
    private Permissions permissions;
    private BrandNames brands;
    private Clock clock;

    @Inject
    BackTests(SavedSearches searches, Volumes volumes, Permissions permissions, BrandNames brands, Clock clock) {
        this.searches = searches;
        this.volumes = volumes;
        this.permissions = permissions;
        this.brands = brands;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    BackTests() {}

    /// @throws SavedSearchNotFound when the member sees no such search
    /// @throws SearchTooBroad when counting takes too long
    @Transactional
    public BackTest of(SavedSearchId id, AlertWish wish) {
        MemberScope member = permissions.requireScope("read");
        SavedSearch search = searches.one(id);
        Optional<VisibleBrand> only = Optional.ofNullable(search.only()).map(brands::named);
        Instant now = clock.instant();
        Instant first = HourSeries.hourOf(now.minus(MONTH), wish.zone()).toInstant();
        ZoneId queryZone = only.map(VisibleBrand::zone).orElse(ZoneOffset.UTC);
        SearchScope scope = scope(member, only.map(brand -> brand.id().value()).orElse(null));
        return volumes.series(search.query(), scope, queryZone, wish.zone(), first, now)
                .map(series -> new BackTest(
                        first,
                        now,
                        series.since(first),
                        series.spikes(first, now, wish).reversed(),
                        volumes.isWhole()))
                .orElseGet(() -> new BackTest(first, now, 0, List.of(), false));
    }

    private static SearchScope scope(MemberScope member, @Nullable Long only) {
        return new SearchScope(
                member.workspace().value(),
                member.roles().keySet().stream().map(TypedId::value).collect(Collectors.toSet()),
                only);
    }
}
