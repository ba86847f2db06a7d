package org.gazouillis.web.listen;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.listen.FoundBecause;
import org.gazouillis.listen.FoundBecause.Merit;
import org.gazouillis.listen.FoundBecause.Place;
import org.gazouillis.listen.FoundBecause.Reason;
import org.gazouillis.listen.FoundStatus;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.web.i18n.Languages;
import org.gazouillis.web.i18n.Messages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WhyWordsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Reason WORD = new Reason(
            "WORD", "rabais", false, List.of(new Place("rabais", "WRITTEN"), new Place("#GrandRabais", "HASHTAG")));

    @Test
    void aReaderOfEnglishIsToldWhichWordAndSinceWhen() {
        WhyWords words = english(because(SearchOrder.NEWEST, OptionalLong.of(0), WORD));
        assertThat(words.found())
                .containsExactly(
                        "Found by the word “rabais” (as “rabais” in the text; within the hashtag #GrandRabais).",
                        "It is public: everybody may find it.");
        assertThat(words.stands()).hasSize(2);
        assertThat(words.stands().getFirst())
                .startsWith("Newest first: posted May 12, 2026")
                .contains("9:10");
        assertThat(words.stands().getLast()).isEqualTo("It stands first.");
    }

    @Test
    void aReaderOfFrenchIsToldTheFactorsInFrenchNumbers() {
        FoundBecause because = because(
                SearchOrder.RELEVANCE,
                OptionalLong.of(2),
                new Reason("PHRASE", "\"grand rabais\"", false, List.of()),
                new Reason("TAG", "#soldes", true, List.of()));
        WhyWords words = WhyWords.of(because, Messages.of(Locale.FRENCH), PARIS);
        assertThat(words.found())
                .contains(
                        "Trouvé par les mots «\u202fgrand rabais\u202f» côte à côte.",
                        "Il n’a rien de ce que vous avez exclu\u202f: #soldes.");
        assertThat(words.stands())
                .contains(
                        "3,25 pour ses mots. Un mot rare compte plus qu’un mot courant, et davantage dans un message court.",
                        "2 messages sont avant lui.")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("1,44 pour son engagement (J’aime 12, repartages 3, réponses 1). "));
    }

    @Test
    void whatWasAskedBesideWordsIsSaidWithItsFigure() {
        assertThat(english(because(
                                SearchOrder.ENGAGED,
                                OptionalLong.empty(),
                                new Reason("LIKES", "min_likes:10", false, List.of()),
                                new Reason("LANGUAGE", "lang:fr", false, List.of()),
                                new Reason("TIME", "during:2026-05", false, List.of())))
                        .found())
                .contains("It has enough likes for min_likes:10: 12.", "It is in the language asked for: lang:fr.")
                .anySatisfy(line ->
                        assertThat(line).startsWith("It is of the time asked for, during:2026-05: posted May 12"));
        assertThat(english(because(SearchOrder.ENGAGED, OptionalLong.empty())).stands())
                .containsExactly(
                        "Most engaged first: 16 together (likes 12, reposts 3, replies 1).",
                        "It stands behind those that are put in this order; there, the newest come first.");
    }

    @Test
    void everyKindAndEveryPlaceHasItsWordsInBothLanguages() {
        for (Locale language : Languages.ALL) {
            Stream.of(
                            "WORD",
                            "PHRASE",
                            "BEGINNING",
                            "NEAR",
                            "TAG",
                            "MENTION",
                            "AUTHOR",
                            "ADDRESSEE",
                            "LANGUAGE",
                            "SOURCE",
                            "TRAIT",
                            "LINK",
                            "BRAND",
                            "CAMPAIGN",
                            "TIME",
                            "LIKES",
                            "REPOSTS",
                            "REPLIES",
                            "IDS")
                    .flatMap(kind -> Stream.of("WRITTEN", "FOLDED", "FORM", "HASHTAG")
                            .map(how -> new Reason(kind, "asked", false, List.of(new Place("said", how)))))
                    .forEach(reason -> assertThat(WhyWords.of(
                                            because(SearchOrder.NEWEST, OptionalLong.of(1), reason),
                                            Messages.of(language),
                                            PARIS)
                                    .found())
                            .allSatisfy(line -> assertThat(line).doesNotContain("???", "{")));
        }
    }

    private static WhyWords english(FoundBecause because) {
        return WhyWords.of(because, Messages.of(Locale.ENGLISH), PARIS);
    }

    private static FoundBecause because(SearchOrder order, OptionalLong before, Reason... reasons) {
        FoundStatus status = new FoundStatus(
                42,
                "Grand rabais #GrandRabais",
                "fr",
                new ProfileId(7),
                "nord",
                "Nord",
                Instant.parse("2026-05-12T07:10:00Z"),
                false,
                12L,
                3L,
                1L,
                0L,
                "gazouillis",
                null,
                "");
        return new FoundBecause(
                status,
                order,
                null,
                PARIS,
                List.of(reasons),
                before,
                12,
                3,
                1,
                order == SearchOrder.RELEVANCE ? Optional.of(new Merit(3.25, 1.4375, 0.8, 3.7375)) : Optional.empty());
    }
}
