package org.gazouillis.web.schedule;

import java.time.LocalDateTime;
import org.gazouillis.compose.GapRule;
import org.gazouillis.schedule.PublishTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GivenTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:30:00Z, 2026-11-23T09:30:00Z",
        "2026-11-23T09:30+01:00, 2026-11-23T08:30:00Z",
        "2026-12-01T00:00+18:00, 2026-11-30T06:00:00Z",
        "2027-06-30T23:59:60Z, 2027-06-30T23:59:59Z"
    })
    void instantsAreReadWithTheirOffset(String given, String instant) {
        assertThat(GivenTime.instant(given)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1764547200000000",
                "2026-02-30T10:00Z",
                "2026-12-01T10:00+18:01",
                "2026-12-01T10:00 02:00",
                "-0001-01-01T00:00Z",
                "+12026-01-01T00:00Z",
                "01/02/2026 10:00",
                "2026-12-01",
                ""
            })
    void whatCouldMeanSomethingElseIsRefusedWithAHint(String given) {
        assertThatThrownBy(() -> GivenTime.instant(given))
                .isInstanceOf(TimeNotReadable.class)
                .hasMessageContaining("\"" + given + "\"")
                .message()
                .satisfiesAnyOf(
                        words -> assertThat(words).contains("2026-11-23T09:30"),
                        words -> assertThat(words).contains("%2B"));
    }

    @Test
    void aTimeInTheGapOffersItsEndAndTheShiftedTime() {
        TimeJson time = TimeJson.of(
                LocalDateTime.parse("2027-03-28T02:30"),
                PublishTime.zone("Europe/Berlin"),
                GapRule.EARLIER_OFFSET,
                null);
        assertThat(time.kind()).isEqualTo("GAP");
        assertThat(time.choices())
                .extracting(TimeJson.ChoiceJson::local)
                .containsExactly("2027-03-28T03:00", "2027-03-28T03:30");
        assertThat(time.choices().getLast().at()).isEqualTo("2027-03-28T01:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T02:30, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
        "2027-04-04T01:45, Australia/Lord_Howe, 2027-04-03T14:45:00Z, 2027-04-03T15:15:00Z"
    })
    void aTimeThatComesTwiceOffersBothAndMeansTheFirst(String local, String zone, String first, String second) {
        TimeJson time = TimeJson.of(LocalDateTime.parse(local), PublishTime.zone(zone), GapRule.EARLIER_OFFSET, null);
        assertThat(time.kind()).isEqualTo("OVERLAP");
        assertThat(time.dueAt()).isEqualTo(first);
        assertThat(time.choices().getFirst().at()).isEqualTo(first);
        assertThat(time.choices().getLast().at()).isEqualTo(second);
    }

    @Test
    void whatToPreferIsOneOfTwoWords() {
        assertThat(Preference.of("later")).isEqualTo(GapRule.LATER_OFFSET);
        assertThat(Preference.of(null)).isEqualTo(GapRule.EARLIER_OFFSET);
        assertThatThrownBy(() -> Preference.of("first"))
                .isInstanceOf(PreferenceNotKnown.class)
                .hasMessageContaining("earlier");
    }
}
