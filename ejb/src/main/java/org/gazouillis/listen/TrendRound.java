package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/// Computes every minute which hashtags trend.
///
/// Counted are authors, not posts: whoever says one a thousand times is one author. The last 24 hours are compared
/// with what is usual in a day, the mean of the seven days before; the order is that of `(authors - usual) /
/// sqrt(usual + 1)`, by how much it exceeds what chance alone brings when counts are Poisson's. Below three authors
/// nothing trends. The usual changes slowly and is counted anew every hour.
@ApplicationScoped
public class TrendRound implements Tick {
    private static final int LEAST_AUTHORS = 3;
    private static final int PLACES = 10;
    private static final int DAYS = 7;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration USUAL_KEPT = Duration.ofHours(1);

    /// Who used which hashtag and when (milliseconds since 1970): in everything public, by language and all together;
    /// and in what a brand's accounts say, what mentions or answers them, and what was imported for it.
    private static final String SAID = """
            with tagged as (
              select s.id, s.profile_id, s.lang, s.in_reply_to, lower(t.tag) as tag, s.id >> 16 as at
              from status s cross join lateral unnest(s.hashtags) t (tag)
              where s.id >= :from and s.id < :to and s.removed_at is null and s.repost_of is null and s.hashtags <> '{}'),
            own as (
              select a.workspace_id, a.brand_id, t.tag, t.profile_id, t.at
              from tagged t join social_account a on a.profile_id = t.profile_id
              union
              select a.workspace_id, a.brand_id, t.tag, t.profile_id, t.at
              from tagged t join mention_status m on m.status_id = t.id join social_account a on a.profile_id = m.profile_id
              union
              select a.workspace_id, a.brand_id, t.tag, t.profile_id, t.at
              from tagged t join status p on p.id = t.in_reply_to join social_account a on a.profile_id = p.profile_id),
            said as (
              select 0::bigint as workspace_id, 0::bigint as brand_id, l.lang, t.tag, t.profile_id::text as author, t.at
              from tagged t cross join lateral (values (''), (split_part(lower(t.lang), '-', 1))) l (lang)
              union all
              select workspace_id, brand_id, '', tag, profile_id::text, at from own
              union all
              select i.workspace_id, i.brand_id, '', lower(t.tag), coalesce('@' || lower(i.author), ''),
                     (extract(epoch from i.created_at) * 1000)::bigint
              from imported_status i cross join lateral unnest(i.hashtags) t (tag)
              where i.created_at >= :since and i.created_at < :until and i.hashtags <> '{}')
            """;
    /// Authors of each day are counted apart, and the days added up.
    private static final String USUAL = """
            insert into trend_usual (workspace_id, brand_id, lang, tag, authors)
            """ + SAID + """
            select workspace_id, brand_id, lang, tag, count(distinct (author, (at - (:from >> 16)) / 86400000)) / :days
            from said group by workspace_id, brand_id, lang, tag
            """;
    private static final String NOW = SAID + """
            , counted as (
              select workspace_id, brand_id, lang, tag, count(distinct author)::int as authors
              from said group by workspace_id, brand_id, lang, tag having count(distinct author) >= :least),
            placed as (
              select c.*, coalesce(u.authors, 0) as usual,
                     row_number() over (partition by c.workspace_id, c.brand_id, c.lang
                       order by (c.authors - coalesce(u.authors, 0)) / sqrt(coalesce(u.authors, 0) + 1) desc, c.tag)::int as place
              from counted c left join trend_usual u using (workspace_id, brand_id, lang, tag)
              where c.authors > coalesce(u.authors, 0)),
            everywhere as (
              insert into trend (lang, place, tag, authors, usual, computed_at)
              select lang, place, tag, authors, usual, cast(:until as timestamptz) from placed where brand_id = 0 and place <= :places)
            insert into brand_trend (workspace_id, brand_id, place, tag, authors, usual, computed_at)
            select workspace_id, brand_id, place, tag, authors, usual, cast(:until as timestamptz)
            from placed where brand_id <> 0 and place <= :places
            """;

    private Jdbi db;
    private Clock clock;

    @Inject
    public TrendRound(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    TrendRound() {}

    @Override
    public String name() {
        return "listen-trends";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        Instant yesterday = now.minus(DAY);
        db.useTransaction(handle -> {
            if (isStale(handle, now)) {
                handle.execute("delete from trend_usual");
                between(handle.createUpdate(USUAL), yesterday.minus(DAY.multipliedBy(DAYS)), yesterday)
                        .bind("days", (double) DAYS)
                        .execute();
                handle.execute("update trend_round set usual_at = ?", now);
            }
            handle.execute("delete from trend");
            handle.execute("delete from brand_trend");
            between(handle.createUpdate(NOW), yesterday, now)
                    .bind("least", LEAST_AUTHORS)
                    .bind("places", PLACES)
                    .execute();
        });
    }

    private static boolean isStale(Handle handle, Instant now) {
        return handle.createQuery("select usual_at < :before or usual_at > :now from trend_round for update")
                .bind("before", now.minus(USUAL_KEPT))
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }

    private static Update between(Update statement, Instant from, Instant to) {
        return statement
                .bind("from", TimeOrderedIds.floor(from))
                .bind("to", TimeOrderedIds.floor(to))
                .bind("since", from)
                .bind("until", to);
    }
}
