package org.gazouillis.index;

import java.time.Instant;
import java.time.ZoneId;

/// How many statuses match in each quarter of an hour. Every zone on earth begins its hours at one, so hours, days
/// and
/// weeks of any of them can be added up.
///
/// @param query as of a [SearchRequest]
/// @param zone in which `since:` and `until:` name days
/// @param from where the first quarter begins
/// @param quarters 1 to [#MOST]
public record QuarterRequest(String query, SearchScope scope, ZoneId zone, Instant from, int quarters) {
    /// A year and a day.
    public static final int MOST = 366 * 96;

    public QuarterRequest {
        if (quarters < 1 || quarters > MOST) {
            throw new IllegalArgumentException("quarters is " + quarters + ": ask for 1 to " + MOST);
        }
    }
}
