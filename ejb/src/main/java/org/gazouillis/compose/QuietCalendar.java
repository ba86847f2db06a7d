package org.gazouillis.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// All quiet periods over one brand, its workspace's among them.
public record QuietCalendar(List<QuietPeriod> periods) {
    /// Periods that follow on one another are passed; a calendar that leaves no time within so many has none.
    private static final int MOST_STEPS = 400;

    public QuietCalendar {
        periods = List.copyOf(periods);
    }

    /// The strictest of the periods over that instant.
    public Optional<QuietPeriod> over(Instant at) {
        return periods.stream()
                .filter(each -> each.endIfOver(at).isPresent())
                .min((one, other) -> one.rule().compareTo(other.rule()));
    }

    /// The first instant from this one on over which no period lies; empty when the calendar leaves none.
    public Optional<Instant> nextAllowed(Instant from) {
        Instant at = from;
        for (int step = 0; step < MOST_STEPS; step++) {
            Instant tried = at;
            Optional<Instant> end = periods.stream()
                    .flatMap(each -> each.endIfOver(tried).stream())
                    .max(Instant::compareTo);
            if (end.isEmpty()) {
                return Optional.of(at);
            }
            at = end.get();
        }
        return Optional.empty();
    }

    /// What there is to say about a plan: nothing while no period lies over its time.
    List<Check> checks(Plan plan, Instant now, ZoneId zone) {
        return due(plan, now).flatMap(at -> over(at).map(period -> check(period, at, zone))).stream()
                .toList();
    }

    /// The plan itself, or its next allowed time when the period over it shifts.
    Plan shifted(Plan plan, Instant now, ZoneId zone) {
        return due(plan, now)
                .filter(at ->
                        over(at).filter(each -> each.rule() == QuietRule.SHIFT).isPresent())
                .flatMap(this::nextAllowed)
                .<Plan>map(at -> Plan.at(DueTime.exactly(at, zone(plan, zone))))
                .orElse(plan);
    }

    private static ZoneId zone(Plan plan, ZoneId brandZone) {
        return plan instanceof Plan.At(DueTime due) ? due.zone() : brandZone;
    }

    private static Optional<Instant> due(Plan plan, Instant now) {
        return switch (plan) {
            case Plan.Later _, Plan.Queue _ -> Optional.empty();
            case Plan.Now(Duration respite) -> Optional.of(now.plus(respite));
            case Plan.At(DueTime due) -> Optional.of(due.at());
        };
    }

    private Check check(QuietPeriod period, Instant at, ZoneId zone) {
        String next = nextAllowed(at)
                .map(each -> LocalDateTime.ofInstant(each, zone).toString().replace('T', ' ') + " (" + zone + ")")
                .orElse("–");
        String what = "The time lies in the quiet period \"" + period.name() + "\". ";
        return switch (period.rule()) {
            case REFUSE ->
                Check.error(Check.Code.QUIET, what + "The next allowed time is " + next + ".", period.name(), next);
            case SHIFT ->
                Check.note(Check.Code.QUIET_SHIFT, what + "It goes out at " + next + " instead.", period.name(), next);
            case HOLD ->
                Check.warning(
                        Check.Code.QUIET_HOLD,
                        what + "It will be held then; the next allowed time is " + next + ".",
                        period.name(),
                        next);
        };
    }
}
