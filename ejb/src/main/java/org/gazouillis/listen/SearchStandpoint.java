package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.index.KnownList;
import org.gazouillis.index.Standpoint;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.jdbi.v3.core.Jdbi;

/// From where the current member reads a query: what `today`, `brand:nord`, `campaign:printemps` and `list:presse`
/// are at this moment. A campaign has the names that its page and its files show: name and slug, both change when it
/// is renamed.
@ApplicationScoped
public class SearchStandpoint {
    private final Jdbi db;
    private final CurrentMember current;
    private final VisibleBrands brands;
    private final Clock clock;

    @Inject
    public SearchStandpoint(@AppDb Jdbi db, CurrentMember current, VisibleBrands brands, Clock clock) {
        this.db = db;
        this.current = current;
        this.brands = brands;
        this.clock = clock;
    }

    SearchStandpoint() {
        this(Jdbi.create("jdbc:none"), new CurrentMember(), new VisibleBrands(), Clock.systemUTC());
    }

    /// Within a transaction when the query says a name.
    Standpoint in(ZoneId zone, String query) {
        return new Standpoint(
                zone,
                clock.instant(),
                Standpoint.needsBrands(query) ? brandNames() : Map.of(),
                Standpoint.needsCampaigns(query) ? campaignNames() : Map.of(),
                Standpoint.needsLists(query) ? lists() : List.of());
    }

    /// Whether the database is to be asked for the names that a query says.
    static boolean isRead(String query) {
        return Standpoint.needsBrands(query) || Standpoint.needsCampaigns(query) || Standpoint.needsLists(query);
    }

    private Map<String, Set<Long>> brandNames() {
        List<VisibleBrand> all = brands.all();
        return byName(
                all.stream().map(VisibleBrand::handle).toList(),
                all.stream().map(brand -> brand.id().value()).toList());
    }

    private Map<String, Set<Long>> campaignNames() {
        Optional<MemberScope> member = current.scope();
        if (member.isEmpty()) {
            return Map.of();
        }
        List<Named> all = db.withHandle(handle -> handle.createQuery("""
                        select unnest(array[slug, name]) as name, id from campaign
                        where workspace_id = :workspace and brand_id = any (:brands)
                        """)
                .bind("workspace", member.get().workspace())
                .bind(
                        "brands",
                        member.get().roles().keySet().stream()
                                .map(TypedId::value)
                                .toArray(Long[]::new))
                .map(Sql.row(Named.class))
                .list());
        return byName(
                all.stream().map(Named::name).toList(),
                all.stream().map(Named::id).toList());
    }

    private List<KnownList> lists() {
        return current.scope()
                .map(member -> db.withHandle(handle -> NamedLists.seenBy(handle, member)))
                .orElse(List.of());
    }

    /// @param ids as many as names, each the one of the name at its place
    static Map<String, Set<Long>> byName(List<String> names, List<Long> ids) {
        Map<String, Set<Long>> byName = new HashMap<>();
        for (int at = 0; at < names.size(); at++) {
            byName.computeIfAbsent(names.get(at), name -> new HashSet<>()).add(ids.get(at));
        }
        return byName;
    }

    record Named(String name, long id) {}
}
