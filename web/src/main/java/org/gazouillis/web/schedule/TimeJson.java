package org.gazouillis.web.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.GapRule;
import org.gazouillis.schedule.PublishTime;
import org.jspecify.annotations.Nullable;

/// What a local time means.
///
/// @param kind `ONCE`, `GAP` (the clocks skip it) or `OVERLAP` (it comes twice)
/// @param dueAt the instant that it is planned for
/// @param message what there is to say about a gap or an overlap
/// @param choices the instants that could be meant, the earlier first
public record TimeJson(
        String local,
        String zone,
        String kind,
        Instant dueAt,
        @Nullable String message,
        List<ChoiceJson> choices) {
    /// One reading of the time.
    ///
    /// @param local what the clock on the wall shows then
    /// @param prefer what to send to mean this one
    public record ChoiceJson(String prefer, String local, String offset, Instant at) {
        static ChoiceJson of(String prefer, Instant at, ZoneId zone) {
            LocalDateTime shown = LocalDateTime.ofInstant(at, zone);
            return new ChoiceJson(
                    prefer, shown.toString(), zone.getRules().getOffset(at).getId(), at);
        }
    }

    static TimeJson of(LocalDateTime local, ZoneId zone, GapRule rule, @Nullable String message) {
        PublishTime time = PublishTime.of(local, zone, rule);
        return new TimeJson(
                local.toString(),
                zone.getId(),
                time.remark().map(Check::code).map(Enum::name).orElse("ONCE"),
                time.due().at(),
                message,
                choices(local, zone));
    }

    /// For a gap: its end, and the time as much later as the clocks move.
    private static List<ChoiceJson> choices(LocalDateTime local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Instant earlier =
                PublishTime.of(local, zone, GapRule.EARLIER_OFFSET).due().at();
        Instant later = rules.getValidOffsets(local).isEmpty()
                ? local.atZone(zone).toInstant()
                : PublishTime.of(local, zone, GapRule.LATER_OFFSET).due().at();
        return Stream.of(ChoiceJson.of("earlier", earlier, zone), ChoiceJson.of("later", later, zone))
                .distinct()
                .limit(earlier.equals(later) ? 1 : 2)
                .toList();
    }
}
