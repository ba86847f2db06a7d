package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.index.Bar;
import org.gazouillis.index.Facet;
import org.gazouillis.index.FacetCount;
import org.gazouillis.index.IndexState;
import org.gazouillis.index.Selection;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.Transactions;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Counts what a search finds: in time, and by hashtag, author, language and the like. Exact, and of exactly what the
/// asker may find.
@ApplicationScoped
public class Breakdowns {
    /// The most values of a facet that can be asked for.
    public static final int MOST = 100;

    private static final Set<Facet> ALL =
            Arrays.stream(SearchFacet.values()).map(SearchFacet::facet).collect(Collectors.toSet());
    private static final Duration FEW_HOURS = Duration.ofDays(2);
    private static final Duration FEW_DAYS = Duration.ofDays(120);

    private StatusIndexer indexer;
    private Jdbi db;
    private VisibleBrands brands;
    private Asker asker;
    private Transactions transactions;

    @Inject
    public Breakdowns(
            StatusIndexer indexer, @AppDb Jdbi db, VisibleBrands brands, Asker asker, Transactions transactions) {
        this.indexer = indexer;
        this.db = db;
        this.brands = brands;
        this.asker = asker;
        this.transactions = transactions;
    }

    @SuppressWarnings("NullAway.Init")
    Breakdowns() {}

    /// @param brand handle of the one brand whose statuses are counted
    /// @param step empty for the finest that gives a picture: hours within two days, days within four months, weeks
    /// @param top 1 to [#MOST] values of each facet
    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchTooBroad when counting takes too long
    /// @throws BrandNotFound when the brand does not exist or is not visible
    public Breakdown of(String query, @Nullable String brand, Optional<SearchStep> step, int top) {
        Asker.Eyes eyes = asker.about(brand, query);
        Selection selection = new Selection(query, eyes.scope(), eyes.standpoint());
        return indexer.ask(index -> count(index, selection, step, top))
                .map(counted -> counted.said(transactions.in(() -> named(counted.facets))))
                .orElseGet(() -> Breakdown.nothingYet(eyes.standpoint().zone()));
    }

    private static Counted count(StatusIndex index, Selection selection, Optional<SearchStep> wanted, int top) {
        List<Bar> days = index.histogram(selection, SearchStep.DAY.step());
        SearchStep step = wanted.orElseGet(() -> fitting(days));
        List<Bar> bars = step == SearchStep.DAY ? days : index.histogram(selection, step.step());
        IndexState state = index.state();
        return new Counted(
                days.stream().mapToLong(Bar::count).sum(),
                step,
                selection.standpoint().zone(),
                bars.stream()
                        .map(bar -> new Breakdown.Bar(bar.from(), bar.count()))
                        .toList(),
                index.facets(selection, ALL, top),
                !state.partial());
    }

    private static SearchStep fitting(List<Bar> days) {
        Duration span = days.isEmpty()
                ? Duration.ZERO
                : Duration.between(days.getFirst().from(), days.getLast().from());
        if (span.compareTo(FEW_HOURS) < 0) {
            return SearchStep.HOUR;
        }
        return span.compareTo(FEW_DAYS) < 0 ? SearchStep.DAY : SearchStep.WEEK;
    }

    private Map<SearchFacet, List<Breakdown.Value>> named(Map<Facet, List<FacetCount>> counts) {
        Map<SearchFacet, List<Breakdown.Value>> values = new EnumMap<>(SearchFacet.class);
        for (SearchFacet facet : SearchFacet.values()) {
            List<FacetCount> counted = counts.getOrDefault(facet.facet(), List.of());
            Map<String, String> names = names(facet, counted);
            values.put(
                    facet,
                    counted.stream()
                            .filter(each -> names.containsKey(each.value()))
                            .map(each -> value(facet, names.getOrDefault(each.value(), ""), each.count()))
                            .toList());
        }
        return values;
    }

    private static Breakdown.Value value(SearchFacet facet, String name, long count) {
        return new Breakdown.Value(name, facet.term(name), count);
    }

    /// Names by the index's values; ids of what was deleted meanwhile have none.
    private Map<String, String> names(SearchFacet facet, List<FacetCount> counted) {
        return switch (facet) {
            case BRAND ->
                counted.isEmpty()
                        ? Map.of()
                        : brands.all().stream()
                                .collect(Collectors.toMap(
                                        brand -> Long.toString(brand.id().value()), VisibleBrand::handle));
            case CAMPAIGN -> counted.isEmpty() ? Map.of() : campaigns(counted);
            default ->
                counted.stream()
                        .map(FacetCount::value)
                        .distinct()
                        .collect(Collectors.toMap(each -> each, each -> each));
        };
    }

    private Map<String, String> campaigns(List<FacetCount> counted) {
        return db.withHandle(handle -> handle.createQuery(
                        "select id::text as id, name from campaign where id = any (:ids)")
                .bind(
                        "ids",
                        counted.stream().map(each -> Long.valueOf(each.value())).toArray(Long[]::new))
                .map(Sql.row(Named.class))
                .collect(Collectors.toMap(Named::id, Named::name)));
    }

    record Named(String id, String name) {}

    /// What the index says, by its own values.
    private record Counted(
            long total,
            SearchStep step,
            ZoneId zone,
            List<Breakdown.Bar> bars,
            Map<Facet, List<FacetCount>> facets,
            boolean whole) {
        Breakdown said(Map<SearchFacet, List<Breakdown.Value>> named) {
            return new Breakdown(total, step, zone, bars, named, whole);
        }
    }
}
