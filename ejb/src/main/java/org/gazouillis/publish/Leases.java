package org.gazouillis.publish;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gazouillis.compose.QuietPeriod;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.network.Network;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/// Takes publications for this node: of each account only the oldest that is open, so that what was planned in an
/// order comes there in that order, a thread's parts among it. One statement and one commit; what it took is
/// `SENDING` (or being looked up), with the try written down, before anybody calls the network. Fence and lateness
/// are asked in the same statement.
final class Leases {
    /// A thread that was begun is brought to its end, however late it is.
    static final String LATE = "(p.late_policy <> 'SEND_LATE' and u.part = 1 and now() - u.due_at > p.max_lateness)";

    private static final String SQL = """
            with head as materialized (
              select a.id as account_id, u.id
              from social_account a
              cross join lateral (
                select * from publication o where o.account_id = a.id and o.state in ('DUE', 'SENDING', 'UNKNOWN')
                order by o.due_at, o.id limit 1) u
              join post p on p.id = u.post_id
              where a.profile_id is null and a.network = :network and a.state = 'ACTIVE'
                and coalesce(a.paused_until, '-infinity') <= now()
                and u.state in ('DUE', 'UNKNOWN') and u.next_at <= now() and u.lease_until is null
                and (u.state = 'UNKNOWN' or not (%s or %s) and (
                  select coalesce(sum(spent.statuses), 0) from (
                    select greatest(1, cardinality(s.part_ids)) as statuses from publication s
                    where s.account_id = a.id and s.remote_id is not null
                      and s.published_at > now() - :per * interval '1 millisecond' limit :posts) spent) < :posts) %s
              order by u.next_at, u.id limit :batch),
            free as materialized (
              select p.id from publication p join head h on h.id = p.id
              where p.state in ('DUE', 'UNKNOWN') and p.next_at <= now() and p.lease_until is null
              for update of p skip locked),
            leased as (
              update publication u
              set state = case u.state when 'DUE' then 'SENDING' else 'UNKNOWN' end,
                  fence = u.fence + 1, lease_until = now() + :lease * interval '1 millisecond',
                  attempts = u.attempts + (u.state = 'DUE')::int, looks = u.looks + (u.state = 'UNKNOWN')::int,
                  steps = case when :stepwise then 1 + coalesce(jsonb_array_length(u.parts), 0) else 1 end,
                  sent_at = case when u.state = 'DUE' and u.unknowns = 0 then now() else coalesce(u.sent_at, now()) end
              from free where u.id = free.id
              returning u.*, case u.state when 'SENDING' then 'SEND' else 'LOOK' end as kind,
                        case when u.part = 1 then u.text else u.parts -> (u.part - 2) ->> 'text' end as words),
            numbered as materialized (
              select l.*, id_plus(:first, row_number() over (order by l.id)) as attempt from leased l),
            begun as (
              insert into attempt (workspace_id, id, brand_id, publication_id, kind, started_at, content_hash, part)
              select workspace_id, attempt, brand_id, id, kind, now(), sha256(convert_to(words, 'UTF8')), part from numbered)
            select n.workspace_id, n.id, n.post_id, n.account_id, n.network, n.kind, n.fence, n.attempt, n.words as text,
                   n.lang, n.revision, n.sent_at, n.attempts, n.unknowns, n.absences, n.looks, n.part, n.steps,
                   n.attachments::text as attachments, n.parts::text as parts, n.part_ids, n.media_ids, n.media_ready,
                   x.endpoint, x.remote_id as remote_account, x.sealed,
                   array(select known.id from (
                           select o.remote_id, o.part_ids from publication o
                           where o.account_id = n.account_id and o.remote_id is not null and n.kind = 'LOOK'
                           order by o.published_at desc limit 500) there
                         cross join lateral unnest(array_append(there.part_ids, there.remote_id)) as known (id)) as others
            from numbered n
            left join account_access x on x.workspace_id = n.workspace_id and x.account_id = n.account_id
            """;
    /// What was claimed before a quiet period began waits for its end too.
    private static final String KEPT = FenceGate.OVER_PUBLICATION + " or " + QuietPeriod.OVER_POST;

    private static final String ANY = String.format(Locale.ROOT, SQL, KEPT, LATE, "");
    private static final String OF_ACCOUNT = String.format(Locale.ROOT, SQL, KEPT, LATE, "and a.id = :account");

    private final Jdbi db;
    private final TimeOrderedIds ids;
    private final Duration lease;

    Leases(Jdbi db, TimeOrderedIds ids, Duration lease) {
        this.db = db;
        this.ids = ids;
        this.lease = lease;
    }

    /// At most so many of that network, from as many accounts that have not spent their budget.
    List<Delivery> take(Network network, int most) {
        return db.inTransaction(handle -> {
            FenceGate.pass(handle);
            return bound(handle.createQuery(ANY), network, most).list();
        });
    }

    /// The account's next, if there is one; none or one.
    List<Delivery> takeNext(Network network, AccountId account) {
        return db.inTransaction(handle -> {
            FenceGate.pass(handle);
            return bound(handle.createQuery(OF_ACCOUNT).bind("account", account), network, 1)
                    .list();
        });
    }

    private ResultIterable<Delivery> bound(Query query, Network network, int most) {
        return query.bind("network", network.key())
                .bind("posts", network.budget().posts())
                .bind("per", network.budget().per().toMillis())
                .bind("stepwise", network.stepwise())
                .bind("batch", most)
                .bind("lease", lease.toMillis())
                .bind("first", ids.reserve(most + 1))
                .map(Sql.row(Delivery.class));
    }
}
