package org.gazouillis.listen;

import java.text.Normalizer;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.Selection;

/// One of those that a brand's share of voice is measured among: itself, a competitor, a cause.
///
/// @param name 1 to 40 characters
/// @param query what is searched for, 1 to 300 characters in the language of `docs/search.md`
/// @throws VoicesRefused when the name or the query will not do
/// @throws QueryNotUnderstood with the place and the mend
public record Voice(String name, String query) {
    static final int LONGEST_NAME = 40;
    static final int LONGEST_QUERY = 300;

    public Voice {
        name = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        query = query.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new VoicesRefused("Give each voice a name of 1 to " + LONGEST_NAME + " characters in one line.");
        }
        if (query.isEmpty() || query.length() > LONGEST_QUERY || query.indexOf(0) >= 0) {
            throw new VoicesRefused(
                    "Say in 1 to " + LONGEST_QUERY + " characters what is searched for \"" + name + "\".");
        }
        try {
            Selection.check(query);
        } catch (QuerySyntaxException syntax) {
            throw new QueryNotUnderstood(syntax);
        }
    }
}
