package org.gazouillis.web.compose;

import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.gazouillis.compose.Draft;
import org.gazouillis.web.i18n.LocalFormat;

/// An unsent draft in the composer's list.
///
/// @param post the post that it changes; empty for a new one
public record DraftRow(String id, String post, String text, String when, String iso) {
    private static final int SHOWN = 80;

    static DraftRow of(Draft draft, ZoneId zone, Locale locale) {
        String text = draft.text().strip();
        return new DraftRow(
                draft.id().toString(),
                draft.postId() == null ? "" : draft.postId().toString(),
                text.codePointCount(0, text.length()) <= SHOWN
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…",
                LocalFormat.dateTime(FormatStyle.SHORT, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(draft.updatedAt().atZone(zone)),
                draft.updatedAt().toString());
    }
}
