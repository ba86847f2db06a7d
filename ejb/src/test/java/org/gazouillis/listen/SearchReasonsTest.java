package org.gazouillis.listen;

import java.nio.file.Path;
import java.util.List;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.listen.FoundBecause.Place;
import org.gazouillis.listen.FoundBecause.Reason;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchReasonsTest {
    @TempDir
    private static Path folder;

    private static Ground ground;
    private static StatusIndexer indexer;
    private static long nord;
    private static long imported;

    @BeforeAll
    static void build() {
        ground = new Ground(folder.resolve("index"));
        nord = ground.post(World.NORD_PROFILE, "Des élections sans café");
        ground.post(World.ANNA_PROFILE, "Un café noir");
        ground.bringIn(World.ANNA, World.NORD, List.of("Un café venu d’ailleurs"));
        ground.like(nord, 3);
        indexer = ground.start();
        ground.eventually()
                .until(() -> ground.search(World.ANNA, "cafe min_likes:3").total() == 2);
        imported = ground.search(World.ANNA, "ailleurs").items().getFirst().id();
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void aHitSaysByWhichWordsItIsFoundAndHowManyStandBeforeIt() {
        FoundBecause because = because(World.ANNA, "cafe election lang:fr", null, SearchOrder.NEWEST, nord);
        assertThat(because.reasons())
                .containsExactly(
                        new Reason("WORD", "cafe", false, List.of(new Place("café", "FOLDED"))),
                        new Reason("WORD", "election", false, List.of(new Place("élections", "FORM"))),
                        new Reason("LANGUAGE", "lang:fr", false, List.of()));
        assertThat(because.before()).hasValue(0);
        assertThat(because(World.ANNA, "cafe", null, SearchOrder.NEWEST, nord).before())
                .hasValue(2);
    }

    @Test
    void byRelevanceItSaysTheFactorsWithTheLikesOfThisMoment() {
        FoundBecause because = because(World.ANNA, "cafe", "nord", SearchOrder.RELEVANCE, nord);
        assertThat(because.likes()).isEqualTo(3);
        assertThat(because.merit()).hasValueSatisfying(merit -> {
            assertThat(merit.engaged()).isEqualTo(1.25);
            assertThat(merit.score()).isEqualTo(merit.alike() * merit.engaged() * merit.recent());
        });
        assertThat(because.zone()).isNotNull();
    }

    @Test
    void whatTheSearchDoesNotFindOrTheMemberDoesNotSeeHasNoReasons() {
        assertThatThrownBy(() -> because(World.ANNA, "soleil", null, SearchOrder.NEWEST, nord))
                .isInstanceOf(NotFoundBySearch.class)
                .hasMessageContaining("Ask it again");
        assertThat(because(World.ANNA, "cafe", null, SearchOrder.NEWEST, imported)
                        .status()
                        .imported())
                .isTrue();
        assertThatThrownBy(() -> because(World.RITA, "cafe", null, SearchOrder.NEWEST, imported))
                .isInstanceOf(NotFoundBySearch.class);
        assertThatThrownBy(() -> because(World.MARC, "cafe", "lune", SearchOrder.NEWEST, nord))
                .isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> because(World.ANNA, "cafe \"", null, SearchOrder.NEWEST, nord))
                .isInstanceOf(QueryNotUnderstood.class);
    }

    private static FoundBecause because(
            MemberScope member, String query, @Nullable String brand, SearchOrder order, long id) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        return new SearchReasons(indexer, ground.statuses(current), ground.asker(current))
                .of(new SearchQuestion(query, brand, order, 20, null), new StatusId(id));
    }
}
