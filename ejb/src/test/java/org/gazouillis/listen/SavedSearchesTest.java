package org.gazouillis.listen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SavedSearchesTest {
    @TempDir
    private Path folder;

    private Ground ground;
    private Listening anna;
    private Listening marc;
    private Listening rita;

    @BeforeEach
    void build() {
        ground = new Ground(folder.resolve("index"));
        anna = new Listening(ground, World.ANNA);
        marc = new Listening(ground, World.MARC);
        rita = new Listening(ground, World.RITA);
    }

    @Test
    void aPrivateSearchIsSeenByItsMakerAlone() {
        SavedSearch kept = anna.keep("  Café du matin ", "café -thé", null, null);
        assertThat(kept.name()).isEqualTo("Café du matin");
        assertThat(kept.mine()).isTrue();
        assertThat(anna.names()).containsExactly("Café du matin");
        assertThat(marc.names()).isEmpty();
        assertThat(rita.names()).isEmpty();
        assertThatThrownBy(() -> marc.searches(all -> all.one(kept.id()))).isInstanceOf(SavedSearchNotFound.class);
    }

    @Test
    void aSharedSearchIsSeenByTheMembersOfItsBrandOnly() {
        SavedSearch nord = anna.keep("Nord", "vélo", null, "nord");
        anna.keep("Lune", "lune", null, "lune");
        assertThat(marc.names()).containsExactly("Nord");
        assertThat(rita.names()).isEmpty();
        SavedSearch seen = marc.searches(all -> all.one(nord.id()));
        assertThat(seen.mine()).isFalse();
        assertThat(seen.maker()).isEqualTo("anna@test.example");
        assertThat(seen.sharedWith()).isEqualTo("nord");
    }

    @Test
    void aSearchOfOneBrandIsGoneWithTheRightToSeeTheBrand() {
        anna.keep("Chez Lune", "lune", "lune", null);
        MemberScope withoutLune = new MemberScope(
                World.AGENCY,
                World.ANNA.member(),
                World.ANNA_PROFILE,
                World.ANNA.email(),
                World.MARC.roles(),
                MemberScope.ALL_SCOPES);
        assertThat(new Listening(ground, withoutLune).names()).isEmpty();
        assertThat(anna.names()).containsExactly("Chez Lune");
    }

    @Test
    void nobodySharesWithABrandTheyDoNotSee() {
        assertThatThrownBy(() -> marc.keep("x", "vélo", null, "lune")).isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> marc.keep("x", "vélo", "rival", null)).isInstanceOf(BrandNotFound.class);
        assertThat(marc.names()).isEmpty();
    }

    @Test
    void aSearchOfOneBrandIsSharedWithThatBrandOnly() {
        assertThatThrownBy(() -> anna.keep("x", "vélo", "lune", "nord"))
                .isInstanceOfSatisfying(
                        SavedSearchRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("sharedWith"));
    }

    @Test
    void aSharedSearchNamesListsOfItsBrandOnly() {
        Speaker speaker = new Speaker(ground.world, World.MARC);
        speaker.lists("Presse", World.LUNE_PROFILE);
        assertThat(marc.keep("La mienne", "list:presse", null, null).mine()).isTrue();
        assertThatThrownBy(() -> marc.keep("La nôtre", "café -list:presse", null, "nord"))
                .isInstanceOf(SavedSearchRefused.class)
                .hasMessageContaining("@nord has no list \"presse\"");
        ProfileList ofNord = speaker.lists(all -> all.create("Presse", World.NORD_PROFILE));
        marc.keep("La nôtre", "list:PRESSE OR list:" + ofNord.id(), null, "nord");
        assertThat(anna.names()).containsExactly("La nôtre");
        assertThatThrownBy(() -> anna.keep("Chez Lune", "list:presse", null, "lune"))
                .isInstanceOf(SavedSearchRefused.class);
        assertThat(anna.keep("Un mot", "\"list:presse\"", null, "lune").query()).isEqualTo("\"list:presse\"");
    }

    @Test
    void whatCannotBeAskedIsNotKept() {
        assertThatThrownBy(() -> anna.keep("x", "\"café", null, null))
                .isInstanceOf(QueryNotUnderstood.class)
                .hasMessageContaining("close the quotation mark");
        assertThatThrownBy(() -> anna.keep("", "café", null, null))
                .isInstanceOf(SavedSearchRefused.class)
                .hasMessageContaining("1 to 80");
        assertThatThrownBy(() -> anna.keep("x".repeat(81), "café", null, null)).isInstanceOf(SavedSearchRefused.class);
        assertThatThrownBy(() -> anna.keep("x", " ", null, null)).isInstanceOf(SavedSearchRefused.class);
        assertThat(anna.names()).isEmpty();
    }

    @Test
    void whoMadeItAndWhoSetsTheRulesOfItsBrandMayChangeIt() {
        SavedSearch ofMarc = marc.keep("Vélos", "vélo", null, "nord");
        SavedSearch ofAnna = anna.keep("Café", "café", null, "nord");
        SavedSearch renamed = anna.searches(all -> all.change(ofMarc.id(), idea("Bicyclettes", "vélo", "nord")));
        assertThat(renamed.name()).isEqualTo("Bicyclettes");
        assertThat(renamed.changeable()).isTrue();
        assertThatThrownBy(() -> marc.searches(all -> all.change(ofAnna.id(), idea("Thé", "thé", "nord"))))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> anna.searches(all -> all.change(ofMarc.id(), idea("Vélos", "vélo", null))))
                .as("only its maker takes it back")
                .isInstanceOf(SavedSearchRefused.class);
        marc.searches(all -> all.change(ofMarc.id(), idea("Vélos", "vélo", null)));
        assertThat(anna.names()).containsExactly("Café");
    }

    @Test
    void whatWasRemovedComesBackForADay() {
        SavedSearch kept = anna.keep("Café", "café", null, "nord");
        assertThatThrownBy(() -> marc.remove(kept)).isInstanceOf(PermissionDenied.class);
        anna.remove(kept);
        assertThat(anna.names()).isEmpty();
        assertThat(marc.names()).isEmpty();
        assertThatThrownBy(() -> marc.searches(all -> all.restore(kept.id()))).isInstanceOf(SavedSearchNotFound.class);
        new ListenSweep(ground.world.worker()).run();
        assertThat(anna.searches(all -> all.restore(kept.id())).name()).isEqualTo("Café");
        assertThat(marc.names()).containsExactly("Café");
        anna.remove(kept);
        ground.world
                .worker()
                .useHandle(handle -> handle.execute(
                        "update saved_search set removed_at = now() - cast(? as interval)",
                        Duration.ofHours(25).toString()));
        new ListenSweep(ground.world.worker()).run();
        assertThatThrownBy(() -> anna.searches(all -> all.restore(kept.id()))).isInstanceOf(SavedSearchNotFound.class);
    }

    @Test
    void whatMeansSomethingElseEachDayIsKeptButNotWatched() {
        SavedSearch today = anna.keep("Aujourd’hui", "café during:today", null, null);
        assertThatThrownBy(() -> anna.watch(today))
                .isInstanceOf(QueryNotUnderstood.class)
                .hasMessageContaining("an alert looks at posts the moment they are new");
        SavedSearch watched = anna.keep("Café", "café", null, null);
        anna.watch(watched);
        assertThatThrownBy(() ->
                        anna.searches(all -> all.change(watched.id(), idea("Café aimé", "café min_likes:3", null))))
                .isInstanceOf(QueryNotUnderstood.class);
        assertThat(anna.searches(all -> all.change(today.id(), idea("Aimé", "café min_likes:3", null)))
                        .query())
                .isEqualTo("café min_likes:3");
    }

    @Test
    void aSearchIsKeptInEveryOrder() {
        for (SearchOrder order : SearchOrder.values()) {
            SavedSearch kept = anna.searches(all -> all.keep(new SearchIdea(order.word(), "café", null, order, null)));
            assertThat(kept.order()).isEqualTo(order);
        }
    }

    @Test
    void deedsAreInTheTrail() {
        SavedSearch kept = anna.keep("Café", "café", null, "nord");
        anna.remove(kept);
        List<String> actions = ground.world
                .worker()
                .withHandle(
                        handle -> handle.createQuery("select action from audit_entry where subject = :id order by id")
                                .bind("id", kept.id())
                                .mapTo(String.class)
                                .list());
        assertThat(actions).containsExactly("search.saved", "search.removed");
    }

    private static SearchIdea idea(String name, String query, @Nullable String shared) {
        return new SearchIdea(name, query, null, SearchOrder.NEWEST, shared);
    }
}
