package org.gazouillis.compose;

import java.util.Set;
import org.gazouillis.kernel.DraftId;
import org.jspecify.annotations.Nullable;

/// What else belongs to a wish for a post; null leaves a thing as it is.
///
/// @param confirmed the warnings that the writer has read and accepts; null means that no warning holds the post up
/// @param draft the draft that this becomes a post of, and that is gone then
public record Details(@Nullable Set<Check.Code> confirmed, @Nullable DraftId draft) {
    /// Nothing else.
    public static final Details NONE = new Details(null, null);

    public Details {
        confirmed = confirmed == null ? null : Set.copyOf(confirmed);
    }

    /// What readers will see of it: neither what was confirmed on the way, nor where it was drafted.
    Details content() {
        return NONE;
    }
}
