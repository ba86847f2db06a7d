package org.gazouillis.web.listen;

import java.time.Instant;
import java.util.Optional;
import org.gazouillis.listen.FoundStatus;
import org.jspecify.annotations.Nullable;

/// A found status.
///
/// @param lang BCP 47 tag, left out when unknown
/// @param createdAt ISO 8601 with offset
/// @param highlight the text as HTML, everything escaped but `<mark>` around what was asked for
/// @param likes left out when a file does not say; so are `reposts`, `replies` and `quotes`
/// @param source `gazouillis`, or the network that a file came from
/// @param imported true when it came from a file and has no thread here
/// @param dateOnly true when a file gave a day without a time
/// @param permalink address on that network, when known
/// @param alikeTo id of the status before it on this page that says nearly the same; left out when none does
public record FoundStatusJson(
        String id,
        String text,
        @Nullable String lang,
        Author author,
        Instant createdAt,
        String highlight,
        @Nullable Long likes,
        @Nullable Long reposts,
        @Nullable Long replies,
        @Nullable Long quotes,
        String source,
        boolean imported,
        boolean dateOnly,
        @Nullable String permalink,
        @Nullable String alikeTo) {
    /// @param id of the profile here; left out when the status was imported
    public record Author(@Nullable String id, String handle, String name) {}

    static FoundStatusJson of(FoundStatus found) {
        return of(found, null);
    }

    static FoundStatusJson of(FoundStatus found, @Nullable Long alikeTo) {
        return new FoundStatusJson(
                Long.toString(found.id()),
                found.text(),
                found.lang().isEmpty() ? null : found.lang(),
                new Author(
                        Optional.ofNullable(found.author())
                                .map(Object::toString)
                                .orElse(null),
                        found.handle(),
                        found.name()),
                found.createdAt(),
                found.highlight(),
                found.likes(),
                found.reposts(),
                found.replies(),
                found.quotes(),
                found.source(),
                found.imported(),
                found.dateOnly(),
                found.permalink(),
                alikeTo == null ? null : alikeTo.toString());
    }
}
