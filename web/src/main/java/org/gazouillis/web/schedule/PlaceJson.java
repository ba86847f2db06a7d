package org.gazouillis.web.schedule;

import java.time.Instant;
import org.gazouillis.schedule.QueueOrder;

/// Where a post stands in the queue now.
public record PlaceJson(String post, Instant dueAt) {
    static PlaceJson of(QueueOrder.Place place) {
        return new PlaceJson(place.post().toString(), place.dueAt());
    }
}
