package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxHandler;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Keeps what can be counted or looked up again from statuses and follows, whoever wrote those: the figures of
/// profiles, and the hashtag and mention rows. It recounts, so a fact that comes twice does no harm.
///
/// An author with [#LARGE_AUTHOR] followers becomes large and stays so, because statuses from that time on are not
/// written into homes.
@ApplicationScoped
public class Bookkeeper implements OutboxHandler {
    /// Followers from which on home timelines merge an author's statuses when read (setting
    /// `gazouillis.timeline.large`). Source of 10,000: data.md section 3.
    public static final int LARGE_AUTHOR = Integer.getInteger("gazouillis.timeline.large", 10_000);

    private final Jdbi db;
    private final int large;

    @Inject
    public Bookkeeper(@WorkerDb Jdbi db) {
        this(db, LARGE_AUTHOR);
    }

    public Bookkeeper(Jdbi db, int large) {
        this.db = db;
        this.large = large;
    }

    Bookkeeper() {
        this(Jdbi.create("jdbc:none"), LARGE_AUTHOR);
    }

    @Override
    public String name() {
        return "microblog-books";
    }

    @Override
    public Set<String> kinds() {
        return TimelineFacts.KINDS;
    }

    @Override
    public void handle(List<OutboxEvent> batch) {
        Long[] facts = batch.stream().map(OutboxEvent::id).toArray(Long[]::new);
        db.useTransaction(handle -> {
            // One recount at a time: of two, the older could otherwise be written last.
            handle.execute("select pg_advisory_xact_lock(hashtext(?))", name());
            keepTags(handle, facts);
            countStatuses(handle, facts);
            countFollows(handle, facts);
        });
    }

    private static void keepTags(Handle handle, Long[] facts) {
        handle.createUpdate("""
                        with posted as (
                          select s.id, s.hashtags, s.mentions from outbox o join status s on s.id = o.subject
                          where o.id = any (:facts) and o.kind = 'StatusPosted' and s.removed_at is null),
                        mentioned as (
                          insert into mention_status (profile_id, status_id)
                          select p.id, posted.id from posted cross join unnest(posted.mentions) as m (handle)
                          join profile p on lower(p.handle) = m.handle on conflict do nothing)
                        insert into hashtag_status (tag, status_id)
                        select unnest(hashtags), id from posted on conflict do nothing
                        """).bind("facts", facts).execute();
    }

    private static void countStatuses(Handle handle, Long[] facts) {
        handle.createUpdate("""
                        insert into profile_count (profile_id, statuses)
                        select p.id, (select count(*) from status s where s.profile_id = p.id and s.removed_at is null)
                        from profile p
                        where p.id in (select (o.payload ->> 'profile')::bigint from outbox o
                                       where o.id = any (:facts) and o.kind like 'Status%')
                        order by p.id
                        on conflict (profile_id) do update set statuses = excluded.statuses
                        """).bind("facts", facts).execute();
    }

    private void countFollows(Handle handle, Long[] facts) {
        handle.createUpdate("""
                        insert into profile_count (profile_id, followers, following, large)
                        select p.id, n.followers, (select count(*) from follow where follower_id = p.id),
                               n.followers >= :large
                        from profile p
                        cross join lateral (select count(*) as followers from follow where author_id = p.id) n
                        where p.id in (select unnest(array[o.subject, (o.payload ->> 'follower')::bigint])
                                       from outbox o where o.id = any (:facts) and o.kind like '%ollowed')
                        order by p.id
                        on conflict (profile_id) do update
                        set followers = excluded.followers, following = excluded.following,
                            large = profile_count.large or excluded.large
                        """).bind("facts", facts).bind("large", large).execute();
    }
}
