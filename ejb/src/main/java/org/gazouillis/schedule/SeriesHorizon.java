package org.gazouillis.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gazouillis.compose.GapRule;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes posts of what series will say, up to a horizon, within one transaction that has the series' rows. One
/// statement for any number of series: an occurrence becomes a post only if its row is new, and one whose time has
/// passed becomes a row that says so and never a post, so that no downtime ends in a flood.
final class SeriesHorizon {
    /// Series are planned again when less than this lies ahead of them ...
    static final Duration NEAR = Duration.ofDays(60);

    /// ... up to here.
    static final Duration FAR = Duration.ofDays(90);

    /// Of one series at once; the rest comes with the next turn.
    static final int MOST = 2_000;

    private final Handle handle;
    private final TimeOrderedIds ids;

    SeriesHorizon(Handle handle, TimeOrderedIds ids) {
        this.handle = handle;
        this.ids = ids;
    }

    /// @param spare posts by day which may be given a new time instead of making new ones
    /// @return the posts that stand in the schedule by this
    List<PostId> fill(List<Ahead> series, Map<LocalDate, Deque<PostId>> spare) {
        Instant now = handle.createQuery("select now()").mapTo(Instant.class).one();
        List<Wanted> wanted = new ArrayList<>();
        Map<Ahead, LocalDateTime> through = new HashMap<>();
        for (Ahead each : series) {
            LocalDateTime far = LocalDateTime.ofInstant(now.plus(FAR), each.zone());
            List<LocalDateTime> found = each.usable().between(each.plannedThrough(), far, MOST);
            found.forEach(local -> wanted.add(each.wanted(local, spare)));
            through.put(each, found.size() == MOST ? found.getLast() : far);
        }
        List<PostId> planned = wanted.isEmpty() ? List.of() : insert(wanted);
        remember(through);
        return planned;
    }

    private List<PostId> insert(List<Wanted> wanted) {
        return handle.createQuery("""
                        with wanted as (
                          select * from unnest(:series::bigint[], :locals::timestamp[], :instants::timestamptz[],
                                               :spares::bigint[], :noDays::boolean[])
                            with ordinality as w (series_id, local_at, at, spare, no_day, n)),
                        judged as materialized (
                          select w.*, s.workspace_id, s.brand_id,
                                 case when w.no_day then 'no such day'
                                      when w.at <= now() then 'past'
                                      when s.spares_days_off and exists (select from day_off d
                                        where d.workspace_id = s.workspace_id and d.brand_id = s.brand_id
                                          and d.day = w.local_at::date) then 'day off' end as reason,
                                 coalesce(w.spare, id_plus(:first, w.n - 1)) as post_id
                          from wanted w join series s on s.id = w.series_id),
                        fresh as (
                          insert into series_occurrence (workspace_id, series_id, local_date, slot, brand_id, state,
                                                         reason, post_id)
                          select workspace_id, series_id, local_at::date, local_at::time, brand_id,
                                 case when reason is null then 'PLANNED' else 'SKIPPED' end, reason,
                                 case when reason is null then post_id end
                          from judged on conflict do nothing returning post_id),
                        planned as materialized (
                          select j.post_id, j.at, j.local_at, j.spare, j.n, s.* from judged j
                          join fresh f on f.post_id = j.post_id join series s on s.id = j.series_id),
                        made as (
                          insert into post (workspace_id, id, brand_id, campaign_id, author_id, account_ids, text, lang,
                                            hashtags, mentions, urls, state, due_at, local_at, zone, gap_rule, late_policy,
                                            content_hash, created_at, updated_at)
                          select workspace_id, post_id, brand_id, campaign_id, author_id, account_ids, text, lang,
                                 hashtags, mentions, urls, 'SCHEDULED', at, local_at, zone, gap_rule, 'DROP',
                                 content_hash, now(), now() from planned where spare is null),
                        moved as (
                          update post p
                          set due_at = n.at, local_at = n.local_at, zone = n.zone, gap_rule = n.gap_rule, text = n.text,
                              lang = n.lang, hashtags = n.hashtags, mentions = n.mentions, urls = n.urls,
                              account_ids = n.account_ids, campaign_id = n.campaign_id, content_hash = n.content_hash,
                              revision = p.revision + (p.content_hash <> n.content_hash)::int,
                              version = p.version + 1, updated_at = now()
                          from planned n where n.spare is not null and p.workspace_id = n.workspace_id and p.id = n.post_id),
                        written as (
                          insert into audit_entry (workspace_id, id, at, brand_id, action, subject, detail)
                          select workspace_id, id_plus(:first, :count + n - 1), now(), brand_id, 'post.planned-by-series',
                                 post_id, jsonb_build_object('series', id::text, 'dueAt', at) from planned)
                        select post_id from planned order by at, post_id
                        """)
                .bind(
                        "series",
                        wanted.stream().map(each -> each.series().value()).toArray(Long[]::new))
                .bind("locals", strings(wanted, each -> each.local().toString()))
                .bind("instants", strings(wanted, each -> each.at().toString()))
                .bind(
                        "spares",
                        wanted.stream()
                                .map(each -> each.spare() == null
                                        ? null
                                        : Long.valueOf(each.spare().value()))
                                .toArray(Long[]::new))
                .bind("noDays", wanted.stream().map(Wanted::noDay).toArray(Boolean[]::new))
                .bind("first", ids.reserve(2 * wanted.size()))
                .bind("count", wanted.size())
                .mapTo(PostId.class)
                .list();
    }

    private void remember(Map<Ahead, LocalDateTime> through) {
        List<Map.Entry<Ahead, LocalDateTime>> all = List.copyOf(through.entrySet());
        handle.createUpdate("""
                        update series s set planned_through = greatest(s.planned_through, f.through)
                        from unnest(:series::bigint[], :through::timestamp[]) as f (id, through) where s.id = f.id
                        """)
                .bind(
                        "series",
                        all.stream().map(each -> each.getKey().id().value()).toArray(Long[]::new))
                .bind(
                        "through",
                        all.stream().map(each -> each.getValue().toString()).toArray(String[]::new))
                .execute();
    }

    private static String[] strings(List<Wanted> wanted, Function<Wanted, String> each) {
        return wanted.stream().map(each).toArray(String[]::new);
    }

    /// The columns of a series that say how it goes on.
    static Optional<Ahead> ahead(Handle handle, SeriesId series) {
        return handle.createQuery("""
                        select id, rule, starts_at, zone, gap_rule, planned_through from series
                        where id = :series and state = 'ACTIVE'
                        """)
                .bind("series", series)
                .map(Sql.row(Ahead.class))
                .findOne();
    }

    /// A series that has something before it.
    record Ahead(
            SeriesId id,
            String rule,
            LocalDateTime startsAt,
            ZoneId zone,
            GapRule gapRule,
            LocalDateTime plannedThrough) {
        SeriesRule usable() {
            return SeriesRule.of(rule, startsAt, zone);
        }

        private Wanted wanted(LocalDateTime local, Map<LocalDate, Deque<PostId>> spare) {
            Deque<PostId> ofDay = spare.get(local.toLocalDate());
            return new Wanted(
                    id,
                    local,
                    PublishTime.of(local, zone, gapRule).due().at(),
                    ofDay == null ? null : ofDay.poll(),
                    PublishTime.isOnNoDay(local, zone.getRules()));
        }
    }

    private record Wanted(
            SeriesId series,
            LocalDateTime local,
            Instant at,
            @Nullable PostId spare,
            boolean noDay) {}
}
