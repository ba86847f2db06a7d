package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// All brands that the member sees, those with trouble first, then those that wait for somebody, then by name.
@ApplicationScoped
public class Overviews {
    private static final Comparator<BrandOverview> TROUBLE_FIRST = Comparator.comparing(
                    (BrandOverview brand) -> -brand.attention().trouble())
            .thenComparing(brand -> -brand.attention().waiting())
            .thenComparing(BrandOverview::name, String.CASE_INSENSITIVE_ORDER);

    private final Jdbi db;
    private final CurrentMember current;
    private final Clock clock;

    @Inject
    public Overviews(@AppDb Jdbi db, CurrentMember current, Clock clock) {
        this.db = db;
        this.current = current;
        this.clock = clock;
    }

    Overviews() {
        this(Jdbi.create("jdbc:none"), new CurrentMember(), Clock.systemUTC());
    }

    /// One query, whatever the number of brands.
    @Transactional
    public List<BrandOverview> read() {
        MemberScope scope = current.require();
        return db
                .withHandle(handle -> handle.createQuery("""
                        with mine as (
                          select b.workspace_id, b.id, b.handle, b.name, b.zone, b.colour,
                            (:now at time zone b.zone)::date as today,
                            date_trunc('day', :now at time zone b.zone) at time zone b.zone as starts,
                            (date_trunc('day', :now at time zone b.zone) + interval '1 day') at time zone b.zone as ends
                          from brand b where b.workspace_id = :workspace and b.id = any (:brands))
                        select b.id, b.handle, b.name, b.zone, b.colour, t.failed, t.missed, t.held, t.waiting,
                          d.queued, d.states, n.due_at as next_at, n.text as next_text, n.lang as next_lang,
                          v.impressions, w.later as later_that_day
                        from mine b
                        cross join lateral (
                          select count(*) filter (where state = 'FAILED') as failed,
                            count(*) filter (where state = 'MISSED') as missed,
                            count(*) filter (where state = 'HELD') as held,
                            count(*) filter (where state = 'IN_REVIEW') as waiting
                          from post where workspace_id = b.workspace_id and brand_id = b.id
                            and state in ('FAILED', 'MISSED', 'HELD', 'IN_REVIEW')) t
                        cross join lateral (
                          select count(*) filter (where state in ('SCHEDULED', 'CLAIMED')) as queued,
                            trim_array(array_agg(state order by due_at, id), greatest(count(*) - 12, 0)::int) as states
                          from post where workspace_id = b.workspace_id and brand_id = b.id
                            and due_at >= b.starts and due_at < b.ends and state not in ('DRAFT', 'CANCELLED')) d
                        left join lateral (
                          select due_at, text, lang from post where workspace_id = b.workspace_id and brand_id = b.id
                            and state = 'SCHEDULED' and due_at >= :now order by due_at, id limit 1) n on true
                        cross join lateral (
                          select array_agg(coalesce(k.views, 0)::bigint order by given.day) as impressions
                          from generate_series(b.today - 13, b.today, interval '1 day') as given(day)
                          left join day_bucket k on k.workspace_id = b.workspace_id and k.brand_id = b.id
                            and k.dimension = 'BRAND' and k.subject_id = b.id and k.day = given.day::date) v
                        cross join lateral (
                          select coalesce(sum(views), 0) as later from quarter_bucket
                          where workspace_id = b.workspace_id and brand_id = b.id and dimension = 'BRAND'
                            and subject_id = b.id and quarter < b.ends - interval '7 days'
                            and quarter >= :now::timestamptz - interval '7 days') w
                        """)
                        .bind("now", clock.instant())
                        .bind("workspace", scope.workspace())
                        .bind(
                                "brands",
                                scope.roles().keySet().stream()
                                        .mapToLong(BrandId::value)
                                        .toArray())
                        .map(Sql.row(Row.class))
                        .map(Row::overview)
                        .list())
                .stream()
                .sorted(TROUBLE_FIRST)
                .toList();
    }

    record Row(
            BrandId id,
            String handle,
            String name,
            String zone,
            String colour,
            int failed,
            int missed,
            int held,
            int waiting,
            int queued,
            String @Nullable [] states,
            @Nullable Instant nextAt,
            @Nullable String nextText,
            @Nullable String nextLang,
            Long[] impressions,
            long laterThatDay) {
        BrandOverview overview() {
            return new BrandOverview(
                    id,
                    handle,
                    name,
                    ZoneId.of(zone),
                    colour,
                    new BrandOverview.Attention(failed, missed, held, waiting),
                    queued,
                    states == null ? List.of() : Arrays.asList(states),
                    nextAt,
                    nextText,
                    nextLang,
                    Arrays.asList(impressions),
                    laterThatDay);
        }
    }
}
