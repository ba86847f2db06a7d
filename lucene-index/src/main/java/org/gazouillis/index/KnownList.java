package org.gazouillis.index;

import java.util.Set;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.search.Asking;

/// A list of profiles that the asker may name in a query, by its title or its id.
///
/// @param profiles ids of those who stand in it at this moment; perhaps none
public record KnownList(long id, String title, Set<Long> profiles) {

    public KnownList {
        profiles = Set.copyOf(profiles);
    }

    /// Whether it bears this title, whatever the capitals and accents.
    public boolean isTitled(String name) {
        String folded = Keywords.fold(title);
        return folded.isEmpty() ? title.equals(name) : folded.equals(Keywords.fold(name));
    }

    /// Whether a query means it by this name.
    public boolean isNamed(String name) {
        return isTitled(name) || Long.toString(id).equals(name.strip());
    }

    /// What asks for it in a query: its title, or its id where no query can say the title.
    public String term() {
        if (!Asking.canBeQuoted(title)) {
            return "list:" + id;
        }
        boolean plain = title.codePoints().allMatch(Character::isLetterOrDigit);
        return plain ? "list:" + title : "list:\"" + title + '"';
    }
}
