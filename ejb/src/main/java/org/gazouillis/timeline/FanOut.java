package org.gazouillis.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gazouillis.microblog.TimelineFacts;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxHandler;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Writes new statuses of small authors into the homes of their active followers, a whole batch of facts by one
/// `insert … select`, and takes removed ones out again. A new follower gets the author's last statuses, who stops
/// following loses them. One's own statuses are not written: they are merged at read, so that they are there at once.
// Each statement looks at the present state, so that facts may come twice or late.
@ApplicationScoped
public class FanOut implements OutboxHandler {
    /// Home rows per transaction at most, when several statuses share one: readers see the first ones early.
    private static final int CHUNK = 50_000;
    private static final int BACK_FILL = 50;

    private final Jdbi db;
    private final Clock clock;

    @Inject
    public FanOut(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    FanOut() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    @Override
    public String name() {
        return "home-fan-out";
    }

    @Override
    public Set<String> kinds() {
        return TimelineFacts.KINDS;
    }

    @Override
    public void handle(List<OutboxEvent> batch) {
        Long[] facts = batch.stream().map(OutboxEvent::id).toArray(Long[]::new);
        for (List<Long> statuses : chunks(facts)) {
            db.useTransaction(handle -> spread(handle, statuses));
        }
        db.useTransaction(handle -> {
            withdraw(handle, facts);
            backFill(handle, facts);
            part(handle, facts);
        });
    }

    private List<List<Long>> chunks(Long[] facts) {
        List<List<Long>> chunks = new ArrayList<>();
        int rows = 0;
        for (Load load : loads(facts)) {
            rows += load.homes();
            if (chunks.isEmpty() || rows > CHUNK) {
                chunks.add(new ArrayList<>());
                rows = load.homes();
            }
            chunks.getLast().add(load.statusId());
        }
        return chunks;
    }

    private List<Load> loads(Long[] facts) {
        return db.withHandle(handle -> handle.createQuery("""
                        select s.id as status_id, case when c.large then 0 else coalesce(c.followers, 0) end as homes
                        from outbox o join status s on s.id = o.subject
                        left join profile_count c on c.profile_id = s.profile_id
                        where o.id = any (:facts) and o.kind in ('StatusPosted', 'StatusReposted')
                        order by s.id
                        """)
                .bind("facts", facts)
                .map(Sql.row(Load.class))
                .list());
    }

    private void spread(Handle handle, List<Long> statuses) {
        handle.createUpdate("""
                        with fresh as (
                          select s.id, s.profile_id, coalesce(c.large, false) as large
                          from status s left join profile_count c on c.profile_id = s.profile_id
                          where s.id = any (:statuses) and s.removed_at is null)
                        insert into home (viewer_id, status_id)
                        select f.follower_id, fresh.id from fresh
                        join follow f on f.author_id = fresh.profile_id
                        join profile p on p.id = f.follower_id and p.active_at >= :since
                        where not fresh.large
                        on conflict do nothing
                        """)
                .bind("statuses", statuses.toArray(Long[]::new))
                .bind("since", clock.instant().minus(Homecoming.AWAY))
                .execute();
    }

    private static void withdraw(Handle handle, Long[] facts) {
        handle.createUpdate("""
                        delete from home h using (
                          select o.subject as status_id, v.viewer_id
                          from outbox o
                          cross join lateral (
                            select follower_id as viewer_id from follow
                            where author_id = (o.payload ->> 'profile')::bigint) v
                          where o.id = any (:facts) and o.kind = 'StatusRemoved') gone
                        where h.viewer_id = gone.viewer_id and h.status_id = gone.status_id
                        """).bind("facts", facts).execute();
    }

    private static void backFill(Handle handle, Long[] facts) {
        handle.createUpdate("""
                        insert into home (viewer_id, status_id)
                        select f.follower_id, s.id
                        from outbox o
                        join follow f on f.author_id = o.subject and f.follower_id = (o.payload ->> 'follower')::bigint
                        left join profile_count c on c.profile_id = f.author_id
                        cross join lateral (
                          select id from status where profile_id = f.author_id and removed_at is null
                          order by id desc limit :rows) s
                        where o.id = any (:facts) and o.kind = 'Followed' and c.large is not true
                        on conflict do nothing
                        """).bind("facts", facts).bind("rows", BACK_FILL).execute();
    }

    private static void part(Handle handle, Long[] facts) {
        handle.createUpdate("""
                        delete from home h using (
                          select o.subject as author_id, (o.payload ->> 'follower')::bigint as viewer_id
                          from outbox o where o.id = any (:facts) and o.kind = 'Unfollowed') parted, status s
                        where h.viewer_id = parted.viewer_id and s.id = h.status_id and s.profile_id = parted.author_id
                          and not exists (select from follow f
                                          where f.author_id = parted.author_id and f.follower_id = parted.viewer_id)
                        """).bind("facts", facts).execute();
    }

    record Load(long statusId, int homes) {}
}
