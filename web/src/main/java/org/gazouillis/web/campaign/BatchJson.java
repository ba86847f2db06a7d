package org.gazouillis.web.campaign;

import java.time.Instant;
import java.util.Locale;
import org.gazouillis.schedule.PostBatch;
import org.jspecify.annotations.Nullable;

/// Posts that were moved or cancelled together.
///
/// @param kind `move` or `cancel`
/// @param undonePosts how many are as before again; those that were changed since are not
public record BatchJson(
        String id,
        String kind,
        int days,
        int minutes,
        int posts,
        String member,
        Instant at,
        @Nullable Instant undoneAt,
        @Nullable Integer undonePosts) {
    static BatchJson of(PostBatch batch) {
        return new BatchJson(
                Long.toString(batch.id()),
                batch.kind().name().toLowerCase(Locale.ROOT),
                batch.days(),
                batch.minutes(),
                batch.posts(),
                batch.member(),
                batch.at(),
                batch.undoneAt(),
                batch.undonePosts());
    }
}
