package org.gazouillis.web.compose;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.Draft;
import org.gazouillis.compose.DraftFields;
import org.jspecify.annotations.Nullable;

/// What a member is writing and has not sent.
///
/// @param brand id
/// @param post the post that is being changed; null for a new one
/// @param fields all fields of the form, each with its values; `text` is the main text
/// @param edition counts the savings: send back the one that you read
public record DraftJson(
        String id,
        String brand,
        @Nullable String post,
        Map<String, List<String>> fields,
        int edition,
        Instant updatedAt) {
    static DraftJson of(Draft draft) {
        return new DraftJson(
                draft.id().toString(),
                draft.brandId().toString(),
                draft.postId() == null ? null : draft.postId().toString(),
                DraftFields.parse(draft.fields()).values(),
                draft.edition(),
                draft.updatedAt());
    }
}
