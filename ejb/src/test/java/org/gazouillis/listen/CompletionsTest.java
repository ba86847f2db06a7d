package org.gazouillis.listen;

import java.nio.file.Path;
import java.util.List;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompletionsTest {
    @TempDir
    private Path folder;

    private Ground ground;
    private StatusIndexer indexer;

    @BeforeEach
    void fill() {
        ground = new Ground(folder.resolve("index"));
        ground.post(World.LUNE_PROFILE, "Un", "printemps");
        ground.post(World.LUNE_PROFILE, "Deux", "primeurs", "printemps");
        ground.post(World.NORD_PROFILE, "Trois", "velo");
        ground.world.worker().useHandle(handle -> handle.execute("""
                        insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)
                        values (?, 900, ?, 'Fête de l’été', 'fete', '2026-06-01', '2026-06-30', now())
                        """, World.AGENCY.value(), World.LUNE.value()));
        indexer = ground.start();
        ground.eventually()
                .until(() -> ground.complete() && ground.search(null, "").total() == 3);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void hashtagsAndPeopleThatAreThereComeByTheirFrequency() {
        assertThat(complete(World.ANNA, "#pri", null)).containsExactly("#printemps", "#primeurs");
        assertThat(complete(World.ANNA, "#PRÍN", null)).containsExactly("#printemps");
        assertThat(complete(World.ANNA, "#x", null)).isEmpty();
        assertThat(complete(World.ANNA, "from:l", null)).containsExactly("from:lune");
        assertThat(complete(World.ANNA, "@n", null)).containsExactly("@nord");
        assertThat(complete(World.ANNA, "#", "nord")).containsExactly("#velo");
        assertThat(complete(World.ANNA, "lang:", null)).containsExactly("lang:fr");
    }

    @Test
    void namesAreThoseThatTheAskerSees() {
        assertThat(complete(World.ANNA, "campaign:\"fet", null))
                .contains("campaign:fete", "campaign:\"Fête de l’été\"");
        assertThat(complete(World.ANNA, "brand:", null)).containsExactly("brand:lune", "brand:nord");
        assertThat(complete(World.MARC, "campaign:f", null)).isEmpty();
        assertThat(complete(World.MARC, "brand:l", null)).isEmpty();
        assertThatThrownBy(() -> complete(World.MARC, "#x", "lune")).isInstanceOf(BrandNotFound.class);
    }

    @Test
    void listsAreTheAskersOwnAndThoseOfTheirBrands() {
        Speaker marc = new Speaker(ground.world, World.MARC);
        marc.lists("La presse");
        ProfileList odd = marc.lists("La \"vraie\" presse");
        marc.lists("Amis");
        new Speaker(ground.world, World.ANNA).lists(all -> all.create("Lanternes", World.NORD_PROFILE));
        assertThat(complete(World.MARC, "list:la", null))
                .containsExactly("list:" + odd.id(), "list:\"La presse\"", "list:Lanternes");
        assertThat(complete(World.MARC, "list:\"la pr", null)).containsExactly("list:\"La presse\"");
        assertThat(complete(World.ANNA, "list:", null)).containsExactly("list:Lanternes");
        assertThat(complete(World.RITA, "list:", null)).isEmpty();
    }

    @Test
    void wordsOfTheLanguageAreOffered() {
        assertThat(complete(World.ANNA, "fr", null)).containsExactly("from:");
        assertThat(complete(World.ANNA, "min", null))
                .containsExactly("min_likes:", "min_reposts:", "min_replies:", "min_impressions:");
        assertThat(complete(World.ANNA, "has:m", null)).containsExactly("has:media", "has:mention");
        assertThat(complete(World.ANNA, "during:yes", null)).containsExactly("during:yesterday");
        assertThat(complete(World.ANNA, "nosuch:x", null)).isEmpty();
    }

    private List<String> complete(MemberScope member, String piece, @Nullable String brand) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        return new Completions(indexer, ground.asker(current)).of(piece, brand);
    }
}
