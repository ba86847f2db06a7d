package org.gazouillis.web.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.CalendarPost;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.schedule.Occasion;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.Messages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarBoardTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate BACK = LocalDate.of(2026, 10, 25);
    private static final LocalDate FORWARD = LocalDate.of(2027, 3, 28);
    private static final VisibleBrand BRAND =
            new VisibleBrand(new BrandId(1), "nord", "Nord", PARIS, "#0B6E75", "fr", List.of());

    @Test
    void theDayOnWhichTheClocksGoBackShowsItsHourTwiceEachWithItsPosts() {
        CalendarDay day = board("day", BACK)
                .days(
                        List.of(post(1, "2026-10-25T00:30:00Z", 1), post(2, "2026-10-25T01:30:00Z", 1)),
                        none(BACK),
                        BACK,
                        BACK)
                .getFirst();
        assertThat(day.slots()).hasSize(25);
        assertThat(day.note()).contains("25");
        CalendarSlot first = day.slots().get(2);
        CalendarSlot second = day.slots().get(3);
        assertThat(first.cards()).extracting(CalendarCard::id).containsExactly("1");
        assertThat(second.cards()).extracting(CalendarCard::id).containsExactly("2");
        assertThat(first.at()).isEqualTo("2026-10-25T02").isEqualTo(second.at());
        assertThat(second.later()).isTrue();
        assertThat(first.cards().getFirst().clock()).contains("UTC+02:00");
        assertThat(second.cards().getFirst().clock()).contains("UTC+01:00");
    }

    @Test
    void inAWeekEveryRowMeansTheSameHourAndAnHourThatDoesNotExistSaysSo() {
        List<CalendarDay> week =
                board("week", FORWARD).days(List.of(), none(FORWARD), LocalDate.of(2027, 3, 22), FORWARD);
        assertThat(week).hasSize(7).allSatisfy(day -> assertThat(day.slots()).hasSize(24));
        CalendarSlot gap = week.getLast().slots().get(2);
        assertThat(gap.kind()).isEqualTo("gap");
        assertThat(gap.at()).isEmpty();
        assertThat(gap.add()).isEmpty();
        assertThat(week.getFirst().slots().get(2).kind()).isEmpty();
        assertThat(week.getLast().note()).contains("23");
    }

    @Test
    void aBusyDayTellsHowManyMoreThereAreAndLeadsToThem() {
        CalendarDay day = board("month", BACK)
                .days(
                        List.of(post(1, "2026-10-25T08:00:00Z", 7), post(2, "2026-10-25T09:00:00Z", 7)),
                        none(BACK),
                        BACK,
                        BACK)
                .getFirst();
        assertThat(day.slots()).singleElement().satisfies(slot -> {
            assertThat(slot.more()).isEqualTo("+5 more");
            assertThat(slot.moreLink()).contains("view=day", "date=2026-10-25");
            assertThat(slot.add()).isEqualTo("/compose/new?brand=nord&at=2026-10-25");
        });
    }

    @Test
    void whatHasPassedTakesNoNewPosts() {
        LocalDate yesterday = LocalDate.of(2026, 9, 30);
        CalendarDay day = board("day", yesterday)
                .days(List.of(), none(yesterday), yesterday, yesterday)
                .getFirst();
        assertThat(day.slots()).allSatisfy(slot -> {
            assertThat(slot.kind()).isEqualTo("past");
            assertThat(slot.add()).isEmpty();
        });
    }

    @Test
    void aHolidayOfThreeDaysStandsInEachOfThem() {
        Occasion fair = new Occasion(
                null,
                "Fairs",
                "Salon",
                true,
                LocalDateTime.of(2026, 10, 24, 0, 0),
                LocalDateTime.of(2026, 10, 27, 0, 0),
                null,
                null);
        LocalDate first = LocalDate.of(2026, 10, 23);
        LocalDate last = LocalDate.of(2026, 10, 28);
        CalendarOccasions occasions = new CalendarOccasions(List.of(fair), first, last, PARIS, Locale.ENGLISH);
        assertThat(board("month", BACK).days(List.of(), occasions, first, last))
                .filteredOn(day -> !day.occasions().isEmpty())
                .extracting(CalendarDay::date)
                .containsExactly("2026-10-24", "2026-10-25", "2026-10-26");
    }

    private static CalendarOccasions none(LocalDate day) {
        return new CalendarOccasions(List.of(), day, day, PARIS, Locale.ENGLISH);
    }

    private static CalendarBoard board(String view, LocalDate date) {
        Messages messages = Messages.of(Locale.ENGLISH);
        return new CalendarBoard(
                CalendarAddress.read(Map.of("view", new String[] {view})),
                date,
                Instant.parse("2026-10-01T08:00:00Z").atZone(PARIS),
                "nord",
                messages,
                post -> CalendarCard.of(post, BRAND, true, messages));
    }

    private static CalendarPost post(long id, String due, int ofCell) {
        Instant at = Instant.parse(due);
        LocalDateTime wall = LocalDateTime.ofInstant(at, PARIS);
        return new CalendarPost(
                new PostId(id),
                BRAND.id(),
                "Léa",
                null,
                null,
                null,
                "Bonjour",
                "fr",
                PostState.SCHEDULED,
                at,
                wall,
                wall,
                "Europe/Paris",
                GapRule.EARLIER_OFFSET,
                0,
                null,
                "@nord",
                null,
                ofCell);
    }
}
