package org.gazouillis.web.listen;

import java.time.Instant;
import java.util.List;
import org.gazouillis.listen.BackTest;

/// What alerts on a search would have done in the last thirty days.
///
/// @param posts that matched
/// @param fired of how many hours a volume alert would have told
/// @param spikes these hours, the latest first
/// @param whole false while the index is being built: then there may have been more
public record BackTestJson(Instant from, Instant to, long posts, int fired, List<SpikeJson> spikes, boolean whole) {
    static BackTestJson of(BackTest test) {
        return new BackTestJson(
                test.from(),
                test.to(),
                test.posts(),
                test.spikes().size(),
                test.spikes().stream().map(SpikeJson::of).toList(),
                test.whole());
    }
}
