package org.gazouillis.web.listen;

import java.time.Instant;
import org.gazouillis.listen.AlertSight;

/// A post that an alert has seen, and when.
public record AlertSightJson(FoundStatusJson post, Instant seenAt) {
    static AlertSightJson of(AlertSight sight) {
        return new AlertSightJson(FoundStatusJson.of(sight.status()), sight.seenAt());
    }
}
