package org.gazouillis.web.schedule;

import org.gazouillis.schedule.QueueSlot;

/// A time in the week of an account's queue.
///
/// @param day `MONDAY` to `SUNDAY`
/// @param at by the clock on the wall of `zone`
public record SlotJson(String id, String account, String day, String at, String zone) {
    static SlotJson of(QueueSlot slot) {
        return new SlotJson(
                slot.id().toString(),
                slot.account().toString(),
                slot.day().name(),
                slot.at().toString(),
                slot.zone().getId());
    }
}
