package org.gazouillis.listen;

import java.time.Instant;
import org.gazouillis.kernel.ProfileId;
import org.jspecify.annotations.Nullable;

/// A status that a search found, as the database knows it at this moment.
///
/// @param id of a status, or of an imported status: one number space
/// @param lang BCP 47 tag, empty when unknown
/// @param author profile of the author here; null when the status was imported
/// @param handle the author's handle, empty when a file did not name one
/// @param name the author's name; the brand's when the status was imported
/// @param dateOnly true when a file gave a day without a time
/// @param likes null when the source does not say; so are `reposts`, `replies` and `quotes`
/// @param source `gazouillis`, or the network that a file came from
/// @param permalink address on that network, when known
/// @param highlight the text as safe HTML, with `<mark>` around what was asked for
public record FoundStatus(
        long id,
        String text,
        String lang,
        @Nullable ProfileId author,
        String handle,
        String name,
        Instant createdAt,
        boolean dateOnly,
        @Nullable Long likes,
        @Nullable Long reposts,
        @Nullable Long replies,
        @Nullable Long quotes,
        String source,
        @Nullable String permalink,
        String highlight) {
    public boolean imported() {
        return author == null;
    }

    FoundStatus highlighted(String html) {
        return new FoundStatus(
                id, text, lang, author, handle, name, createdAt, dateOnly, likes, reposts, replies, quotes, source,
                permalink, html);
    }
}
