package org.gazouillis.dashboard;

import java.time.ZoneId;
import java.util.List;
import org.gazouillis.kernel.BrandId;

/// How a brand stands beside the others of its workspace.
///
/// @param next    its next posts, the soonest first, at most [BrandStandings#NEXT]
/// @param figures events of the period against another, the whole only, without followers
public record BrandStanding(
        BrandId id,
        String handle,
        String name,
        ZoneId zone,
        String colour,
        BrandTrouble trouble,
        List<NextPost> next,
        Comparison figures) {
    public BrandStanding {
        next = List.copyOf(next);
    }
}
