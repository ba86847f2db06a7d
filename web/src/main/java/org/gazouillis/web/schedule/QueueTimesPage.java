package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.schedule.QueueSlot;
import org.gazouillis.schedule.QueueSlots;
import org.gazouillis.schedule.SlotTime;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.shell.Shell;

/// `/schedule/times?brand=`: the times of the week at which each account's queue sends, and whether it runs.
@Named
@RequestScoped
public class QueueTimesPage {
    private static final int FREE = 10;

    @Inject
    private Shell shell;

    @Inject
    private QueueSlots slots;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<AccountQueue> queues = List.of();
    private List<FreeRow> free = List.of();

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        List<QueueSlot> all = slots.of(brand.id());
        Set<AccountId> paused = slots.paused(brand.id());
        queues = brand.accounts().stream()
                .map(each -> queue(each, all, paused.contains(each.id())))
                .toList();
        free = slots.free(brand.id(), 2).stream().limit(FREE).map(this::row).toList();
    }

    private AccountQueue queue(VisibleBrand.Account account, List<QueueSlot> all, boolean paused) {
        List<DayTimes> week = Stream.of(DayOfWeek.values())
                .map(day -> new DayTimes(
                        day.getDisplayName(TextStyle.FULL_STANDALONE, shell.getLocale()),
                        all.stream()
                                .filter(slot -> slot.account().equals(account.id()) && slot.day() == day)
                                .map(this::time)
                                .toList()))
                .toList();
        return new AccountQueue(account.id().toString(), account.handle(), paused, week);
    }

    private SlotText time(QueueSlot slot) {
        String clock = LocalFormat.time(FormatStyle.SHORT)
                .withLocale(shell.getLocale())
                .format(slot.at());
        return new SlotText(
                slot.id().toString(), slot.zone().equals(brand.zone()) ? clock : clock + " (" + slot.zone() + ")");
    }

    private FreeRow row(SlotTime time) {
        ZoneId zone = brand.zone();
        String handle = brand.accounts().stream()
                .filter(each -> each.id().equals(time.slot().account()))
                .map(VisibleBrand.Account::handle)
                .findFirst()
                .orElse("");
        return new FreeRow(
                time.due().at().toString(),
                ClockText.of(time.due().at(), zone, shell.getLocale()),
                handle,
                time.due().at().atZone(zone).toLocalDateTime().toString());
    }

    /// The week of an account's queue.
    public record AccountQueue(String id, String handle, boolean paused, List<DayTimes> week) {
        public boolean blank() {
            return week.stream().allMatch(day -> day.times().isEmpty());
        }
    }

    /// A day of the week with its times.
    public record DayTimes(String day, List<SlotText> times) {}

    /// A time of the queue.
    public record SlotText(String id, String clock) {}

    /// A free time of the queue.
    public record FreeRow(String at, String shown, String handle, String local) {}

    /// A day of the week as a choice.
    public record DayChoice(String name, String word) {}

    public List<DayChoice> getDays() {
        return Stream.of(DayOfWeek.values())
                .map(day ->
                        new DayChoice(day.name(), day.getDisplayName(TextStyle.SHORT_STANDALONE, shell.getLocale())))
                .toList();
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public List<AccountQueue> getQueues() {
        return queues;
    }

    public List<FreeRow> getFree() {
        return free;
    }

    public boolean isMayPlan() {
        return shell.may(brand.id(), "PUBLISH");
    }
}
