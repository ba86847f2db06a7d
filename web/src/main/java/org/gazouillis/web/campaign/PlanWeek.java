package org.gazouillis.web.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.dashboard.PlannedDay;
import org.gazouillis.web.i18n.Messages;

/// A week of a campaign's plan, Monday first.
public record PlanWeek(String title, List<Day> days) {
    /// @param label the day of the month, with the month where it begins
    /// @param posts how many, in words; empty for none
    /// @param grade `outside` the campaign, `published` or `coming`, else empty
    public record Day(String date, String label, String posts, String grade) {}

    static List<PlanWeek> of(CampaignCard card, List<PlannedDay> planned, Messages words) {
        Map<LocalDate, PlannedDay> byDay =
                planned.stream().collect(Collectors.toMap(PlannedDay::day, Function.identity()));
        LocalDate first = earliest(card.startsOn(), planned).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = latest(card.endsOn(), planned);
        List<PlanWeek> weeks = new ArrayList<>();
        for (LocalDate monday = first; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            weeks.add(week(monday, card, byDay, words));
        }
        return weeks;
    }

    private static PlanWeek week(
            LocalDate monday, CampaignCard card, Map<LocalDate, PlannedDay> byDay, Messages words) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            LocalDate day = monday.plusDays(i);
            days.add(day(day, card, byDay.getOrDefault(day, new PlannedDay(day, 0, 0)), words));
        }
        String title =
                DateTimeFormatter.ofPattern("d MMM uuuu", words.getLocale()).format(monday);
        return new PlanWeek(words.text("campaign.plan.week", title), days);
    }

    private static Day day(LocalDate day, CampaignCard card, PlannedDay planned, Messages words) {
        boolean inside = !day.isBefore(card.startsOn()) && !day.isAfter(card.endsOn());
        String pattern = day.getDayOfMonth() == 1 ? "d MMM" : "d";
        int posts = planned.published() + planned.coming();
        return new Day(
                day.toString(),
                DateTimeFormatter.ofPattern(pattern, words.getLocale()).format(day),
                posts == 0 ? "" : words.text("campaign.plan.posts", posts),
                posts > 0 ? (planned.coming() > 0 ? "coming" : "published") : inside ? "" : "outside");
    }

    /// Posts may lie outside of the campaign's days; within reason they are shown, too.
    private static LocalDate earliest(LocalDate starts, List<PlannedDay> planned) {
        return planned.stream()
                .map(PlannedDay::day)
                .filter(day -> day.isBefore(starts) && day.isAfter(starts.minusDays(60)))
                .findFirst()
                .orElse(starts);
    }

    private static LocalDate latest(LocalDate ends, List<PlannedDay> planned) {
        return planned.reversed().stream()
                .map(PlannedDay::day)
                .filter(day -> day.isAfter(ends) && day.isBefore(ends.plusDays(60)))
                .findFirst()
                .orElse(ends);
    }
}
