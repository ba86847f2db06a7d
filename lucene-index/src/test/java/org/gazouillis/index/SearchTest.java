package org.gazouillis.index;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.find;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

class SearchTest {

    @TempDir
    Path folder;

    private StatusIndex index;

    @BeforeEach
    void open() {
        index = StatusIndex.open(folder, TestStatuses.PATIENT);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void accentsAndArticlesDoNotMatter() {
        put(index, status(1, "Un café glacé"), status(2, "un cafe chaud"), status(3, "L’été arrive"));
        assertThat(find(index, "café")).containsExactly(2L, 1L);
        assertThat(find(index, "CAFE")).containsExactly(2L, 1L);
        assertThat(find(index, "ete")).containsExactly(3L);
        assertThat(find(index, "l'été")).containsExactly(3L);
    }

    @Test
    void allWordsAreWantedUnlessOrIsSaid() {
        put(index, status(1, "thé vert"), status(2, "thé noir"), status(3, "café noir"));
        assertThat(find(index, "thé noir")).containsExactly(2L);
        assertThat(find(index, "thé OR café")).containsExactly(3L, 2L, 1L);
        assertThat(find(index, "(thé OR café) -vert")).containsExactly(3L, 2L);
        assertThat(find(index, "-noir")).containsExactly(1L);
        assertThat(find(index, "vert OR -noir")).containsExactly(1L);
        assertThat(find(index, "-(thé noir)")).containsExactly(3L, 1L);
    }

    @Test
    void phrasesAreFoundInOrder() {
        put(index, status(1, "à la une ce matin"), status(2, "la une à lire"));
        assertThat(find(index, "\"à la une\"")).containsExactly(1L);
        assertThat(find(index, "porte-monnaie")).isEmpty();
    }

    @Test
    void hashtagsAreFoundWholeAndByTheirWords() {
        put(
                index,
                status(1, "Vive #ÉtéBrûlant"),
                status(2, "#été"),
                status(3, "l'été"),
                status(4, "#HurricaneSandy hits"));
        assertThat(find(index, "#etebrulant")).containsExactly(1L);
        assertThat(find(index, "#ÉTÉ")).containsExactly(2L);
        assertThat(find(index, "brulant")).containsExactly(1L);
        assertThat(find(index, "été")).containsExactly(3L, 2L, 1L);
        assertThat(find(index, "#ete*")).containsExactly(2L, 1L);
        assertThat(find(index, "sandy")).containsExactly(4L);
        assertThat(find(index, "#sandy")).isEmpty();
    }

    @Test
    void peopleLanguagesPrefixesEmojiAndHostsAreFound() {
        put(
                index,
                status(1, "bonjour @Luc https://www.example.org/a").by("Marie"),
                status(2, "hello 👩‍💻").in("en-GB").by("luc"),
                status(3, "gazouillons 東京都"));
        assertThat(find(index, "from:@marie @luc")).containsExactly(3L - 2L);
        assertThat(find(index, "from:luc")).containsExactly(2L);
        assertThat(find(index, "lang:en")).containsExactly(2L);
        assertThat(find(index, "gazou*")).containsExactly(3L);
        assertThat(find(index, "👩‍💻")).containsExactly(2L);
        assertThat(find(index, "京都")).containsExactly(3L);
        assertThat(find(index, "example.org")).containsExactly(1L);
    }

    @Test
    void daysAreThoseOfTheSearchersZoneAndIncluded() {
        long day = 24 * 60;
        put(
                index,
                status(day - 1, "veille"),
                status(day, "jour"),
                status(2 * day - 1, "soir"),
                status(2 * day, "lendemain"));
        assertThat(find(index, "since:2026-03-02 until:2026-03-02")).containsExactly(2 * day - 1, day);
        var paris = SearchRequest.newest(
                "since:2026-03-02 until:2026-03-02",
                SearchScope.publicOnly(),
                10,
                null,
                Standpoint.of(ZoneId.of("Europe/Paris"), TestStatuses.START));
        assertThat(TestStatuses.ids(index.search(paris))).containsExactly(day, day - 1);
        assertThat(find(index, "since:9999-12-31")).isEmpty();
        assertThat(find(index, "until:0000-01-01")).isEmpty();
    }

    @Test
    void otherFormsOfAWordAreFoundInItsLanguage() {
        put(
                index,
                status(1, "Les élections approchent").in("fr"),
                status(2, "L’élection de demain").in("fr"),
                status(3, "Two explosions in one night").in("en"),
                status(4, "Vive les #GrandesSoldes").in("fr"),
                status(5, "elections").in("de"));
        assertThat(find(index, "election")).containsExactly(2L, 1L);
        assertThat(find(index, "élections")).containsExactly(5L, 2L, 1L);
        assertThat(find(index, "\"élections\"")).containsExactly(5L, 1L);
        assertThat(find(index, "explosion")).containsExactly(3L);
        assertThat(find(index, "grande solde")).containsExactly(4L);
        assertThat(find(index, "\"grande soldes\"")).isEmpty();
        assertThat(find(index, "-election lang:fr")).containsExactly(4L);
    }

    @Test
    void theFormThatWasAskedForComesFirst() {
        put(
                index,
                status(1, "élection élection élection élection").in("fr"),
                status(
                                2,
                                "On ne sait toujours pas ce que ces élections de dimanche ont changé pour nous et pour les gens")
                        .in("fr"),
                status(3, "élection élection").in("fr"));
        var request = new SearchRequest(
                "élections", SearchScope.publicOnly(), Sort.RELEVANCE, 10, null, TestStatuses.VISITOR);
        assertThat(TestStatuses.ids(index.search(request))).startsWith(2L).hasSize(3);
    }

    @Test
    void nearWordsAreFoundInAnyOrder() {
        put(
                index,
                status(1, "du café de bon matin"),
                status(2, "ce matin un café"),
                status(3, "café, puis plus rien d’intéressant jusqu’au matin"),
                status(4, "café #BonMatin"),
                status(5, "à la une ce matin, café"));
        assertThat(find(index, "\"café matin\"~2")).containsExactly(5L, 2L, 1L);
        assertThat(find(index, "café NEAR/0 matin")).containsExactly(5L);
        assertThat(find(index, "(café OR une) NEAR/1 matin")).containsExactly(5L, 2L);
        assertThat(find(index, "\"à la une\" NEAR/3 café")).containsExactly(5L);
        assertThat(find(index, "café -(café NEAR/9 matin)")).containsExactly(4L);
        assertThat(find(index, "\"café café\"~9")).isEmpty();
        assertThat(find(index, "café NEAR/3 !!!")).hasSize(5);
        assertThat(find(index, "!!! NEAR/3 ???")).isEmpty();
    }

    @Test
    void linksAreFoundByTheirWords() {
        put(
                index,
                status(1, "voir https://www.shop.example.org/soldes-d%27%C3%A9t%C3%A9?utm_source=x"),
                status(2, "voir https://example.com/org"));
        assertThat(find(index, "url:example")).containsExactly(2L, 1L);
        assertThat(find(index, "url:example.org")).containsExactly(1L);
        assertThat(find(index, "url:été")).containsExactly(1L);
        assertThat(find(index, "url:utm_source=x")).containsExactly(1L);
        assertThat(find(index, "url:exam")).isEmpty();
    }

    @Test
    void brandsAndCampaignsAreThoseThatTheAskerSees() {
        put(index, status(1, "a").of(10, 100), status(2, "b").of(10, 101).with("campaign", 500L), status(3, "c"));
        var scope = new SearchScope(10, Set.of(100L, 101L), null);
        var names = new Standpoint(
                ZoneOffset.UTC,
                TestStatuses.START,
                Map.of("nord", Set.of(100L), "lune", Set.of(101L)),
                Map.of("Été à la mer", Set.of(500L)),
                List.of());
        assertThat(find(index, "brand:nord", scope, names)).containsExactly(1L);
        assertThat(find(index, "-brand:@Nord", scope, names)).containsExactly(3L, 2L);
        assertThat(find(index, "campaign:\"ete a la MER\"", scope, names)).containsExactly(2L);
        assertThatThrownBy(() -> find(index, "x brand:nrod", scope, names))
                .isInstanceOfSatisfying(QuerySyntaxException.class, wrong -> {
                    assertThat(wrong.fault()).isEqualTo(QuerySyntaxException.Fault.UNKNOWN_NAME);
                    assertThat(wrong.position()).isEqualTo(2);
                    assertThat(wrong.instead()).isEqualTo("nord");
                });
        assertThatThrownBy(() -> find(index, "campaign:printemps")).hasMessageContaining("no campaign of this name");
    }

    @Test
    void aListIsFoundByItsTitleOrIdAndAskedForByItsTerm() {
        put(
                index,
                status(1, "a").with("profile", 21L),
                status(2, "b"),
                status(3, "c").with("profile", 0L));
        var press = new KnownList(900, "La presse", Set.of(21L, 22L));
        var odd = new KnownList(901, "Dite \"presse\"*", Set.of(7L));
        var names = new Standpoint(ZoneOffset.UTC, TestStatuses.START, Map.of(), Map.of(), List.of(press, odd));
        var visitor = SearchScope.publicOnly();
        assertThat(press.term()).isEqualTo("list:\"La presse\"");
        assertThat(new KnownList(1, "Presse", Set.of()).term()).isEqualTo("list:Presse");
        assertThat(odd.term()).as("no query can say its title").isEqualTo("list:901");
        assertThat(find(index, press.term(), visitor, names)).containsExactly(1L);
        assertThat(find(index, odd.term(), visitor, names)).containsExactly(2L);
        assertThat(find(index, "-list:900", visitor, names)).containsExactly(3L, 2L);
        assertThat(Selection.listsOf("(list:900 OR café) -list:\"la presse\"")).containsExactly("900", "la presse");
        assertThatThrownBy(() -> find(index, "x list:\"la press\"", visitor, names))
                .isInstanceOfSatisfying(QuerySyntaxException.class, wrong -> {
                    assertThat(wrong.fault()).isEqualTo(QuerySyntaxException.Fault.UNKNOWN_NAME);
                    assertThat(wrong.position()).isEqualTo(2);
                    assertThat(wrong.length()).isEqualTo(15);
                    assertThat(wrong.instead()).isEqualTo("la presse");
                });
        assertThatThrownBy(() -> find(index, "list:amis")).hasMessageContaining("no list of this name");
    }

    @Test
    void wordsOfWhichNothingCanBeSearchedFindNothing() {
        put(index, status(1, "the of and"), status(2, "x"));
        assertThat(find(index, "!!!")).isEmpty();
        assertThat(find(index, "\\")).isEmpty();
        assertThat(find(index, "x !!!")).containsExactly(2L);
        assertThat(find(index, "/")).isEmpty();
        assertThat(find(index, "the of and")).containsExactly(1L);
        assertThat(find(index, "")).containsExactly(2L, 1L);
    }

    @Test
    void relevancePutsTheBetterAndMoreLikedFirst() {
        put(
                index,
                status(1, "café café café"),
                status(2, "un café en passant avec bien des mots autour qui ne disent rien"),
                status(3, "thé"),
                status(4, "café au lait"),
                status(5, "café au lait").liked(500),
                status(6, "café au lait"));
        var request =
                new SearchRequest("café", SearchScope.publicOnly(), Sort.RELEVANCE, 10, null, TestStatuses.VISITOR);
        SearchPage page = index.search(request);
        assertThat(TestStatuses.ids(page))
                .startsWith(5L)
                .endsWith(2L)
                .containsSubsequence(6L, 4L)
                .hasSize(5);
        assertThat(page.hits())
                .allSatisfy(
                        hit -> assertThat(hit.createdAt()).isEqualTo(TestStatuses.START.plusSeconds(60 * hit.id())));
    }

    @Test
    void theSameIdAgainReplacesAndDeletingRemoves() {
        put(index, status(1, "avant"), status(2, "deux"), status(2, "deux bis"));
        put(index, status(1, "après"));
        assertThat(find(index, "avant")).isEmpty();
        assertThat(find(index, "après")).containsExactly(1L);
        assertThat(find(index, "deux")).containsExactly(2L);
        assertThat(index.count()).isEqualTo(2);
        index.delete(List.of(2L, 99L));
        index.makeVisible();
        assertThat(find(index, "")).containsExactly(1L);
    }

    @Test
    void absurdDocumentsDoNotStopTheIndex() {
        put(
                index,
                status(1, "ﷺ".repeat(5_000)),
                status(2, "#" + "x".repeat(40_000)),
                status(3, "\uD83D \u0000 \uFFFF"),
                status(4, ""));
        assertThat(index.count()).isEqualTo(4);
    }

    @Test
    void aSearchThatTakesTooLongIsGivenUp() {
        index.close();
        index = StatusIndex.open(folder, new IndexSettings(16, Duration.ofNanos(1)));
        var many = new ArrayList<StatusDocument>();
        for (long id = 1; id <= 5_000; id++) {
            many.add(status(id, "mot" + id + " commun").document());
        }
        index.put(many);
        index.makeVisible();
        assertThatThrownBy(() -> find(index, "commun OR mot*"))
                .isInstanceOf(SearchTookTooLong.class)
                .hasMessageContaining("since:");
    }
}
