package org.gazouillis.intake.bulk;

import java.time.Instant;
import java.time.ZoneId;
import org.gazouillis.compose.Check;
import org.gazouillis.intake.BulkRule;
import org.gazouillis.intake.BulkWish;
import org.gazouillis.schedule.PublishTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClockfaceTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ColumnOrder DAY_FIRST = new ColumnOrder(2, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-04 10:30|2027-03-04T09:30:00Z",
                "2027-03-04T10:30:15|2027-03-04T09:30:15Z",
                "2027/03/04 9:30|2027-03-04T08:30:00Z",
                "2027-03-04T10:30:00Z|2027-03-04T10:30:00Z",
                "2027-03-04T10:30:00.000+05:30|2027-03-04T05:00:00Z",
                "2027-03-04 10:30 PM|2027-03-04T21:30:00Z",
                "2027-03-04 12:05 am|2027-03-03T23:05:00Z",
                "2027-03-04 10h30|2027-03-04T09:30:00Z",
                "4 March 2027 10:30|2027-03-04T09:30:00Z",
                "Mar 4, 2027 10:30|2027-03-04T09:30:00Z",
                "4 mars 2027 à 10:30|2027-03-04T09:30:00Z",
                "03/03/2027 10:30|2027-03-03T09:30:00Z",
                "3/3/27 9:05|2027-03-03T08:05:00Z"
            })
    void readsWhatCanBeReadInOneWay(String cell, Instant at) {
        assertThat(read(cell, ColumnOrder.OPEN, null).due().at()).isEqualTo(at);
    }

    @Test
    void refusesADayThatCouldBeAMonth() {
        assertRefused("03/04/2027 10:30", ColumnOrder.OPEN, null, BulkRule.DATE_AMBIGUOUS);
        assertRefused("3/4/27 10:30", ColumnOrder.OPEN, null, BulkRule.DATE_AMBIGUOUS);
    }

    @Test
    void letsTheWholeColumnDecide() {
        ColumnOrder day = ColumnOrder.OPEN.seeing(2, "03/04/2027 10:00").seeing(3, "25/04/2027 10:00");
        assertThat(day.verdict()).isEqualTo(ColumnOrder.Verdict.DAY_FIRST);
        assertThat(read("03/04/2027 10:30", day, null).due().local()).hasToString("2027-04-03T10:30");
        ColumnOrder month = ColumnOrder.OPEN.seeing(2, "04/25/2027 10:00");
        assertThat(read("03/04/2027 10:30", month, null).due().local()).hasToString("2027-03-04T10:30");
        ColumnOrder dotted = ColumnOrder.OPEN.seeing(2, "03.04.2027 10:00");
        assertThat(read("03.04.2027 10:30", dotted, null).due().local()).hasToString("2027-04-03T10:30");
    }

    @Test
    void refusesAColumnThatContradictsItself() {
        ColumnOrder order = ColumnOrder.OPEN.seeing(5, "25/04/2027 10:00").seeing(9, "04/25/2027 10:00");
        assertThatThrownBy(() -> read("25/04/2027 10:00", order, null))
                .hasMessageContaining("line 5")
                .hasMessageContaining("line 9");
        assertThat(read("25/04/2027 10:00", order, BulkWish.DAY_FIRST).due().local())
                .hasToString("2027-04-25T10:00");
        assertRefused("04/25/2027 10:00", order, BulkWish.DAY_FIRST, BulkRule.DATE_UNREADABLE);
    }

    @Test
    void obeysTheFormatThatWasGiven() {
        assertThat(read("03/04/2027 10:30", ColumnOrder.OPEN, BulkWish.DAY_FIRST)
                        .due()
                        .local())
                .hasToString("2027-04-03T10:30");
        String vendors = BulkWish.parse("{\"dateFormat\":\"mm/dd/yyyy hh:mm\"}").dateFormat();
        assertThat(read("03/04/2027 16:30", ColumnOrder.OPEN, vendors).due().local())
                .hasToString("2027-03-04T16:30");
        assertRefused("2027-03-04 16:30", ColumnOrder.OPEN, vendors, BulkRule.DATE_UNREADABLE);
        String half = BulkWish.parse("{\"dateFormat\":\"M/d/yy h:mm a\"}").dateFormat();
        assertThat(read("3/4/27 4:30 PM", ColumnOrder.OPEN, half).due().local()).hasToString("2027-03-04T16:30");
    }

    @Test
    void readsDayAndTimeFromTwoCells() {
        Clockface clockface = new Clockface(PARIS, DAY_FIRST, null);
        Cell day = new Cell("date", "03/04/2027");
        assertThat(clockface.read(day, new Cell("time", "9:05"), null).due().local())
                .hasToString("2027-04-03T09:05");
        assertThatThrownBy(() -> clockface.read(day, new Cell("time", ""), null))
                .isInstanceOfSatisfying(
                        CellRefused.class,
                        refused -> assertThat(refused.fault().rule()).isEqualTo(BulkRule.TIME_MISSING));
    }

    @Test
    void readsTheRowsOwnZone() {
        Clockface clockface = new Clockface(PARIS, ColumnOrder.OPEN, null);
        Cell at = new Cell("when", "2027-03-04 10:30");
        assertThat(clockface
                        .read(at, null, new Cell("zone", "Asia/Kathmandu"))
                        .due()
                        .at())
                .isEqualTo("2027-03-04T04:45:00Z");
        assertThatThrownBy(() -> clockface.read(at, null, new Cell("zone", "Mars/Base")))
                .isInstanceOfSatisfying(
                        CellRefused.class,
                        refused -> assertThat(refused.fault().rule()).isEqualTo(BulkRule.ZONE_UNKNOWN));
    }

    @Test
    void tellsWhatTheClocksDo() {
        assertThat(read("2027-03-28 02:30", ColumnOrder.OPEN, null).remark())
                .hasValueSatisfying(check -> assertThat(check.code()).isEqualTo(Check.Code.GAP));
        assertThat(read("2027-10-31 02:30", ColumnOrder.OPEN, null).remark())
                .hasValueSatisfying(check -> assertThat(check.code()).isEqualTo(Check.Code.OVERLAP));
        assertThat(read("2027-10-31T02:30+01:00", ColumnOrder.OPEN, null).remark())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2027-02-30 10:00",
                "31/02/2027 10:00",
                "2027-03-04 25:00",
                "2027-03-04 10:61",
                "46114.4",
                "2027-03-04 13:00 PM",
                "12",
                "2027-03-04 10:30 o'clock"
            })
    void refusesWhatIsNoTime(String cell) {
        assertRefused(cell, DAY_FIRST, null, BulkRule.DATE_UNREADABLE);
    }

    @Test
    void missesTheTimeOfADayAlone() {
        assertRefused("2027-03-04", ColumnOrder.OPEN, null, BulkRule.TIME_MISSING);
        assertRefused("", ColumnOrder.OPEN, null, BulkRule.TIME_MISSING);
    }

    private static PublishTime read(String cell, ColumnOrder order, @Nullable String said) {
        return new Clockface(PARIS, order, said).read(new Cell("when", cell), null, null);
    }

    private static void assertRefused(String cell, ColumnOrder order, @Nullable String said, BulkRule rule) {
        assertThatThrownBy(() -> read(cell, order, said))
                .isInstanceOfSatisfying(
                        CellRefused.class,
                        refused -> assertThat(refused.fault().rule()).as(cell).isEqualTo(rule));
    }
}
