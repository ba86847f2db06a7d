package org.gazouillis.web.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.gazouillis.schedule.Occurrence;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One time at which a series happens, or would.
///
/// @param local what the rule gave
/// @param shown what the clock on the wall of the zone shows at `at`
/// @param skipped why it does not happen: `past`, `day off`, `by hand` or `no such day`
/// @param remark when the clocks skip that time or show it twice
public record OccurrenceJson(
        String local,
        String shown,
        Instant at,
        @Nullable String skipped,
        @Nullable String remark,
        @Nullable String post) {
    static OccurrenceJson of(Occurrence occurrence, Messages messages) {
        ZoneId zone = occurrence.due().zone();
        return new OccurrenceJson(
                occurrence.local().toString(),
                occurrence.at().atZone(zone).toLocalDateTime().toString(),
                occurrence.at(),
                occurrence.skipped(),
                TimeWords.of(new PublishTime(occurrence.due(), occurrence.remark()), messages),
                occurrence.post() == null ? null : occurrence.post().toString());
    }
}
