package org.gazouillis.web.publish;

import java.time.Instant;
import org.gazouillis.publish.HeldPost;

/// A post that waits for a decision.
///
/// @param reason why: `fence`, `quiet`, `paused`, `disconnected` or `late`
/// @param stopped whether a crisis stop still stands over it, so that it cannot be sent yet
public record HeldPostJson(
        String id,
        String brand,
        String text,
        String state,
        String reason,
        Instant dueAt,
        String zone,
        boolean stopped) {
    static HeldPostJson of(HeldPost post) {
        return new HeldPostJson(
                post.id().toString(),
                post.brandId().toString(),
                post.text(),
                post.state().name(),
                post.reason(),
                post.dueAt(),
                post.zone().getId(),
                post.stopped());
    }
}
