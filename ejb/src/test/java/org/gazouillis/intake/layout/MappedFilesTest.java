package org.gazouillis.intake.layout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.ImportWishRefused;
import org.gazouillis.intake.Reject;
import org.gazouillis.intake.RejectRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class MappedFilesTest {
    @Test
    void wellKnownColumnsAreGuessedAndTold() {
        Reading reading = Reading.of("""
                created_at,text,url,replies,retweets,favorites,user
                10/16/17 22:59,I&amp;you,https://twitter.com/BarackObama/status/920061541986250758,17,89,64,BarackObama
                """);
        assertThat(reading.statuses()).singleElement().satisfies(status -> {
            assertThat(status.foreignId()).isEqualTo("920061541986250758");
            assertThat(status.text()).isEqualTo("I&you");
            assertThat(status.createdAt()).isEqualTo(Instant.parse("2017-10-16T20:59:00Z"));
            assertThat(status.source()).isEqualTo("x");
            assertThat(status.author()).isEqualTo("BarackObama");
            assertThat(status.figures())
                    .containsEntry(Figure.REPLIES, 17L)
                    .containsEntry(Figure.REPOSTS, 89L)
                    .containsEntry(Figure.LIKES, 64L)
                    .hasSize(3);
        });
        assertThat(reading.notes())
                .containsExactly(
                        "Columns were read as text ← text, created_at ← created_at, author ← user, link ← url, likes ←"
                                + " favorites, reposts ← retweets, replies ← replies.",
                        "Dates were read with the month first, because the column has dates that can be read no other"
                                + " way.",
                        "Dates without a zone were read in Europe/Paris.");
    }

    @Test
    void aMappingSaysWhatNoNameTells() {
        Reading reading = Reading.of(
                "Wann;Was;Herz\n3/4/2017 9:05;Grüße;5\n",
                "{\"text\":\"Was\",\"createdAt\":\"Wann\",\"likes\":\"Herz\",\"datePattern\":\"d/M/yyyy H:mm\","
                        + "\"zone\":\"America/New_York\",\"sourceLabel\":\"old site\"}");
        assertThat(reading.statuses()).singleElement().satisfies(status -> {
            assertThat(status.createdAt()).isEqualTo(Instant.parse("2017-04-03T13:05:00Z"));
            assertThat(status.source()).isEqualTo("old site");
            assertThat(status.foreignId()).startsWith("sha256:");
            assertThat(status.figures()).containsEntry(Figure.LIKES, 5L);
        });
    }

    @Test
    void datesThatCanBeReadTwoWaysAreRefusedUnlessTheColumnDecides() {
        assertThat(Reading.of("text,date\na,3/4/2017\nb,5/5/2017\n").rejects())
                .extracting(Reject::line, Reject::rule)
                .containsExactly(tuple(2L, RejectRule.DATE_AMBIGUOUS));
        assertThat(Reading.of("text,date\na,3/4/2017\nb,4/25/2017\n")
                        .statuses()
                        .getFirst()
                        .createdAt())
                .isEqualTo(Instant.parse("2017-03-03T23:00:00Z"));
        assertThat(Reading.of("text,date\na,3/4/2017\nb,25/4/2017\n")
                        .statuses()
                        .getFirst()
                        .createdAt())
                .isEqualTo(Instant.parse("2017-04-02T22:00:00Z"));
        assertThat(Reading.of("text,date\na,3/4/2017\nb,25/4/2017\nc,4/25/2017\n")
                        .rejects())
                .extracting(Reject::line, Reject::rule)
                .containsExactly(tuple(2L, RejectRule.DATE_AMBIGUOUS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017-08-27 00:05:34|2017-08-26T22:05:34Z",
                "2017-08-27T00:05:34.123Z|2017-08-27T00:05:34.123Z",
                "2017-08-27T00:05+02:00|2017-08-26T22:05:00Z",
                "2020-01-31 16:59 +0000|2020-01-31T16:59:00Z",
                "2017-08-27|2017-08-26T22:00:00Z",
                "1351442871557|2012-10-28T16:47:51.557Z",
                "1351442871|2012-10-28T16:47:51Z",
                "Wed Oct 10 20:19:24 +0000 2018|2018-10-10T20:19:24Z",
                "Wed, 10 Oct 2018 20:19:24 GMT|2018-10-10T20:19:24Z",
                "Jul 14, 2026 9:05 PM|2026-07-14T19:05:00Z",
                "14 Jul 2026|2026-07-13T22:00:00Z",
                "14.7.2026 21:05|2026-07-14T19:05:00Z",
                "7/14/26, 9:05 pm|2026-07-14T19:05:00Z",
                "2026-03-29 02:30|2026-03-29T01:30:00Z",
                "2026-10-25 02:30|2026-10-25T00:30:00Z"
            })
    void datesOfManyFormsAreRead(String date, String instant) {
        assertThat(Reading.of("text;date\na;" + date + "\n").statuses())
                .extracting(ForeignStatus::createdAt)
                .containsExactly(Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-02-30,DATE_UNREADABLE",
        "yesterday,DATE_UNREADABLE",
        "1989-12-31,DATE_OUT_OF_RANGE",
        "2026-11-25,DATE_OUT_OF_RANGE",
        "'',DATE_MISSING",
        "25:00,DATE_UNREADABLE",
        "13/13/2017,DATE_UNREADABLE"
    })
    void otherDatesAreRefused(String date, RejectRule rule) {
        assertThat(Reading.of("text;date\na;" + date + "\n").rejects())
                .extracting(Reject::column, Reject::rule)
                .containsExactly(tuple("date", rule));
    }

    @Test
    void jsonLinesAreReadWithLateKeysInnerObjectsAndWholeIds() {
        Reading reading = Reading.of("""
                {"src": "t6", "id": 262596552399396864, "text": "a", "created": 1351442871557, "campaign": "Sandy"}

                {"src": "btc", "id": "4.8979055905868e+17", "text": "b", "created": 1405652926000}
                {"src": "btc", "id": "7", "text": "c", "created": 1405652926000, "likes": 42, "user": {"screen_name": "ann"}, "tags": [1, 2]}
                not json
                {"text": "d"} {"text": "e"}
                {"text": null, "created": 1405652926000}
                """);
        assertThat(reading.statuses())
                .extracting(
                        ForeignStatus::line, ForeignStatus::source, ForeignStatus::foreignId, ForeignStatus::campaign)
                .containsExactly(tuple(1L, "t6", "262596552399396864", "Sandy"), tuple(4L, "btc", "7", null));
        assertThat(reading.statuses().getLast().figures()).containsEntry(Figure.LIKES, 42L);
        assertThat(reading.statuses().getLast().author()).isEqualTo("ann");
        assertThat(reading.rejects())
                .extracting(Reject::line, Reject::column, Reject::rule)
                .containsExactly(
                        tuple(3L, "id", RejectRule.ID_DAMAGED),
                        tuple(5L, "", RejectRule.NOT_JSON),
                        tuple(6L, "", RejectRule.NOT_JSON),
                        tuple(7L, "text", RejectRule.TEXT_MISSING));
    }

    @Test
    void filesThatAreNotUtf8AreReadAsWindows1252AndThisIsSaid() {
        Reading reading = Reading.of("text,date\ncafé,2017-08-27\n", Charset.forName("windows-1252"));
        assertThat(reading.statuses()).extracting(ForeignStatus::text).containsExactly("café");
        assertThat(reading.notes().getFirst()).contains("Windows-1252");
    }

    @Test
    void aFewBrokenBytesInUtf8RefuseTheirRowsOnly() {
        byte[] file = "text,date\ncafé,2017-08-27\nXé,2017-08-27\nété �,2017-08-27\n".getBytes(StandardCharsets.UTF_8);
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) 0x9D;
        Reading reading = Reading.of(file, "");
        assertThat(reading.statuses()).extracting(ForeignStatus::text).containsExactly("café");
        assertThat(reading.rejects())
                .extracting(Reject::line, Reject::rule)
                .containsExactly(tuple(3L, RejectRule.TEXT_BROKEN), tuple(4L, RejectRule.TEXT_BROKEN));
        assertThat(Reading.of("text,date\nété �,2017-08-27\n").rejects()).isEmpty();
    }

    @Test
    void byteOrderMarksAreNoPartOfTheFirstColumn() {
        assertThat(Reading.of("\uFEFFtext,date\na,2017-08-27\n").statuses()).hasSize(1);
        assertThat(Reading.of("text,date\né,2017-08-27\n", StandardCharsets.UTF_16)
                        .statuses())
                .extracting(ForeignStatus::text)
                .containsExactly("é");
    }

    @Test
    void aNulRefusesItsRowAndTheOthersGoOn() {
        Reading reading = Reading.of("text,date\na\u0000b,2017-08-27\nc,2017-08-27\n");
        assertThat(reading.rejects()).extracting(Reject::rule).containsExactly(RejectRule.TEXT_BROKEN);
        assertThat(reading.rejects().getFirst().value()).isEqualTo("a\uFFFDb");
        assertThat(reading.statuses()).hasSize(1);
    }

    @Test
    void importingAFileWithoutIdsAgainGivesTheSameIds() {
        String file = "text,date\na,2017-08-27\nb,2017-08-27\n";
        assertThat(Reading.of(file).statuses()).isEqualTo(Reading.of(file).statuses());
        assertThat(Reading.of(file).statuses())
                .extracting(ForeignStatus::foreignId)
                .doesNotHaveDuplicates();
    }

    @Test
    void filesWithoutTextOrDateAndUnknownColumnsAreRefusedWhole() {
        assertThatThrownBy(() -> Reading.of("a,b\n1,2\n"))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining("{\"text\": \"column name\"}");
        assertThatThrownBy(() -> Reading.of("text,b\n1,2\n")).hasMessageContaining("createdAt");
        assertThatThrownBy(() -> Reading.of("text,date\n1,2\n", "{\"likes\": \"hearts\"}"))
                .hasMessageContaining("'hearts', which the file does not have. Its columns are text, date.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-files|no file format",
                "{|not a JSON object",
                "{\"texte\":\"a\"}|'texte' in the column mapping means nothing",
                "{\"text\":1}|needs the name of a column",
                "{\"zone\":\"Paris\"}|no time zone 'Paris'",
                "{\"datePattern\":\"dd-foo\"}|date pattern 'dd-foo'",
                "{\"entities\":\"xml\"}|html or none"
            })
    void wishesThatMakeNoSenseSayWhy(String wish, String message) {
        assertThatThrownBy(() -> Reading.of("text,date\n", wish))
                .isInstanceOf(ImportWishRefused.class)
                .hasMessageContaining(message);
    }
}
