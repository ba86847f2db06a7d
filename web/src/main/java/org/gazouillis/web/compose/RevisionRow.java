package org.gazouillis.web.compose;

import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.gazouillis.compose.Revision;
import org.gazouillis.compose.WordDiff;
import org.gazouillis.web.i18n.LocalFormat;

/// A revision in the composer's list.
///
/// @param iso for `<time>`
public record RevisionRow(int number, String author, String when, String iso, String text, List<WordDiff.Part> parts) {
    static RevisionRow of(Revision revision, ZoneId zone, Locale locale) {
        return new RevisionRow(
                revision.number(),
                revision.author(),
                LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(revision.at().atZone(zone)),
                revision.at().toString(),
                revision.text(),
                revision.change().parts());
    }
}
