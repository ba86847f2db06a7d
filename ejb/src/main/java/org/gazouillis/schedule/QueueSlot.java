package org.gazouillis.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.SlotId;

/// A time in the week of an account's queue, by the clock on the wall of its zone.
///
/// @param weekday 1 is Monday, as in ISO 8601
public record QueueSlot(SlotId id, AccountId account, int weekday, LocalTime at, ZoneId zone) {
    public DayOfWeek day() {
        return DayOfWeek.of(weekday);
    }
}
