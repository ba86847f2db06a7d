package org.gazouillis.publish;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.PublicationId;

/// What a feed shows: the brand's name and language, and its newest entries.
///
/// @param address where it is read
public record Feed(String brand, String lang, String address, List<Entry> entries) {
    public Feed {
        entries = List.copyOf(entries);
    }

    /// One published post.
    public record Entry(PublicationId id, String text, String lang, Instant publishedAt) {}

    /// Changes whenever an entry comes; nothing in a feed is ever changed.
    public String version() {
        return entries.isEmpty() ? "empty" : entries.getFirst().id() + "-" + entries.size();
    }
}
