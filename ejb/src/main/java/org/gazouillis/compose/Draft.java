package org.gazouillis.compose;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.DraftId;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// What a member is writing and has not sent.
///
/// @param postId the post that is being changed; null for a new one
/// @param text the main text, for lists
/// @param fields all fields of the form, as a JSON object of lists of strings
/// @param edition counts the savings
public record Draft(
        DraftId id,
        BrandId brandId,
        @Nullable PostId postId,
        String text,
        String fields,
        int edition,
        Instant updatedAt) {}
