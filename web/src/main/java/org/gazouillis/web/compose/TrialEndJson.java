package org.gazouillis.web.compose;

import jakarta.ws.rs.BadRequestException;
import org.gazouillis.trial.Kept;
import org.jspecify.annotations.Nullable;

/// @param keep which text everybody sees from now on, `A` or `B`
public record TrialEndJson(@Nullable String keep) {
    Kept kept() {
        for (Kept kept : Kept.values()) {
            if (kept.name().equalsIgnoreCase(keep)) {
                return kept;
            }
        }
        throw new BadRequestException("Say which text stays: {\"keep\": \"A\"} or {\"keep\": \"B\"}.");
    }
}
