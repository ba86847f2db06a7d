package org.gazouillis.web.schedule;

import java.time.Instant;
import org.gazouillis.schedule.SlotTime;

/// A free time of a queue.
public record FreeTimeJson(String slot, String account, String local, String zone, Instant at) {
    static FreeTimeJson of(SlotTime time) {
        return new FreeTimeJson(
                time.slot().id().toString(),
                time.slot().account().toString(),
                time.due().local().toString(),
                time.due().zone().getId(),
                time.due().at());
    }
}
