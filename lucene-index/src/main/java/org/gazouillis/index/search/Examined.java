package org.gazouillis.index.search;

import java.util.Set;
import org.gazouillis.index.Counts;

/// A status that a search finds.
///
/// @param found its key is the bits of its score
/// @param counts what it has gathered at this moment
/// @param answered the queries among those asked to which it answers
/// @param <Q> a query of the engine
public record Examined<Q>(Found found, Counts counts, Set<Q> answered) {

    public Examined {
        answered = Set.copyOf(answered);
    }
}
