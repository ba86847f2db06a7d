package org.gazouillis.listen;

import java.text.Normalizer;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.Selection;
import org.jspecify.annotations.Nullable;

/// A search to be kept.
///
/// @param only handle of the one brand whose statuses it looks at
/// @param sharedWith handle of the brand whose members see it
/// @throws SavedSearchRefused when the name will not do
/// @throws QueryNotUnderstood with the place and the mend
public record SearchIdea(
        String name,
        String query,
        @Nullable String only,
        SearchOrder order,
        @Nullable String sharedWith) {
    static final int LONGEST_NAME = 80;

    public SearchIdea {
        name = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        query = query.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new SavedSearchRefused("name", "Give it a name of 1 to " + LONGEST_NAME + " characters in one line.");
        }
        try {
            Selection.check(query);
        } catch (QuerySyntaxException syntax) {
            throw new QueryNotUnderstood(syntax);
        }
        if (query.isEmpty() || query.indexOf(0) >= 0) {
            throw new SavedSearchRefused("query", "Say what to search for.");
        }
        if (only != null && sharedWith != null && !only.equals(sharedWith)) {
            throw new SavedSearchRefused(
                    "sharedWith", "A search of one brand only can be shared with the members of that brand only.");
        }
    }
}
