package org.gazouillis.dashboard;

import java.time.Instant;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;

/// A post of the brand with everything it gathered so far, whenever that was.
public record TopPost(
        StatusId statusId,
        String text,
        String lang,
        Instant createdAt,
        long impressions,
        long anonymousImpressions,
        long reach,
        long anonymousReach,
        long likes,
        long reposts,
        long replies,
        long clicks) {
    public Figure figure(Measure measure) {
        Tally tally = new Tally(impressions, anonymousImpressions, likes, reposts, replies, clicks);
        return measure.of(new Totals(tally, reach, anonymousReach, 1, null));
    }

    public long engagements() {
        return likes + reposts + replies;
    }
}
