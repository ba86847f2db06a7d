package org.gazouillis.network;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gazouillis.kernel.PublicationId;
import org.jspecify.annotations.Nullable;

/// One text on its way to one account.
///
/// @param key names post, account, revision and part; the same at every try
/// @param since when it was first sent: nothing older can be it
/// @param knownOthers the network's ids of what we know to be something else
/// @param images that stand with the text
/// @param following later parts of its thread that go along; none where each part is brought by itself
/// @param replyTo the network's id of the status that this is the next part of
public record Dispatch(
        PublicationId publication,
        String key,
        String text,
        String lang,
        Instant since,
        Set<String> knownOthers,
        List<Image> images,
        List<String> following,
        @Nullable String replyTo) {
    public Dispatch {
        knownOthers = Set.copyOf(knownOthers);
        images = List.copyOf(images);
        following = List.copyOf(following);
    }
}
