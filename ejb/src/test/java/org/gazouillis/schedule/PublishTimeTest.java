package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.GapRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublishTimeTest {
    private static PublishTime paris(String local, GapRule rule) {
        return PublishTime.of(LocalDateTime.parse(local), "Europe/Paris", rule);
    }

    @Test
    void anOrdinaryTimeMeansOneInstantAndNeedsNoRemark() {
        PublishTime time = paris("2026-11-23T09:30", GapRule.EARLIER_OFFSET);
        assertThat(time.due().at()).isEqualTo("2026-11-23T08:30:00Z");
        assertThat(time.remark()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T02:00", "2026-03-29T02:30", "2026-03-29T02:59:59"})
    void aTimeInTheSpringGapGoesOutRightAfterTheGap(String local) {
        PublishTime time = paris(local, GapRule.EARLIER_OFFSET);
        assertThat(time.due().at()).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(time.due().local()).isEqualTo(LocalDateTime.parse(local));
        assertThat(time.remark()).get().extracting(Check::code).isEqualTo(Check.Code.GAP);
        assertThat(time.remark().orElseThrow().sentence()).contains("does not exist", "2026-03-29T03:00");
    }

    @ParameterizedTest
    @CsvSource({"EARLIER_OFFSET, 2026-10-25T00:30:00Z", "LATER_OFFSET, 2026-10-25T01:30:00Z"})
    void aTimeThatComesTwiceMeansTheEarlierUnlessTold(GapRule rule, Instant expected) {
        PublishTime time = paris("2026-10-25T02:30", rule);
        assertThat(time.due().at()).isEqualTo(expected);
        assertThat(time.remark()).get().extracting(Check::code).isEqualTo(Check.Code.OVERLAP);
    }

    @Test
    void aHalfHourGapIsAGapToo() {
        PublishTime time =
                PublishTime.of(LocalDateTime.parse("2026-10-04T02:15"), "Australia/Lord_Howe", GapRule.EARLIER_OFFSET);
        assertThat(time.due().at()).isEqualTo("2026-10-03T15:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "+02:00", "GMT+1", "", "CET DST", "EST", "IST", "CST", "Mars/Olympus"})
    void whatIsNoZoneIsRefusedByName(String zone) {
        assertThatThrownBy(() -> PublishTime.zone(zone))
                .isInstanceOf(ZoneNotKnown.class)
                .hasMessageContaining(zone);
    }
}
