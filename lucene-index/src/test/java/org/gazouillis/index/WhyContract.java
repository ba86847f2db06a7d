package org.gazouillis.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.gazouillis.index.Why.How;
import org.gazouillis.index.Why.Kind;
import org.gazouillis.index.Why.Place;
import org.gazouillis.index.Why.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

/// Why every engine says that it finds a status, and where it stands. Counts belong to ids of these tests' own.
abstract class WhyContract {
    private static final String TEXT = "L’été des Élections : rabais sur #BlackFriday, dit @Marie";
    private static final long ONE = 2_001;

    /// Empty when a test asks for it first.
    abstract StatusIndex index();

    private void say() {
        put(index(), status(ONE, TEXT));
    }

    @Test
    void aWordIsFoundAsItIsWrittenInOtherLettersInAnotherFormOrWithinAHashtag() {
        say();
        assertThat(reasons("RABAIS ete election friday"))
                .containsExactly(
                        found(Kind.WORD, "RABAIS", new Place("rabais", How.WRITTEN)),
                        found(Kind.WORD, "ete", new Place("L’été", How.FOLDED)),
                        found(Kind.WORD, "election", new Place("Élections", How.FORM)),
                        found(Kind.WORD, "friday", new Place("#BlackFriday", How.HASHTAG)));
    }

    @Test
    void phrasesBeginningsNearWordsTagsAndMentionsSayTheirPlaces() {
        say();
        assertThat(reasons("\"rabais sur\" elec* \"sur elections\"~2 #blackfriday @marie"))
                .containsExactly(
                        found(Kind.PHRASE, "\"rabais sur\"", new Place("rabais sur", How.WRITTEN)),
                        found(Kind.BEGINNING, "elec*", new Place("Élections", How.WRITTEN)),
                        found(
                                Kind.NEAR,
                                "\"sur elections\"~2",
                                new Place("Élections", How.WRITTEN),
                                new Place("sur", How.WRITTEN)),
                        found(Kind.TAG, "#blackfriday", new Place("#BlackFriday", How.WRITTEN)),
                        found(Kind.MENTION, "@marie", new Place("@Marie", How.WRITTEN)));
    }

    @Test
    void whatIsNotSaidInTheTextIsNamedAsItIsAsked() {
        say();
        index().count(Map.of(ONE, new Counts(12, 0, 0)));
        assertThat(reasons("lang:fr from:marie has:mention min_likes:10 during:2026-03 source:gazouillis max_id:2005"))
                .extracting(Reason::kind)
                .containsExactly(Kind.LANGUAGE, Kind.AUTHOR, Kind.TRAIT, Kind.LIKES, Kind.TIME, Kind.SOURCE, Kind.IDS);
        assertThat(reasons("is:repost OR min_likes:10"))
                .containsExactly(new Reason(Kind.LIKES, "min_likes:10", false, List.of()));
    }

    @Test
    void ofAlternativesThoseThatHoldAreNamedAndOfExclusionsThoseThatKeepItIn() {
        say();
        assertThat(reasons("(tea OR rabais) -soldes NOT (rabais tea)"))
                .containsExactly(
                        found(Kind.WORD, "rabais", new Place("rabais", How.WRITTEN)),
                        new Reason(Kind.WORD, "soldes", true, List.of()),
                        new Reason(Kind.WORD, "tea", true, List.of()));
        assertThat(reasons("")).isEmpty();
        assertThat(reasons("rabais !!! -!!!")).hasSize(1);
    }

    @Test
    void aStatusThatTheSearchDoesNotFindHasNoReasons() {
        say();
        put(index(), status(2_002, "rabais secret").onlyFor(5, 6), status(2_003, "autre chose"));
        assertThat(why("rabais", Sort.NEWEST, 2_002, "rabais secret")).isEmpty();
        assertThat(why("rabais", Sort.NEWEST, 2_003, "autre chose")).isEmpty();
        assertThat(why("rabais until:2026-02-28", Sort.NEWEST, ONE, TEXT)).isEmpty();
        assertThat(why("rabais", Sort.NEWEST, 99, TEXT)).isEmpty();
        index().delete(List.of(ONE));
        index().makeVisible();
        assertThat(why("rabais", Sort.NEWEST, ONE, TEXT)).isEmpty();
        SearchScope brand = new SearchScope(5, Set.of(6L), 6L);
        assertThat(index().why(
                                new Selection("rabais", brand, TestStatuses.VISITOR),
                                Sort.NEWEST,
                                2_002,
                                "rabais secret"))
                .isPresent();
    }

