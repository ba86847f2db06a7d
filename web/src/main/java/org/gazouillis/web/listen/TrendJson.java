package org.gazouillis.web.listen;

import java.time.Instant;
import org.gazouillis.listen.Trend;

/// A hashtag that more people use than is usual.
///
/// @param tag without `#`
/// @param authors who used it in the last 24 hours, each counted once
/// @param usual authors a day in the seven days before
public record TrendJson(String tag, int authors, double usual, Instant computedAt) {
    static TrendJson of(Trend trend) {
        return new TrendJson(trend.tag(), trend.authors(), trend.usual(), trend.computedAt());
    }
}
