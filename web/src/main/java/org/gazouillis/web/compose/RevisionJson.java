package org.gazouillis.web.compose;

import java.time.Instant;
import java.util.List;
import org.gazouillis.compose.Revision;
import org.gazouillis.compose.WordDiff;

/// A post as it stood, or stands.
///
/// @param accounts handles
/// @param change the text word by word, beside that of the revision before
public record RevisionJson(
        int revision, String author, Instant at, String text, List<String> accounts, List<PartJson> change) {
    static RevisionJson of(Revision revision) {
        return new RevisionJson(
                revision.number(),
                revision.author(),
                revision.at(),
                revision.text(),
                revision.accounts(),
                revision.change().parts().stream().map(PartJson::of).toList());
    }

    /// A stretch of text: `KEPT`, `ADDED` or `REMOVED`.
    public record PartJson(String kind, String text) {
        static PartJson of(WordDiff.Part part) {
            return new PartJson(part.kind().name(), part.text());
        }
    }
}
