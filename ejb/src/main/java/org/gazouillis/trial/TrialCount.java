package org.gazouillis.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.TrialMeasure;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// Counts the people of trials from the facts, all trials in one reading.
///
/// A person belongs to the text that was for them when they saw the status first. They are counted when an hour
/// has gone by since, so that what is said of a person never changes. Visitors who came without a cookie belong
/// to neither.
final class TrialCount {
    static final Duration RIPE = Duration.ofHours(1);

    private static final String SQL = """
            with tried as (
              select status_id, key, share, measure, began_at from trial where status_id = any (:statuses)),
            facts as materialized (
              select e.status_id, e.person_no, e.anonymous, e.kind, e.at, t.measure
              from engagement e join tried t on t.status_id = e.status_id and e.at >= t.began_at
              where e.status_id = any (:statuses) and e.at >= :from and e.at < :as_of),
            seen as (
              select status_id, person_no, anonymous, min(at) as at from facts where kind = 'VIEW'
              group by status_id, person_no, anonymous),
            done as (
              select f.status_id, f.person_no, f.anonymous, min(f.at) as at
              from facts f join unnest(:measures, :kinds) as k (measure, kind)
                on k.measure = f.measure and k.kind = f.kind
              group by f.status_id, f.person_no, f.anonymous),
            people as (
              select s.status_id, coalesce(d.at < s.at + cast(:ripe as interval), false) as acted,
                     case when s.anonymous then v.second else shows_second(t.key, t.share, 'm' || p.id) end as second
              from seen s join tried t on t.status_id = s.status_id
              left join done d on d.status_id = s.status_id and d.person_no = s.person_no and d.anonymous = s.anonymous
              left join variant_visitor v on s.anonymous and v.status_id = s.status_id and v.person_no = s.person_no
              left join profile p on not s.anonymous and p.person_no = s.person_no
              where s.at <= cast(:as_of as timestamptz) - cast(:ripe as interval))
            select status_id,
                   count(*) filter (where not second) as people_a,
                   count(*) filter (where not second and acted) as acted_a,
                   count(*) filter (where second) as people_b,
                   count(*) filter (where second and acted) as acted_b
            from people group by status_id
            """;

    private TrialCount() {}

    /// Trials that nobody has seen are missing.
    ///
    /// @param trials the oldest first
    static Map<StatusId, ArmCounts> of(Handle handle, List<RunningTrial> trials, Instant asOf) {
        Map<StatusId, ArmCounts> counts = new HashMap<>();
        if (trials.isEmpty()) {
            return counts;
        }
        List<String> measures = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (TrialMeasure measure : TrialMeasure.values()) {
            measure.kinds().forEach(kind -> {
                measures.add(measure.name());
                kinds.add(kind);
            });
        }
        Long[] statuses = trials.stream().map(each -> each.statusId().value()).toArray(Long[]::new);
        handle.createQuery(SQL)
                .bind("statuses", statuses)
                .bind("from", trials.getFirst().beganAt())
                .bind("as_of", asOf)
                .bind("ripe", RIPE.toString())
                .bind("measures", measures.toArray(String[]::new))
                .bind("kinds", kinds.toArray(String[]::new))
                .map(Sql.row(Row.class))
                .forEach(row -> counts.put(row.statusId(), row.counts()));
        return counts;
    }

    record Row(StatusId statusId, ArmCounts counts) {}
}
