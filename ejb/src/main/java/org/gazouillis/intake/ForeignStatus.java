package org.gazouillis.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One status as a file tells it.
///
/// @param line      physical line on which its record begins
/// @param source    where its figures come from: `x`, or the label that the file or the mapping gives
/// @param foreignId its id there, or a digest of author, date and text when the file has none
/// @param createdAt when it was published
/// @param dateOnly  whether the file gives a day only; `createdAt` is then that day's beginning in the brand's zone
/// @param figures   what that network counted; a figure that the file does not give is absent
/// @param promoted  the same for paid distribution, kept apart
public record ForeignStatus(
        long line,
        String source,
        String foreignId,
        @Nullable String author,
        String text,
        @Nullable String lang,
        Instant createdAt,
        boolean dateOnly,
        @Nullable String permalink,
        @Nullable String campaign,
        Map<Figure, Long> figures,
        Map<Figure, Long> promoted) {
    public ForeignStatus {
        figures = Map.copyOf(figures);
        promoted = Map.copyOf(promoted);
    }
}
