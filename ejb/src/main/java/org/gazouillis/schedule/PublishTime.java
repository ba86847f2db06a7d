package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;

/// A local time in a zone, resolved. A time that the clocks skip (in Paris 02:30 on 29 March 2026) becomes the first
/// instant after the gap (03:00); a time that comes twice (02:30 on 25 October 2026) means the earlier of the two
/// unless the author says otherwise. `remark` tells the author when either happened.
public record PublishTime(DueTime due, Optional<Check> remark) {
    /// @throws ZoneNotKnown when the zone is not in the IANA database
    public static PublishTime of(LocalDateTime local, String zone, GapRule rule) {
        return of(local, zone(zone), rule);
    }

    public static PublishTime of(LocalDateTime local, ZoneId zone, GapRule rule) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 1 -> new PublishTime(due(local, zone, rule, offsets.getFirst()), Optional.empty());
            case 0 -> afterGap(local, zone, rule);
            default -> ofTwo(local, zone, rule, offsets);
        };
    }

    /// A region of the IANA database, such as `Europe/Paris`, or `UTC`.
    ///
    /// @throws ZoneNotKnown for anything else, offsets too: they know no summer time
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new ZoneNotKnown(name);
        }
        return ZoneId.of(name);
    }

    private static PublishTime afterGap(LocalDateTime local, ZoneId zone, GapRule rule) {
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        Instant first = gap.getInstant();
        Check remark = Check.warning(
                Check.Code.GAP,
                local + " does not exist in " + zone + ": the clocks go from " + gap.getDateTimeBefore() + " to "
                        + gap.getDateTimeAfter() + ". It goes out at " + gap.getDateTimeAfter() + ".",
                local.toLocalTime(),
                gap.getDateTimeAfter().toLocalTime());
        return new PublishTime(new DueTime(first, local, zone, rule), Optional.of(remark));
    }

    private static PublishTime ofTwo(LocalDateTime local, ZoneId zone, GapRule rule, List<ZoneOffset> offsets) {
        ZoneOffset chosen = rule == GapRule.LATER_OFFSET ? offsets.getLast() : offsets.getFirst();
        Check remark = Check.warning(
                Check.Code.OVERLAP,
                local + " comes twice in " + zone + ", because the clocks go back. It goes out at the "
                        + (rule == GapRule.LATER_OFFSET ? "later" : "earlier") + " one (UTC" + chosen + ").",
                local.toLocalTime(),
                chosen);
        return new PublishTime(due(local, zone, rule, chosen), Optional.of(remark));
    }

    private static DueTime due(LocalDateTime local, ZoneId zone, GapRule rule, ZoneOffset offset) {
        return new DueTime(local.toInstant(offset), local, zone, rule);
    }
}
