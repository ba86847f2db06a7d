package org.gazouillis.listen;

import java.nio.file.Path;
import java.util.List;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusSearchTest {
    @TempDir
    private static Path folder;

    private static Ground ground;
    private static long nord;
    private static long anna;

    @BeforeAll
    static void build() {
        ground = new Ground(folder.resolve("index"));
        nord = ground.post(World.NORD_PROFILE, "Un café <b>crème</b> au soleil #Été", "Été");
        anna = ground.post(World.ANNA_PROFILE, "Un café noir");
        ground.bringIn(World.ANNA, World.NORD, List.of("Un café venu d’ailleurs"));
        ground.bringIn(World.RITA, World.RIVAL, List.of("Un café chez le rival"));
        ground.start();
        ground.eventually().until(() -> ground.search(World.ANNA, "cafe").total() == 3);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void aVisitorFindsWhatIsPublic() {
        assertThat(ground.found(null, "café")).containsExactlyInAnyOrder(nord, anna);
    }

    @Test
    void aMemberFindsTheImportedStatusesOfTheirBrandsToo() {
        assertThat(ground.search(World.MARC, "cafe").items())
                .filteredOn(FoundStatus::imported)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.source()).isEqualTo("x");
                    assertThat(found.likes()).isEqualTo(7);
                    assertThat(found.name()).isEqualTo("nord");
                });
    }

    @Test
    void aBrandNarrowsTheSearchToItsOwnVoice() {
        SearchAnswer answer = ground.search(World.ANNA, question("cafe", "nord"));
        assertThat(answer.total()).isEqualTo(2);
        assertThat(answer.items()).extracting(FoundStatus::id).contains(nord).doesNotContain(anna);
    }

    @Test
    void aForeignBrandDoesNotExist() {
        assertThatThrownBy(() -> ground.search(World.MARC, question("cafe", "lune")))
                .isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> ground.search(World.ANNA, question("cafe", "rival")))
                .isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> ground.search(World.ANNA, question("cafe", "nobody")))
                .isInstanceOf(BrandNotFound.class);
    }

    @Test
    void anIndexThatSaysTooMuchLeaksNothing() {
        long total = ground.search(World.MARC, "cafe").total();
        ground.world
                .worker()
                .useHandle(handle -> handle.execute("update imported_status set brand_id = 202 where brand_id = 201"));
        try {
            SearchAnswer answer = ground.search(World.MARC, "cafe");
            assertThat(answer.total()).isEqualTo(total);
            assertThat(answer.items()).extracting(FoundStatus::id).containsExactlyInAnyOrder(nord, anna);
        } finally {
            ground.world
                    .worker()
                    .useHandle(
                            handle -> handle.execute("update imported_status set brand_id = 201 where brand_id = 202"));
        }
    }

    @Test
    void whatWasAskedForIsMarkedAndTheRestIsHarmless() {
        FoundStatus found = ground.search(null, "cafe #ete").items().getFirst();
        assertThat(found.id()).isEqualTo(nord);
        assertThat(found.highlight()).contains("<mark>café</mark>", "&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        SearchAnswer first = ground.search(null, new SearchQuestion("cafe", null, SearchOrder.NEWEST, 1, null));
        SearchAnswer second =
                ground.search(null, new SearchQuestion("cafe", null, SearchOrder.NEWEST, 1, first.next()));
        assertThat(first.items()).extracting(FoundStatus::id).containsExactly(anna);
        assertThat(second.items()).extracting(FoundStatus::id).containsExactly(nord);
        assertThat(second.total()).isEqualTo(2);
    }

    @Test
    void aQueryThatIsNotUnderstoodSaysWhereAndHowToMendIt() {
        assertThatThrownBy(() -> ground.search(null, "café \"noir"))
                .isInstanceOfSatisfying(QueryNotUnderstood.class, fault -> {
                    assertThat(fault.fault()).isEqualTo("UNBALANCED_QUOTE");
                    assertThat(fault.position()).isEqualTo(5);
                    assertThat(fault.mend()).isNotBlank();
                });
    }

    @Test
    void aForeignCursorIsRefusedWithTheMend() {
        assertThatThrownBy(
                        () -> ground.search(null, new SearchQuestion("cafe", null, SearchOrder.NEWEST, 10, "nonsense")))
                .isInstanceOf(SearchCursorForeign.class)
                .hasMessageContaining("start again");
    }

    private static SearchQuestion question(String query, String brand) {
        return new SearchQuestion(query, brand, SearchOrder.NEWEST, 100, null);
    }
}
