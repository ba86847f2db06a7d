package org.gazouillis.intake.layout;

import java.time.Instant;
import java.util.Map;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.Reject;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.SourceFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class XFilesTest {
    private static final Reading ACTIVITY =
            Reading.ofResource("tweet_activity_metrics_nord_cafe_20200101_20200301_en.csv");

    @Test
    void theActivityFileIsRecognisedByItsHeader() {
        assertThat(ACTIVITY.format()).isEqualTo(SourceFormat.X_ACTIVITY);
        assertThat(ACTIVITY.notes()).isEmpty();
    }

    @Test
    void textsKeepTheirLineBreaksAndLoseTheirEntities() {
        assertThat(ACTIVITY.statuses().getFirst().text())
                .isEqualTo("Sandy is coming & we stay <open> #Sandy\nBring candles, \"soup\" 'n' bread\r\n— the café");
    }

    @Test
    void countsWrittenAsDecimalsAreWholeAndADashIsNoValue() {
        ForeignStatus first = ACTIVITY.statuses().getFirst();
        assertThat(first.figures())
                .containsEntry(Figure.IMPRESSIONS, 1010L)
                .containsEntry(Figure.ENGAGEMENTS, 42L)
                .containsEntry(Figure.LIKES, 17L)
                .containsEntry(Figure.MEDIA_VIEWS, 120L)
                .containsEntry(Figure.APP_OPENS, 0L)
                .hasSize(17);
        assertThat(first.promoted()).isEmpty();
        assertThat(ACTIVITY.statuses().get(3).promoted())
                .containsEntry(Figure.IMPRESSIONS, 300L)
                .hasSize(17);
    }

    @Test
    void timesCarryTheirOffset() {
        assertThat(ACTIVITY.statuses().get(0).createdAt()).isEqualTo(Instant.parse("2020-01-31T16:59:00Z"));
        assertThat(ACTIVITY.statuses().get(1).createdAt()).isEqualTo(Instant.parse("2020-01-31T22:30:00Z"));
    }

    @Test
    void theLinkTellsTheAuthorAndMendsAnIdThatASpreadsheetRounded() {
        assertThat(ACTIVITY.statuses())
                .extracting(ForeignStatus::foreignId)
                .contains("1223290000000000003")
                .allMatch(id -> id.matches("\\d{19}"));
        assertThat(ACTIVITY.statuses()).extracting(ForeignStatus::author).containsOnly("nord_cafe");
        assertThat(ACTIVITY.statuses()).extracting(ForeignStatus::source).containsOnly("x");
    }

    @Test
    void everyOtherRowIsRefusedWithItsPhysicalLineColumnAndRule() {
        assertThat(ACTIVITY.rejects())
                .extracting(Reject::line, Reject::column, Reject::rule)
                .containsExactly(
                        tuple(8L, "impressions", RejectRule.COUNT_UNREADABLE),
                        tuple(9L, "impressions", RejectRule.COUNT_UNREADABLE),
                        tuple(10L, "engagement rate", RejectRule.RATE_UNREADABLE),
                        tuple(11L, "time", RejectRule.DATE_UNREADABLE),
                        tuple(12L, "Tweet text", RejectRule.TEXT_MISSING),
                        tuple(14L, "time", RejectRule.DATE_OUT_OF_RANGE),
                        tuple(15L, "Tweet id", RejectRule.ID_DAMAGED),
                        tuple(16L, "impressions", RejectRule.COUNT_UNREADABLE),
                        tuple(17L, "", RejectRule.COLUMN_COUNT),
                        tuple(18L, "", RejectRule.QUOTES),
                        tuple(20L, "", RejectRule.QUOTES));
        assertThat(ACTIVITY.statuses()).extracting(ForeignStatus::line).containsExactly(2L, 5L, 6L, 7L, 13L, 19L);
        assertThat(ACTIVITY.rejects().getFirst())
                .returns("1,010", Reject::value)
                .extracting(Reject::reason)
                .asString()
                .contains("Write 1010, not 1,010");
    }

    @Test
    void favoritesOf2015AreLikes() {
        assertThat(Reading.ofResource("tweet_activity_2015.csv").statuses())
                .extracting(ForeignStatus::figures)
                .first()
                .satisfies(figures -> assertThat(figures)
                        .containsEntry(Figure.LIKES, 4L)
                        .containsEntry(Figure.REPOSTS, 1L)
                        .containsEntry(Figure.REPLIES, 2L));
    }

    @Test
    void theContentFileHasDaysThatBeginInTheBrandsZone() {
        Reading content = Reading.ofResource("account_analytics_content.csv");
        assertThat(content.format()).isEqualTo(SourceFormat.X_CONTENT);
        ForeignStatus first = content.statuses().getFirst();
        assertThat(first.createdAt()).isEqualTo(Instant.parse("2026-07-13T22:00:00Z"));
        assertThat(first.dateOnly()).isTrue();
        assertThat(first.figures())
                .containsAllEntriesOf(Map.of(Figure.IMPRESSIONS, 1200L, Figure.SHARES, 3L, Figure.PERMALINK_CLICKS, 1L))
                .hasSize(13);
        assertThat(content.statuses().getLast())
                .returns("2076000000000000004", ForeignStatus::foreignId)
                .returns("No id but a link & an entity", ForeignStatus::text);
        assertThat(content.rejects())
                .extracting(Reject::line, Reject::rule)
                .containsExactly(tuple(3L, RejectRule.DATE_UNREADABLE), tuple(4L, RejectRule.DATE_UNREADABLE));
    }

    @Test
    void theContentFileOf2025CallsSomeColumnsOtherwise() {
        Reading content = Reading.of("""
                Post id,Date,Post text,Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,Reposts,\
                Profile visits,Detail expands,Url clicks,Hashtag clicks,Permalink clicks
                1886000000000000001,Mon Feb 03 2025,"Fresh bread, at last",https://x.com/nord_cafe/status/1886000000000000001,\
                33,1,6,2,4,5,2,3,7,8,9,10,11
                """);
        assertThat(content.format()).isEqualTo(SourceFormat.X_CONTENT);
        assertThat(content.rejects()).isEmpty();
        ForeignStatus first = content.statuses().getFirst();
        assertThat(first.createdAt()).isEqualTo(Instant.parse("2025-02-02T23:00:00Z"));
        assertThat(first.author()).isEqualTo("nord_cafe");
        assertThat(first.figures())
                .containsAllEntriesOf(Map.of(Figure.SHARES, 4L, Figure.DETAIL_EXPANDS, 8L, Figure.LINK_CLICKS, 9L))
                .hasSize(13);
    }

    @Test
    void aRateOfAStatusThatNobodySawIsInfinite() {
        assertThat(Reading.of("""
                                Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,engagement rate
                                1401968065903054849,,A picture,2021-06-07 18:23 +0000,0.0,3.0,Infinity
                                1401968065903054850,,Another,2021-06-07 18:24 +0000,9.0,3.0,Infinitely
                                """).rejects())
                .extracting(Reject::line, Reject::rule)
                .containsExactly(tuple(3L, RejectRule.RATE_UNREADABLE));
    }

    @Test
    void totalsPerDayAreNotPosts() {
        assertThatThrownBy(() -> Reading.of("Date,Tweets published,impressions\n2020-01-01,1,2\n"))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining("totals per day");
    }

    @Test
    void aWishedFormatThatDoesNotFitIsSaid() {
        assertThatThrownBy(() -> Reading.of("text,date\nx,2020-01-01\n", "x-activity"))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining("x-activity");
    }
}
