package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;

/// One occurrence of a slot. A time that the clocks skip is the first instant after the gap; of one that comes twice
/// it is the first.
public record SlotTime(QueueSlot slot, LocalDate date, DueTime due) {
    /// The occurrences of these slots after `from`, in the `weeks` from there on, the soonest first.
    static List<SlotTime> coming(List<QueueSlot> slots, Instant from, int weeks) {
        return slots.stream()
                .flatMap(slot -> of(slot, from, weeks))
                .filter(each -> each.due().at().isAfter(from))
                .sorted(Comparator.comparing((SlotTime each) -> each.due().at())
                        .thenComparing(each -> each.slot().id().value()))
                .toList();
    }

    private static Stream<SlotTime> of(QueueSlot slot, Instant from, int weeks) {
        LocalDate first = LocalDate.ofInstant(from, slot.zone()).with(TemporalAdjusters.nextOrSame(slot.day()));
        return Stream.iterate(first, day -> day.plusWeeks(1)).limit(weeks).map(day -> on(slot, day));
    }

    private static SlotTime on(QueueSlot slot, LocalDate day) {
        LocalDateTime local = LocalDateTime.of(day, slot.at());
        return new SlotTime(
                slot,
                day,
                PublishTime.of(local, slot.zone(), GapRule.EARLIER_OFFSET).due());
    }
}
