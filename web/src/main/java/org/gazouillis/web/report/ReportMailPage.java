package org.gazouillis.web.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.notice.MailRoom;
import org.gazouillis.report.MailPeriod;
import org.gazouillis.report.MailRhythm;
import org.gazouillis.report.ReportFile;
import org.gazouillis.report.ReportLetter;
import org.gazouillis.report.ReportLetters;
import org.gazouillis.report.ReportMailing;
import org.gazouillis.report.ReportMailings;
import org.gazouillis.report.ReportRun;
import org.gazouillis.report.ReportRuns;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.shell.Shell;

/// The part of `/report/one` about mail: when the report goes out, and what became of each mail.
@Named
@RequestScoped
public class ReportMailPage {
    @Inject
    private ReportOnePage page;

    @Inject
    private ReportMailings mailings;

    @Inject
    private ReportLetters letters;

    @Inject
    private ReportRuns runs;

    @Inject
    private MailRoom room;

    @Inject
    private Shell shell;

    private List<MailingRow> rows = List.of();
    private List<RunRow> history = List.of();

    /// A mailing in words.
    ///
    /// @param next    its next times, in its zone
    /// @param trouble why the last one did not go out; empty when it did
    public record MailingRow(
            String id,
            String when,
            String zone,
            String what,
            String to,
            String setUpBy,
            boolean active,
            List<String> next,
            String trouble) {}

    /// The mails of a run.
    ///
    /// @param again whether there is one that can be sent again
    public record RunRow(String id, String period, boolean again, List<LetterRow> letters) {}

    /// A mail in words.
    ///
    /// @param look  of the state: `success`, `warning`, `danger` or `info`
    /// @param notes what the mail server said, when it is tried again, who asked for it
    public record LetterRow(
            String id, String to, String state, String look, String when, List<String> notes, boolean again) {}

    /// A value that can be chosen.
    public record Choice(String value, String label) {}

    @PostConstruct
    void read() {
        rows = mailings.of(page.getReport().id()).stream().map(this::row).toList();
        List<ReportLetter> all = letters.of(page.getReport().id());
        if (!all.isEmpty()) {
            Map<ReportRunId, ReportRun> made = runs.of(page.getReport().id()).stream()
                    .collect(Collectors.toMap(ReportRun::id, Function.identity()));
            Map<ReportRunId, List<ReportLetter>> byRun = all.stream()
                    .filter(letter -> made.containsKey(letter.runId()))
                    .collect(Collectors.groupingBy(ReportLetter::runId, LinkedHashMap::new, Collectors.toList()));
            history = byRun.entrySet().stream()
                    .map(each -> row(Objects.requireNonNull(made.get(each.getKey())), each.getValue()))
                    .toList();
        }
    }

    private MailingRow row(ReportMailing mailing) {
        var plan = mailing.plan();
        TimeText times = new TimeText(shell.getLocale(), plan.zone());
        String files = plan.formats().stream()
                .map(file -> text("report." + file.key()))
                .collect(Collectors.joining(", "));
        return new MailingRow(
                mailing.id().toString(),
                when(plan.rhythm()),
                plan.zone().getId(),
                text("report.mail.covers." + plan.period().key()) + " · " + files,
                String.join(", ", plan.recipients()),
                mailing.setUpBy(),
                plan.active(),
                mailing.next().stream().map(times::moment).toList(),
                mailing.trouble() == null
                        ? ""
                        : text("report.mail.trouble." + mailing.trouble().key()));
    }

    private String when(MailRhythm rhythm) {
        String at = rhythm.at().toString();
        return switch (rhythm.every()) {
            case DAY -> text("report.mail.each.day", at);
            case WEEK -> text("report.mail.each.week", weekday(rhythm.on()), at);
            case MONTH ->
                rhythm.on().equals("last")
                        ? text("report.mail.each.last", at)
                        : text("report.mail.each.month", rhythm.on(), at);
        };
    }

    private RunRow row(ReportRun run, List<ReportLetter> sent) {
        TimeText days = new TimeText(shell.getLocale(), run.zone());
        return new RunRow(
                run.id().toString(),
                days.day(run.firstDay()) + " – " + days.day(run.lastDay()),
                sent.stream().anyMatch(ReportLetter::canGoAgain),
                sent.stream().map(this::row).toList());
    }

    private LetterRow row(ReportLetter letter) {
        TimeText times = new TimeText(shell.getLocale(), shell.getZone());
        Stream<String> notes = Stream.of(
                letter.nextAt() == null || letter.attempts() == 0
                        ? ""
                        : text("report.letter.next", times.moment(letter.nextAt())),
                letter.state() == ReportLetter.State.UNKNOWN ? text("report.letter.unknown.note") : "",
                letter.error() == null ? "" : text("report.letter.said", letter.error()),
                letter.askedBy() == null ? "" : text("report.letter.asked", letter.askedBy()));
        return new LetterRow(
                letter.id().toString(),
                letter.recipient(),
                text("report.letter." + letter.state().key()),
                look(letter.state()),
                times.moment(Objects.requireNonNullElse(letter.settledAt(), letter.createdAt())),
                notes.filter(note -> !note.isEmpty()).toList(),
                letter.canGoAgain());
    }

    private static String look(ReportLetter.State state) {
        return switch (state) {
            case PENDING, SENDING -> "info";
            case SENT -> "success";
            case FAILED -> "danger";
            case UNKNOWN -> "warning";
        };
    }

    private String weekday(String key) {
        return DayOfWeek.valueOf(key.toUpperCase(Locale.ROOT)).getDisplayName(TextStyle.FULL, shell.getLocale());
    }

    private String text(String key, Object... filling) {
        return shell.texts().text(key, filling);
    }

    /// Whether there is a mail server.
    public boolean isOpen() {
        return room.isOpen();
    }

    public List<MailingRow> getMailings() {
        return rows;
    }

    public List<RunRow> getHistory() {
        return history;
    }

    public List<String> getZones() {
        String usual = page.getBrand().zone().getId();
        List<String> regions = PublishTime.regions();
        return regions.contains(usual)
                ? regions
                : Stream.concat(Stream.of(usual), regions.stream()).toList();
    }

    public List<Choice> getWeekdays() {
        return MailRhythm.weekdays().stream()
                .map(key -> new Choice(key, weekday(key)))
                .toList();
    }

    public List<Choice> getMonthdays() {
        return MailRhythm.monthdays().stream()
                .map(key -> new Choice(key, key.equals("last") ? text("report.mail.on.last") : key))
                .toList();
    }

    public List<Choice> getPeriods() {
        return Arrays.stream(MailPeriod.values())
                .map(period -> new Choice(period.key(), text("report.mail.covers." + period.key())))
                .toList();
    }

    public List<Choice> getFormats() {
        return Arrays.stream(ReportFile.values())
                .map(file -> new Choice(file.key(), text("report." + file.key())))
                .toList();
    }
}
