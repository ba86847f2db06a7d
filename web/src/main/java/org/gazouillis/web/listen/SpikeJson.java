package org.gazouillis.web.listen;

import java.time.Instant;
import org.gazouillis.listen.Spike;

/// An hour with unusually many posts.
///
/// @param hour where it begins
/// @param posts when it was noticed
/// @param baseline the usual count: the median of that hour of the week in the eight weeks before
/// @param spread how far such hours usually lie from it
/// @param threshold from which on a count is unusual
public record SpikeJson(Instant hour, int posts, double baseline, double spread, double threshold) {
    static SpikeJson of(Spike spike) {
        return new SpikeJson(spike.hour(), spike.posts(), spike.baseline(), spike.spread(), spike.threshold());
    }
}
