package org.gazouillis.index.search;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gazouillis.index.Measure;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.search.Period.Clocked;
import org.gazouillis.index.search.Period.Days;
import org.gazouillis.index.search.Period.LastDays;
import org.gazouillis.index.search.Period.LastHours;
import org.gazouillis.index.search.Period.Present;
import org.gazouillis.index.search.QueryNode.AtLeast;
import org.gazouillis.index.search.QueryNode.Bound;
import org.gazouillis.index.search.QueryNode.Created;
import org.gazouillis.index.search.QueryNode.Ids;
import org.gazouillis.index.search.QueryNode.Keyword;
import org.gazouillis.index.search.QueryNode.Kind;
import org.gazouillis.index.search.QueryNode.Link;
import org.gazouillis.index.search.QueryNode.Named;
import org.gazouillis.index.search.QueryNode.Naming;
import org.gazouillis.index.search.QueryNode.Near;
import org.gazouillis.index.search.QueryNode.NearWords;
import org.gazouillis.index.search.QueryNode.Not;
import org.gazouillis.index.search.QueryNode.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperatorParserTest {

    private static QueryNode parse(String query) {
        return QueryParser.parse(query);
    }

    private static Keyword keyword(Kind kind, String value) {
        return new Keyword(kind, value, false);
    }

    @Test
    void peopleAreNamedWithOrWithoutSign() {
        for (String query : List.of("from:Marie", "from:@marie", "FROM:marie", "author:marie", "from:\"marie\"")) {
            assertThat(parse(query)).as(query).isEqualTo(keyword(Kind.AUTHOR, "marie"));
        }
        assertThat(parse("to:@Marie")).isEqualTo(keyword(Kind.ADDRESSEE, "marie"));
        for (String query : List.of("mentions:Marie", "mention:@marie", "@marie")) {
            assertThat(parse(query)).as(query).isEqualTo(keyword(Kind.MENTION, "marie"));
        }
    }

    @Test
    void languagesSourcesAndLinksAreRead() {
        assertThat(parse("lang:pt-BR")).isEqualTo(keyword(Kind.LANGUAGE, "pt"));
        assertThat(parse("language:fr")).isEqualTo(keyword(Kind.LANGUAGE, "fr"));
        assertThat(parse("source:X")).isEqualTo(keyword(Kind.SOURCE, "x"));
        assertThat(parse("source:\"Mon  réseau\"")).isEqualTo(keyword(Kind.SOURCE, "mon  reseau"));
        assertThat(wordsOf("url:example.org")).containsExactly("example", "org");
        assertThat(wordsOf("url:https://www.example.org/a?b=c")).containsExactly("example", "org", "a", "b", "c");
        assertThat(wordsOf("url:\"a b\"")).containsExactly("a", "b");
    }

    private static List<String> wordsOf(String query) {
        return ((Link) parse(query)).words();
    }

    @Test
    void traitsHaveTheNamesOfSeveralTools() {
        for (String query : List.of("is:reply", "is:replies", "filter:replies", "IS:Reply")) {
            assertThat(parse(query)).as(query).isEqualTo(keyword(Kind.TRAIT, "reply"));
        }
        for (String query : List.of("is:repost", "is:retweet", "filter:retweets", "filter:nativeretweets")) {
            assertThat(parse(query)).as(query).isEqualTo(keyword(Kind.TRAIT, "repost"));
        }
        for (String query : List.of("is:quote", "is:quotes", "filter:quote")) {
            assertThat(parse(query)).as(query).isEqualTo(keyword(Kind.TRAIT, "quote"));
        }
        for (String query : List.of("is:flash", "is:flashes", "filter:flash")) {
            assertThat(parse(query)).as(query).isEqualTo(keyword(Kind.TRAIT, "flash"));
        }
        for (String trait : List.of("link", "media", "alt", "poll", "hashtag", "mention")) {
            assertThat(parse("has:" + trait)).isEqualTo(keyword(Kind.TRAIT, trait));
            assertThat(parse("has:" + trait + "s")).isEqualTo(keyword(Kind.TRAIT, trait));
            assertThat(parse("-filter:" + trait)).isEqualTo(new Not(keyword(Kind.TRAIT, trait)));
        }
    }

    @Test
    void brandsCampaignsAndListsKeepTheirPlaceUntilTheyAreLookedUp() {
        assertThat(parse("-brand:nord"))
                .isEqualTo(new Not(new Named(Naming.BRAND, "nord", new Lexeme(Lexeme.Kind.WORD, "brand:nord", 1, 10))));
        assertThat(parse("campaign:\"Été 2026\""))
                .isEqualTo(new Named(
                        Naming.CAMPAIGN, "Été 2026", new Lexeme(Lexeme.Kind.OPERATOR, "campaign:Été 2026", 0, 19)));
        assertThat(parse("LIST:\"À suivre\""))
                .isEqualTo(
                        new Named(Naming.LIST, "À suivre", new Lexeme(Lexeme.Kind.OPERATOR, "LIST:À suivre", 0, 15)));
    }

    @Test
    void figuresAndIdsAreWholeNumbers() {
        assertLeast("min_likes:10", Measure.LIKES, 10);
        assertLeast("min_faves:10", Measure.LIKES, 10);
        assertLeast("min_reposts:0", Measure.REPOSTS, 0);
        assertLeast("min_retweets:3", Measure.REPOSTS, 3);
        assertLeast("min_replies:3", Measure.REPLIES, 3);
        assertLeast("min_impressions:1000", Measure.IMPRESSIONS, 1_000);
        assertThat(parse("since_id:116000")).isEqualTo(new Ids(116_001, Long.MAX_VALUE));
        assertThat(parse("max_id:116000")).isEqualTo(new Ids(Long.MIN_VALUE, 116_000));
    }

    @Test
    void timesAreDaysMonthsYearsClocksAndNames() {
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertTime("since:2026-01-31", Bound.SINCE, new Days(day, day.plusDays(1)));
        assertTime("until:2026-02", Bound.UNTIL, new Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)));
        assertTime("before:2026", Bound.BEFORE, new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));
        LocalDateTime half = LocalDateTime.of(2026, 1, 31, 9, 30);
        assertTime("after:2026-01-31T09:30", Bound.AFTER, new Clocked(half, Duration.ofMinutes(1), null));
        assertTime("after:2026-01-31t09:30:00z", Bound.AFTER, new Clocked(half, Duration.ofSeconds(1), ZoneOffset.UTC));
        assertTime(
                "since:2026-01-31_09:30:00_UTC", Bound.SINCE, new Clocked(half, Duration.ofSeconds(1), ZoneOffset.UTC));
        assertTime(
                "since:2026-01-31T09:30+0200",
                Bound.SINCE,
                new Clocked(half, Duration.ofMinutes(1), ZoneOffset.ofHours(2)));
        assertTime("during:Yesterday", Bound.DURING, new Present(ChronoUnit.DAYS, 1));
        assertTime("during:this-month", Bound.DURING, new Present(ChronoUnit.MONTHS, 0));
        assertTime("during:last-7d", Bound.DURING, new LastDays(7));
        assertTime("during:last-2w", Bound.DURING, new LastDays(14));
        assertTime("during:last-24h", Bound.DURING, new LastHours(24));
    }

    private static void assertTime(String query, Bound bound, Period period) {
        assertThat(parse(query)).isInstanceOfSatisfying(Created.class, created -> {
            assertThat(created.bound()).isEqualTo(bound);
            assertThat(created.period()).isEqualTo(period);
            assertThat(created.lexeme().text()).isEqualTo(query);
        });
    }

    private static void assertLeast(String query, Measure measure, long least) {
        assertThat(parse(query)).isInstanceOfSatisfying(AtLeast.class, atLeast -> {
            assertThat(atLeast.measure()).isEqualTo(measure);
            assertThat(atLeast.least()).isEqualTo(least);
            assertThat(atLeast.lexeme().text()).isEqualTo(query);
        });
    }

    @Test
    void nearnessIsReadAsDistanceOrAsChain() {
        assertThat(parse("\"near words\"~5")).isEqualTo(new NearWords(new Words("near words", 0, true), 5));
        assertThat(parse("a NEAR/3 \"b c\""))
                .isEqualTo(new Near(List.of(List.of(new Words("a", 0)), List.of(new Words("b c", 9, true))), 3));
        assertThat(parse("(a OR b) NEAR/0 c NEAR/0 d"))
                .isEqualTo(new Near(
                        List.of(
                                List.of(new Words("a", 1), new Words("b", 6)),
                                List.of(new Words("c", 16)),
                                List.of(new Words("d", 25))),
                        0));
        assertThat(parse("-a NEAR/3 b"))
                .isEqualTo(new Not(new Near(List.of(List.of(new Words("a", 1)), List.of(new Words("b", 10))), 3)));
        assertThat(parse("NEAR ME")).isInstanceOf(QueryNode.And.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x form:marie|UNKNOWN_OPERATOR|2|10|from:",
                "langue:fr|UNKNOWN_OPERATOR|0|9|lang:",
                "min_like:3|UNKNOWN_OPERATOR|0|10|min_likes:",
                "tenant:2|UNKNOWN_OPERATOR|0|8|",
                "is:replay|UNKNOWN_VALUE|0|9|reply",
                "is:link|UNKNOWN_VALUE|0|7|",
                "has:video|UNKNOWN_VALUE|0|9|",
                "has:hastag|UNKNOWN_VALUE|0|10|hashtag",
                "x campaign:|MISSING_VALUE|2|9|",
                "list:|MISSING_VALUE|0|5|",
                "list:pres*|BAD_WILDCARD|0|10|",
                "from:\" \"|MISSING_VALUE|0|8|",
                "url:-|MISSING_VALUE|0|5|",
                "source:|MISSING_VALUE|0|7|",
                "during:yesteday|BAD_DATE|0|15|yesterday",
                "during:last-0d|BAD_DATE|0|14|",
                "during:2026-13|BAD_DATE|0|14|",
                "since:2026-01-31T25:00|BAD_DATE|0|22|",
                "since:2026-01-31T10:00+99:00|BAD_DATE|0|28|",
                "until:31/01/2026|BAD_DATE|0|16|",
                "min_likes:many|BAD_NUMBER|0|14|",
                "min_likes:-1|BAD_NUMBER|0|12|",
                "max_id:99999999999999999999|BAD_NUMBER|0|27|",
                "url:exam*|BAD_WILDCARD|0|9|",
                "brand:no*|BAD_WILDCARD|0|9|",
                "\"a b\"~2147483647|BAD_DISTANCE|5|11|",
                "\"a b\"~|BAD_DISTANCE|5|1|",
                "\"a b\"~51|BAD_DISTANCE|5|3|",
                "a NEAR/x b|BAD_DISTANCE|2|6|",
                "a NEAR/2 b NEAR/3 c|BAD_DISTANCE|11|6|",
                "a NEAR/2|DANGLING_OR|2|6|",
                "NEAR/2 b|DANGLING_OR|0|6|",
                "a NEAR/2 OR b|DANGLING_OR|9|2|",
                "a NEAR/2 be*|BAD_NEAR|9|3|",
                "be* NEAR/2 b|BAD_NEAR|0|3|",
                "a NEAR/2 from:b|BAD_NEAR|9|6|",
                "a NEAR/2 -b|BAD_NEAR|9|1|",
                "(a b) NEAR/2 c|BAD_NEAR|0|1|",
                "a NEAR/2 (b OR #c)|BAD_NEAR|9|1|",
                "x from:\"marie|UNBALANCED_QUOTE|2|11|"
            })
    void faultsNameTheirPlaceAndWhatWasMeant(
            String query, Fault fault, int position, int length, @Nullable String instead) {
        assertThatThrownBy(() -> parse(query)).isInstanceOfSatisfying(QuerySyntaxException.class, wrong -> {
            assertThat(wrong.fault()).isEqualTo(fault);
            assertThat(wrong.position()).isEqualTo(position);
            assertThat(wrong.length()).isEqualTo(length);
            assertThat(wrong.instead()).isEqualTo(instead == null ? "" : instead);
            assertThat(wrong.mend()).contains(wrong.instead()).matches("(?s).*[.?]");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant:2", "form:x"})
    void whoNamesAnOperatorThatThereIsNotIsToldWhichThereAre(String query) {
        assertThatThrownBy(() -> parse(query)).isInstanceOfSatisfying(QuerySyntaxException.class, wrong -> {
            for (Operator operator : Operator.values()) {
                assertThat(wrong.choices()).contains(operator.word());
                assertThat(wrong.mend()).contains(operator.word());
            }
        });
    }

    @Test
    void whatLooksLikeAnOperatorIsAWordInQuotationMarks() {
        assertThat(parse("\"tenant:2\"")).isEqualTo(new Words("tenant:2", 0, true));
        assertThat(parse("Note:\"a b\"")).isInstanceOf(QueryNode.And.class);
        assertThat(parse("\"NEAR/2\"")).isEqualTo(new Words("NEAR/2", 0, true));
        assertThat(parse("-NEAR/2")).isEqualTo(new Not(new Words("NEAR/2", 1)));
    }
}
