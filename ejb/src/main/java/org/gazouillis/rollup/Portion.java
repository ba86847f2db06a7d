package org.gazouillis.rollup;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.engage.EngagementHandler;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The next sealed engagements, read and added up by cells, which only wait to be written.
///
/// Sealed facts never change, so a portion may be made while the one before it is still being written, and
/// outside any transaction that has a number and for which others wait.
///
/// @param additions of each grain, in the order of its table's key
record Portion(Range range, Map<Grain, List<Map.Entry<CellKey, Addition>>> additions) {
    /// Of one snapshot: what is sealed, and of when the oldest event is that is not an engagement yet.
    private static final String NEXT = """
            with sealed as (
              select xid from engagement
              where xid >= :low::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot())
              order by xid limit :most + 1)
            select :low as low, case
                when count(*) <= :most then pg_snapshot_xmin(pg_current_snapshot())::text
                when min(xid) < max(xid) then max(xid)::text
                else (max(xid)::text::numeric + 1)::text end as high,
              count(*) as facts, count(*) > :most as more,
              case when count(*) <= :most then least(:now::timestamptz, (
                select min(o.at) from outbox_delivery d join outbox o on o.id = d.outbox_id
                where d.handler = :handler and d.dead_at is null)) end as complete_until
            from sealed
            """;

    /// The transactions from `low` to before `high`: all that are sealed, or as many as hold about what was
    /// asked for, never a part of one.
    ///
    /// @param facts         about how many engagements they hold; 0 is exact
    /// @param more          whether sealed engagements are left behind them
    /// @param completeUntil every fact up to then is in, when no more are left
    record Range(
            String low,
            String high,
            long facts,
            boolean more,
            @Nullable Instant completeUntil) {}

    /// @param low  the first transaction
    /// @param most about how many engagements
    static Portion after(Handle handle, String low, int most, Instant now) {
        Range range = handle.createQuery(NEXT)
                .bind("low", low)
                .bind("most", most)
                .bind("now", now)
                .bind("handler", EngagementHandler.NAME)
                .map(Sql.row(Range.class))
                .one();
        Map<Grain, List<Map.Entry<CellKey, Addition>>> additions = new EnumMap<>(Grain.class);
        if (range.facts() > 0) {
            List<Fact> facts = Fact.read(handle, low, range.high());
            for (Grain grain : Grain.values()) {
                additions.put(grain, grain.additions(facts));
            }
        }
        return new Portion(range, additions);
    }
}
