package org.gazouillis.boot.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A post of the demo.
///
/// @param campaign slug, or `""` for none
/// @param due null for a draft
/// @param failure why it did not go out, in the publisher's words
record PlannedPost(
        long id,
        String campaign,
        String text,
        String state,
        Instant created,
        @Nullable Instant due,
        @Nullable String failure) {
    boolean isOut() {
        return state.equals("PUBLISHED");
    }
}
