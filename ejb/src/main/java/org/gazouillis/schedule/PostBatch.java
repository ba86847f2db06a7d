package org.gazouillis.schedule;

import java.time.Instant;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// Posts of a campaign that were moved or cancelled together.
///
/// @param posts how many there were
/// @param member name of who did it
/// @param undonePosts how many are as before again; null while it stands
public record PostBatch(
        long id,
        CampaignId campaignId,
        Kind kind,
        int days,
        int minutes,
        int posts,
        String member,
        Instant at,
        @Nullable Instant undoneAt,
        @Nullable Integer undonePosts) {
    /// What was done.
    public enum Kind {
        MOVE,
        CANCEL
    }

    public boolean isUndone() {
        return undoneAt != null;
    }
}
