package org.gazouillis.compose;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What else belongs to a wish for a post; null leaves a thing as it is.
///
/// @param confirmed the warnings that the writer has read and accepts; null means that no warning holds the post up
public record Details(@Nullable Set<Check.Code> confirmed) {
    /// Nothing else.
    public static final Details NONE = new Details(null);

    public Details {
        confirmed = confirmed == null ? null : Set.copyOf(confirmed);
    }
}