    @Test
    void itsPlaceIsThatOfThePageInEachOrder() {
        say();
        var random = new Random(7);
        List<StatusDocument> documents = new ArrayList<>();
        Map<Long, Counts> counts = new HashMap<>();
        for (long id = 2_002; id <= 2_018; id++) {
            var one = status(id, "rabais ".repeat(1 + random.nextInt(4)) + "mot ".repeat(random.nextInt(9)));
            documents.add((id % 3 == 0 ? one.at("2026-03-02T00:20:00Z") : one).document());
            counts.put(id, new Counts(random.nextInt(300), 0, 0));
        }
        index().count(counts);
        index().put(documents);
        index().makeVisible();
        for (Sort sort : Sort.values()) {
            List<Long> order = TestStatuses.ids(index().search(new SearchRequest(
                    "rabais", SearchScope.publicOnly(), sort, 100, null, TestStatuses.VISITOR)));
            for (int at = 0; at < order.size(); at++) {
                Why why = why("rabais", sort, order.get(at), TEXT).orElseThrow();
                assertThat(why.standing().before()).as(sort + " " + at).hasValue(at);
            }
        }
    }

    @Test
    void byRelevanceTheFactorsMakeTheScoreOfThePage() {
        say();
        put(index(), status(20_000, "rabais"));
        index().count(Map.of(ONE, new Counts(7, 0, 0)));
        List<Hit> hits = index().search(new SearchRequest(
                        "rabais", SearchScope.publicOnly(), Sort.RELEVANCE, 10, null, TestStatuses.VISITOR))
                .hits();
        Why why = why("rabais", Sort.RELEVANCE, ONE, TEXT).orElseThrow();
        Merit merit = why.standing().merit().orElseThrow();
        assertThat(hits.get(1).id()).isEqualTo(ONE);
        assertThat(merit.score()).isCloseTo(hits.get(1).score(), within(1e-5));
        assertThat(merit.engaged()).isEqualTo(1.375);
        assertThat(merit.recent()).isBetween(0.25, 0.5);
        assertThat(why.standing().counts()).isEqualTo(new Counts(7, 0, 0));
        assertThat(why("rabais", Sort.NEWEST, ONE, TEXT)
                        .orElseThrow()
                        .standing()
                        .merit())
                .isEmpty();
    }

    /// Asked alone, each part that is named finds the status, or does not when it is named as one to be without.
    @Test
    void everyReasonIsTrueByItself() {
        RandomWishes wishes = new RandomWishes(11);
        List<StatusDocument> documents =
                LongStream.range(2_100, 2_200).mapToObj(wishes::status).toList();
        index().put(documents);
        index().makeVisible();
        for (int round = 0; round < 12; round++) {
            String query = wishes.any(2).query();
            for (Hit hit : index().search(
                            SearchRequest.newest(query, RandomWishes.SCOPE, 2, null, RandomWishes.STANDPOINT))
                    .hits()) {
                for (Reason reason : ofWish(query, hit.id()).reasons()) {
                    assertThat(index().why(wish(reason.asked()), Sort.NEWEST, hit.id(), "")
                                    .isPresent())
                            .as(query + " because " + reason)
                            .isNotEqualTo(reason.without());
                }
            }
        }
    }

    private Why ofWish(String query, long id) {
        return index().why(wish(query), Sort.NEWEST, id, "").orElseThrow();
    }

    private static Selection wish(String query) {
        return new Selection(query, RandomWishes.SCOPE, RandomWishes.STANDPOINT);
    }

    private List<Reason> reasons(String query) {
        return why(query, Sort.NEWEST, ONE, TEXT).orElseThrow().reasons();
    }

    private Optional<Why> why(String query, Sort sort, long id, String text) {
        return index().why(new Selection(query, SearchScope.publicOnly(), TestStatuses.VISITOR), sort, id, text);
    }

    private static Reason found(Kind kind, String asked, Place... places) {
        return new Reason(kind, asked, false, List.of(places));
    }
}
