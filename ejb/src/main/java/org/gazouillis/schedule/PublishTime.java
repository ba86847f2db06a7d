package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;

/// A local time in a zone, resolved. A time that the clocks skip (in Paris 02:30 on 29 March 2026) becomes the first
/// instant after the gap (03:00); a time that comes twice (02:30 on 25 October 2026) means the earlier of the two
/// unless the author says otherwise. `remark` tells the author when either happened.
public record PublishTime(DueTime due, Optional<Check> remark) {
    private static final List<String> REGIONS = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    /// Old names of the database that people write for something else.
    private static final Set<String> ABBREVIATIONS = Set.of("EST", "MST", "HST");

    /// @throws ZoneNotKnown when the zone is not in the IANA database
    public static PublishTime of(LocalDateTime local, String zone, GapRule rule) {
        return of(local, zone(zone), rule);
    }

    public static PublishTime of(LocalDateTime local, ZoneId zone, GapRule rule) {
        ZoneRules rules = zone.getRules();
        Instant at = instant(local, rules, rule);
        DueTime due = new DueTime(at, local, zone, rule);
        return new PublishTime(
                due,
                switch (rules.getValidOffsets(local).size()) {
                    case 1 -> Optional.empty();
                    case 0 -> Optional.of(ofGap(local, zone, rules.getTransition(local)));
                    default -> Optional.of(ofOverlap(local, zone, rule, rules.getOffset(at)));
                });
    }

    /// Which instant that local time is by these rules: the one place where a wall clock becomes a moment.
    static Instant instant(LocalDateTime local, ZoneRules rules, GapRule rule) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.isEmpty()) {
            return rules.getTransition(local).getInstant();
        }
        return local.toInstant(rule == GapRule.LATER_OFFSET ? offsets.getLast() : offsets.getFirst());
    }

    /// Which instant that local time usually means: the first one after a gap, the earlier of two. Empty on a day that
    /// is missing from the zone's calendar.
    public static Optional<Instant> usual(LocalDateTime local, ZoneId zone) {
        return usual(local, zone.getRules());
    }

    /// The same by other rules than Java's own.
    public static Optional<Instant> usual(LocalDateTime local, ZoneRules rules) {
        return isOnNoDay(local, rules) ? Optional.empty() : Optional.of(instant(local, rules, GapRule.EARLIER_OFFSET));
    }

    /// Whether that whole day is missing from the zone's calendar, as 30 December 2011 is from Samoa's.
    static boolean isOnNoDay(LocalDateTime local, ZoneRules rules) {
        ZoneOffsetTransition gap = rules.getTransition(local);
        LocalDateTime midnight = local.toLocalDate().atStartOfDay();
        return gap != null
                && gap.isGap()
                && !gap.getDateTimeBefore().isAfter(midnight)
                && !gap.getDateTimeAfter().isBefore(midnight.plusDays(1));
    }

    /// A region of the IANA database, such as `Europe/Paris`, or `UTC`.
    ///
    /// @throws ZoneNotKnown for anything else: offsets know no summer time, and `EST` means three places
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name) || ABBREVIATIONS.contains(name)) {
            throw new ZoneNotKnown(name);
        }
        return ZoneId.of(name);
    }

    /// The regions that people choose from, by their names: without the old names that stand for several places.
    public static List<String> regions() {
        return REGIONS;
    }

    private static Check ofGap(LocalDateTime local, ZoneId zone, ZoneOffsetTransition gap) {
        LocalDateTime shifted = local.plus(gap.getDuration());
        return Check.warning(
                Check.Code.GAP,
                local + " does not exist in " + zone + ": the clocks go from " + gap.getDateTimeBefore() + " to "
                        + gap.getDateTimeAfter() + ". It goes out at " + gap.getDateTimeAfter() + "; plan it for "
                        + shifted + " if you meant that.",
                local.toLocalTime(),
                gap.getDateTimeAfter().toLocalTime(),
                shifted.toLocalTime());
    }

    private static Check ofOverlap(LocalDateTime local, ZoneId zone, GapRule rule, ZoneOffset chosen) {
        String which = rule == GapRule.LATER_OFFSET ? "later" : "earlier";
        return Check.warning(
                Check.Code.OVERLAP,
                local + " comes twice in " + zone + ", because the clocks go back. It goes out at the " + which
                        + " one (UTC" + chosen + "); \"prefer\" chooses.",
                local.toLocalTime(),
                chosen,
                which);
    }
}
