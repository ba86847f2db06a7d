package org.gazouillis.publish;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.network.Image;

/// What a feed shows: the brand's name and language, and its newest entries.
///
/// @param address where it is read
public record Feed(String brand, String lang, String address, List<Entry> entries) {
    public Feed {
        entries = List.copyOf(entries);
    }

    /// One published post.
    ///
    /// @param parts what follows the text
    public record Entry(
            PublicationId id, String text, String lang, Instant publishedAt, List<String> parts, List<Image> images) {
        public Entry {
            parts = List.copyOf(parts);
            images = List.copyOf(images);
        }
    }

    /// Changes whenever an entry comes; nothing in a feed is ever changed.
    public String version() {
        return entries.isEmpty() ? "empty" : entries.getFirst().id() + "-" + entries.size();
    }
}
