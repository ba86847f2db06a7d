package org.gazouillis.dashboard;

import java.time.Instant;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Crowd;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Headcount;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;

/// A post of the brand with everything it gathered so far, whenever that was.
///
/// @param reachError as in [Headcount#standardError]
public record TopPost(
        StatusId statusId,
        String text,
        String lang,
        Instant createdAt,
        long reach,
        double reachError,
        long anonymousReach,
        Tally tally) {
    /// Not those measures that stand on engaged people: see [Performances].
    public Figure figure(Measure measure) {
        Crowd crowd = new Crowd(
                new Headcount(reach, reachError), new Headcount(anonymousReach, 0), Headcount.NOBODY, Headcount.NOBODY);
        return measure.of(new Totals(tally, crowd, 1, null));
    }
}
