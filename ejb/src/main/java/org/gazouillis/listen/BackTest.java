package org.gazouillis.listen;

import java.time.Instant;
import java.util.List;

/// What alerts on a search would have done.
///
/// @param from first instant that was looked at
/// @param to the present
/// @param posts that matched, each of which a match alert would have seen
/// @param spikes hours of which a volume alert would have told, the latest first
/// @param whole false while the index is being built: then there may have been more
public record BackTest(Instant from, Instant to, long posts, List<Spike> spikes, boolean whole) {
    public BackTest {
        spikes = List.copyOf(spikes);
    }
}
