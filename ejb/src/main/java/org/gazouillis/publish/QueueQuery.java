package org.gazouillis.publish;

import java.util.Set;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// Which posts of a brand's queue are wanted. Null and the empty text mean: whichever.
///
/// @param words      a part of the text in any case, or a post's id
/// @param latestUp   the latest first, instead of the soonest
public record QueueQuery(
        Set<PostState> states,
        @Nullable AccountId account,
        @Nullable CampaignId campaign,
        String words,
        boolean latestUp) {
    public QueueQuery {
        states = Set.copyOf(states);
    }

    /// The words as a pattern of SQL's `ilike` that means nothing but themselves.
    String pattern() {
        return "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
