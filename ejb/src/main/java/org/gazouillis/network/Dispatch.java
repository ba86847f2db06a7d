package org.gazouillis.network;

import java.time.Instant;
import java.util.Set;
import org.gazouillis.kernel.PublicationId;

/// One text on its way to one account.
///
/// @param key names post, account and revision; the same at every try
/// @param since when it was first sent: nothing older can be it
/// @param knownOthers the network's ids of what we know to be something else
public record Dispatch(
        PublicationId publication, String key, String text, String lang, Instant since, Set<String> knownOthers) {
    public Dispatch {
        knownOthers = Set.copyOf(knownOthers);
    }
}
