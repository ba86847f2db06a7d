package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The clocks of some zones as a table for SQL, so that a hundred thousand local times are resolved within one
/// statement and still exactly as [PublishTime] resolves one: by the same zone data, gaps and overlaps included. A
/// zone has two or three rows a year.
final class ZoneSpans {
    /// To be joined by zone and local time.
    static final String FROM = """
            unnest(:zones, :lows::timestamp[], :highs::timestamp[], :earlier, :later, :fixed::timestamptz[])
              as span(zone, low, high, earlier, later, fixed)
            """;
    /// The instant of the local time `%1$s` by the rule `%2$s`.
    static final String RESOLVED = """
            coalesce(span.fixed, (%1$s) at time zone 'UTC'
              - case %2$s when 'LATER_OFFSET' then span.later else span.earlier end * interval '1 second')
            """;

    private final List<Span> spans = new ArrayList<>();

    /// Local times from `low` to before `high` and the offsets they may have; in a gap all mean the same instant.
    private record Span(
            String zone,
            LocalDateTime low,
            LocalDateTime high,
            ZoneOffset earlier,
            ZoneOffset later,
            @Nullable Instant fixed) {}

    /// Adds a zone's clocks for local times from the first to the last, both included.
    void add(ZoneId zone, LocalDateTime first, LocalDateTime last) {
        ZoneRules rules = zone.getRules();
        LocalDateTime end = last.plusDays(2);
        LocalDateTime low = first.minusDays(2);
        Instant at = low.atZone(zone).toInstant();
        ZoneOffset offset = rules.getOffset(at);
        ZoneOffsetTransition next = rules.nextTransition(at);
        while (next != null && next.getDateTimeBefore().isBefore(end)) {
            low = addChange(zone, low, offset, next);
            offset = next.getOffsetAfter();
            next = rules.nextTransition(next.getInstant());
        }
        spans.add(new Span(zone.getId(), low, end, offset, offset, null));
    }

    /// The steady time until the change, and the change itself; returns where steady time goes on.
    private LocalDateTime addChange(ZoneId zone, LocalDateTime low, ZoneOffset offset, ZoneOffsetTransition change) {
        boolean gap = change.isGap();
        LocalDateTime from = gap ? change.getDateTimeBefore() : change.getDateTimeAfter();
        LocalDateTime to = gap ? change.getDateTimeAfter() : change.getDateTimeBefore();
        spans.add(new Span(zone.getId(), low, from, offset, offset, null));
        spans.add(new Span(
                zone.getId(),
                from,
                to,
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                gap ? change.getInstant() : null));
        return to;
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement
                .bind("zones", texts(Span::zone))
                .bind("lows", texts(Span::low))
                .bind("highs", texts(Span::high))
                .bind("earlier", seconds(Span::earlier))
                .bind("later", seconds(Span::later))
                .bind("fixed", texts(Span::fixed));
    }

    private @Nullable String[] texts(Function<Span, @Nullable Object> part) {
        return spans.stream()
                .map(span -> {
                    Object value = part.apply(span);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    private Long[] seconds(Function<Span, ZoneOffset> part) {
        return spans.stream()
                .map(span -> (long) part.apply(span).getTotalSeconds())
                .toArray(Long[]::new);
    }
}
