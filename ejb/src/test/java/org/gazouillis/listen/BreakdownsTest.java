package org.gazouillis.listen;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BreakdownsTest {
    @TempDir
    private Path folder;

    private Ground ground;
    private StatusIndexer indexer;

    @BeforeEach
    void fill() {
        ground = new Ground(folder.resolve("index"));
        ground.post(World.LUNE_PROFILE, "Un café", "ete");
        ground.post(World.NORD_PROFILE, "Un café", "ete", "velo");
        ground.post(World.NORD_PROFILE, "Un thé", "velo");
        ground.bringIn(World.ANNA, World.LUNE, List.of("Un café venu d’ailleurs"));
        indexer = ground.start();
        ground.eventually()
                .until(() -> ground.complete() && ground.search(World.ANNA, "").total() == 4);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void everythingThatMatchesIsCountedByEachFacet() {
        Breakdown all = breakdown(World.ANNA, "café", null);
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.whole()).isTrue();
        assertThat(values(all, SearchFacet.HASHTAG)).containsExactly("#ete 2", "#velo 1");
        assertThat(values(all, SearchFacet.SOURCE)).containsExactly("source:gazouillis 2", "source:x 1");
        assertThat(values(all, SearchFacet.BRAND)).containsExactly("brand:lune 2", "brand:nord 1");
        assertThat(all.bars()).extracting(Breakdown.Bar::count).containsExactly(3L);
    }

    @Test
    void eachTermFindsAsManyAsItSays() {
        Breakdown all = breakdown(World.ANNA, "un", null);
        all.facets()
                .values()
                .forEach(values -> values.forEach(value -> assertThat(breakdown(World.ANNA, "un " + value.term(), null)
                                .total())
                        .as(value.term())
                        .isEqualTo(value.count())));
        assertThat(all.facets().values().stream().mapToInt(List::size).sum()).isGreaterThan(6);
    }

    @Test
    void nobodyIsToldOfBrandsTheyDoNotSee() {
        Breakdown ofMarc = breakdown(World.MARC, "café", null);
        assertThat(ofMarc.total()).as("the imported one is Lune’s").isEqualTo(2);
        assertThat(values(ofMarc, SearchFacet.BRAND)).containsExactly("brand:nord 1");
        assertThat(values(breakdown(World.RITA, "café", null), SearchFacet.BRAND))
                .isEmpty();
        assertThatThrownBy(() -> breakdown(World.MARC, "café", "lune")).isInstanceOf(BrandNotFound.class);
    }

    @Test
    void oneBrandIsCountedByItsOwnClock() {
        Breakdown nord = breakdown(World.ANNA, "", "nord");
        assertThat(nord.total()).isEqualTo(2);
        assertThat(nord.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void theStepFitsTheTimeUnlessItIsChosen() {
        assertThat(breakdown(World.ANNA, "café", null).step()).isEqualTo(SearchStep.HOUR);
        ground.world.clock().advance(Duration.ofDays(60));
        ground.post(World.LUNE_PROFILE, "Un café plus tard");
        ground.eventually().until(() -> ground.search(World.ANNA, "").total() == 5);
        Breakdown days = breakdown(World.ANNA, "café", null);
        assertThat(days.step()).isEqualTo(SearchStep.DAY);
        assertThat(days.bars()).extracting(Breakdown.Bar::count).containsExactly(3L, 1L);
        assertThat(breakdown(World.ANNA, "café", null, Optional.of(SearchStep.WEEK))
                        .bars())
                .hasSize(2);
        ground.world.clock().advance(Duration.ofDays(100));
        ground.post(World.LUNE_PROFILE, "Un café bien plus tard");
        ground.eventually().until(() -> ground.search(World.ANNA, "").total() == 6);
        assertThat(breakdown(World.ANNA, "café", null).step()).isEqualTo(SearchStep.WEEK);
    }

    @Test
    void aQueryThatIsNotUnderstoodSaysWhere() {
        assertThatThrownBy(() -> breakdown(World.ANNA, "café \"", null)).isInstanceOf(QueryNotUnderstood.class);
    }

    private Breakdown breakdown(MemberScope member, String query, @Nullable String brand) {
        return breakdown(member, query, brand, Optional.empty());
    }

    private Breakdown breakdown(MemberScope member, String query, @Nullable String brand, Optional<SearchStep> step) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        World world = ground.world;
        return new Breakdowns(
                        indexer,
                        world.app(),
                        new VisibleBrands(world.app(), current),
                        ground.asker(current),
                        ground.transactions(current))
                .of(query, brand, step, 10);
    }

    private static List<String> values(Breakdown breakdown, SearchFacet facet) {
        return breakdown.facets().getOrDefault(facet, List.of()).stream()
                .map(value -> value.term() + " " + value.count())
                .toList();
    }
}
