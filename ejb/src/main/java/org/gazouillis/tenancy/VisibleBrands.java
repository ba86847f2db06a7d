package org.gazouillis.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The brands that the current member may see, by name; none for a stranger.
@ApplicationScoped
public class VisibleBrands {
    private final Jdbi db;
    private final CurrentMember current;

    @Inject
    public VisibleBrands(@AppDb Jdbi db, CurrentMember current) {
        this.db = db;
        this.current = current;
    }

    public VisibleBrands() {
        this(Jdbi.create("jdbc:none"), new CurrentMember());
    }

    /// One query.
    @Transactional
    public List<VisibleBrand> all() {
        Optional<MemberScope> scope = current.scope();
        if (scope.isEmpty()) {
            return List.of();
        }
        return group(db.withHandle(handle -> handle.createQuery("""
                        select b.id, b.handle, b.name, b.zone, b.colour, b.locale,
                               a.id as account_id, a.network, a.handle as account_handle
                        from brand b
                        left join social_account a on a.workspace_id = b.workspace_id and a.brand_id = b.id
                             and a.state in ('ACTIVE', 'PAUSED')
                        where b.workspace_id = :workspace and b.id = any (:brands)
                        order by lower(b.name), b.id, a.id
                        """)
                .bind("workspace", scope.get().workspace())
                .bind(
                        "brands",
                        scope.get().roles().keySet().stream()
                                .mapToLong(BrandId::value)
                                .toArray())
                .map(Sql.row(Row.class))
                .list()));
    }

    /// Finds by handle, or by the decimal text of the id.
    @Transactional
    public Optional<VisibleBrand> find(String brand) {
        return all().stream()
                .filter(each ->
                        each.handle().equals(brand) || each.id().toString().equals(brand))
                .findFirst();
    }

    private static List<VisibleBrand> group(List<Row> rows) {
        Map<Long, List<Row>> byBrand = new LinkedHashMap<>();
        rows.forEach(row ->
                byBrand.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return byBrand.values().stream().map(VisibleBrands::brand).toList();
    }

    private static VisibleBrand brand(List<Row> rows) {
        Row first = rows.getFirst();
        return new VisibleBrand(
                new BrandId(first.id()),
                first.handle(),
                first.name(),
                ZoneId.of(first.zone()),
                first.colour(),
                first.locale(),
                rows.stream().flatMap(row -> row.account().stream()).toList());
    }

    record Row(
            long id,
            String handle,
            String name,
            String zone,
            String colour,
            String locale,
            @Nullable Long accountId,
            @Nullable String network,
            @Nullable String accountHandle) {
        Optional<VisibleBrand.Account> account() {
            return accountId == null || network == null || accountHandle == null
                    ? Optional.empty()
                    : Optional.of(new VisibleBrand.Account(new AccountId(accountId), network, accountHandle));
        }
    }
}
