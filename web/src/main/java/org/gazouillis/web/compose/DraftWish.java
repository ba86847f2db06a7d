package org.gazouillis.web.compose;

import java.util.List;
import java.util.Map;
import org.gazouillis.compose.DraftFields;
import org.jspecify.annotations.Nullable;

/// A draft to be kept.
///
/// @param post the post that is being changed; only read when the draft begins
/// @param edition the edition that was read; 1 when missing
public record DraftWish(
        @Nullable Map<String, List<String>> fields,
        @Nullable String post,
        @Nullable Integer edition) {
    DraftFields kept() {
        return new DraftFields(fields == null ? Map.of() : fields);
    }
}
