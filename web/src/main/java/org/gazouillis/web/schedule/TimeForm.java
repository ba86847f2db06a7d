package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.schedule.QueueSlots;
import org.gazouillis.schedule.SlotTime;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// The part of a form where a day and a time are chosen by the brand's clock (`WEB-INF/schedule/time.xhtml`). A time
/// that the clocks skip or show twice is explained before it is taken, and of two one can be chosen; the browser asks
/// while one types, and where there is no script the form comes back once.
@Named("timeForm")
@RequestScoped
public class TimeForm {
    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    @Inject
    private QueueSlots slots;

    @Inject
    private HttpServletRequest request;

    private String date = "";
    private String time = "";
    private String prefer = "earlier";
    private String told = "";
    private Optional<Check.Code> oddity = Optional.empty();
    private @Nullable String mode;
    private @Nullable Optional<SlotTime> next;

    /// Begins at the time that the address names (see [AskedTime]), else at the next full hour.
    public void fillNextHour(ZoneId zone) {
        String at = request.getParameter("at");
        LocalDateTime now = ZonedDateTime.now(clock.withZone(zone)).toLocalDateTime();
        fill(AskedTime.of(at, now), GapRule.EARLIER_OFFSET);
        if (at != null && !at.isBlank()) {
            mode = "time";
        }
    }

    /// Shows a time that was chosen before.
    public void fill(DueTime due, ZoneId zone) {
        mode = "time";
        LocalDateTime local = due.zone().equals(zone) ? due.local() : LocalDateTime.ofInstant(due.at(), zone);
        PublishTime earlier = PublishTime.of(local, zone, GapRule.EARLIER_OFFSET);
        fill(local, earlier.due().at().equals(due.at()) ? GapRule.EARLIER_OFFSET : GapRule.LATER_OFFSET);
        oddity = earlier.remark().map(Check::code);
        told = oddity.isPresent() ? local.toString() : "";
    }

    /// Shows a local time with what was preferred.
    public void fill(LocalDateTime local, GapRule rule) {
        date = local.toLocalDate().toString();
        time = local.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
        prefer = Preference.word(rule);
    }

    /// What was chosen; empty when there is something to say first, which then stands beside the field.
    ///
    /// @param field client id of the field of the day
    public Optional<DueTime> chosen(ZoneId zone, String field) {
        try {
            LocalDateTime local = LocalDateTime.parse(date + "T" + time);
            PublishTime meant = PublishTime.of(local, zone, Preference.of(prefer));
            oddity = meant.remark().map(Check::code);
            boolean known = oddity.isEmpty() || told.equals(local.toString());
            told = local.toString();
            if (!known) {
                tell(field, TimeWords.of(meant, shell.texts()));
            }
            return known ? Optional.of(meant.due()) : Optional.empty();
        } catch (DateTimeParseException incomplete) {
            tell(field, shell.texts().text("compose.time.missing"));
            return Optional.empty();
        }
    }

    private static void tell(String field, @Nullable String words) {
        FacesContext.getCurrentInstance()
                .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    }

    /// Whether the chosen time comes twice, so that one of the two is to be chosen.
    public boolean isTwice() {
        return oddity.filter(code -> code == Check.Code.OVERLAP).isPresent();
    }

    /// The brand's zone in words: "Central European Time".
    public String getZoneName() {
        return shell.brandOrFirst().zone().getDisplayName(TextStyle.FULL, shell.getLocale());
    }

    /// Whether the next free time of the queue is wanted, whichever it is.
    public boolean isQueued() {
        return getMode().equals("queue");
    }

    /// "Next free time of the queue: Tuesday, 24 November 2026, 09:30"; empty when the brand's queues have none.
    public String getNext() {
        return free().map(time -> shell.texts()
                        .text(
                                "schedule.next",
                                ClockText.of(time.due().at(), time.due().zone(), shell.getLocale())))
                .orElse("");
    }

    private Optional<SlotTime> free() {
        if (next == null) {
            VisibleBrand brand = shell.brandOrFirst();
            next = slots.next(
                    brand.id(),
                    brand.accounts().stream().map(VisibleBrand.Account::id).toList());
        }
        return next;
    }

    /// `queue` or `time`; a new post goes into the queue where there is one.
    public String getMode() {
        return mode == null ? free().isPresent() ? "queue" : "time" : mode;
    }

    public void setMode(@Nullable String mode) {
        this.mode = "queue".equals(mode) ? "queue" : "time";
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getTime() {
        return time;
    }

    public void setTime(String time) {
        this.time = time;
    }

    public String getPrefer() {
        return prefer;
    }

    /// Faces hands over null where nothing was chosen.
    public void setPrefer(@Nullable String prefer) {
        this.prefer = "later".equals(prefer) ? "later" : "earlier";
    }

    /// The local time about which the reader has been told what is odd with it.
    public String getTold() {
        return told;
    }

    public void setTold(@Nullable String told) {
        this.told = told == null ? "" : told;
    }
}
