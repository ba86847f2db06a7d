package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Stops an account's queue and lets it run again. While it is paused the claim keeps back what comes due on the
/// account. When it runs again nothing comes in a flood: the queue closes up, in its order, on its times to come.
/// What had a time of its own that passed meanwhile stays back for a person.
@ApplicationScoped
public class QueuePause {
    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;

    @Inject
    public QueuePause(@AppDb Jdbi db, Permissions permissions, AuditTrail trail) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    QueuePause() {}

    /// Nothing of the account goes out any more from the commit on; pausing twice is pausing once.
    @Transactional
    public void pause(BrandId brand, AccountId account) {
        MemberScope member = permissions.require(brand, Permission.PUBLISH);
        db.useHandle(handle -> {
            QueueSlots.requireAccount(handle, member, brand, account);
            int fresh = handle.createUpdate("""
                            insert into queue_pause (workspace_id, account_id, brand_id, paused_by)
                            values (:workspace, :account, :brand, :member) on conflict do nothing
                            """)
                    .bind("workspace", member.workspace())
                    .bind("account", account)
                    .bind("brand", brand)
                    .bind("member", member.member())
                    .execute();
            if (fresh > 0) {
                record(handle, member, brand, "queue.paused", account, 0);
            }
        });
    }

    /// Lets the queue run again; gives how many posts found a new time.
    @Transactional
    public int resume(BrandId brand, AccountId account) {
        MemberScope member = permissions.require(brand, Permission.PUBLISH);
        return db.withHandle(handle -> {
            QueueSlots.requireAccount(handle, member, brand, account);
            QueueTable table = new QueueTable(handle, member, brand);
            table.lock(List.of(account));
            int ended = handle.createUpdate("""
                            delete from queue_pause
                            where workspace_id = :workspace and brand_id = :brand and account_id = :account
                            """)
                    .bind("workspace", member.workspace())
                    .bind("brand", brand)
                    .bind("account", account)
                    .execute();
            int moved = ended == 0 ? 0 : closeUp(handle, member, table, account);
            if (ended > 0) {
                record(handle, member, brand, "queue.resumed", account, moved);
            }
            return moved;
        });
    }

    /// Seats everything that is in the queue, kept back or still to come, in its order on the times to come. A queue
    /// that nothing was kept back in stays as it is.
    private static int closeUp(Handle handle, MemberScope member, QueueTable table, AccountId account) {
        List<PostId> waiting = waiting(handle, member, account);
        int moved = 0;
        if (!waiting.isEmpty()) {
            Instant now = table.now();
            List<QueueSlot> slots = table.slots().stream()
                    .filter(each -> each.account().equals(account))
                    .toList();
            Set<Instant> taken = table.taken(List.of(account), waiting);
            List<SlotTime> free = SlotTime.coming(slots, now, QueueSlots.WEEKS).stream()
                    .filter(each -> taken.add(each.due().at()))
                    .limit(waiting.size())
                    .toList();
            moved = free.size();
            seat(handle, member, table, waiting.subList(0, moved), free);
        }
        return moved;
    }

    private static List<PostId> waiting(Handle handle, MemberScope member, AccountId account) {
        return handle.createQuery("""
                        with queued as (
                          select p.id, p.due_at, p.state from slot_taken t
                          join post p on p.workspace_id = t.workspace_id and p.id = t.post_id and p.due_at = t.due_at
                          where t.workspace_id = :workspace and t.account_id = :account
                            and (p.state = 'SCHEDULED' and p.due_at > now() or p.state = 'HELD' and p.failure = 'paused')
                          order by p.id for update of p)
                        select id from queued
                        where exists (select from queued where state = 'HELD') order by due_at, id
                        """)
                .bind("workspace", member.workspace())
                .bind("account", account)
                .mapTo(PostId.class)
                .list();
    }

    private static void seat(
            Handle handle, MemberScope member, QueueTable table, List<PostId> posts, List<SlotTime> times) {
        handle.createUpdate("delete from slot_taken where workspace_id = :workspace and post_id = any (:posts)")
                .bind("workspace", member.workspace())
                .bind("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .execute();
        handle.createUpdate("""
                        update post p set state = 'SCHEDULED', failure = null, due_at = f.due_at, local_at = f.local_at,
                               zone = f.zone, gap_rule = 'EARLIER_OFFSET', version = p.version + 1, updated_at = now()
                        from unnest(:posts::bigint[], :dues::timestamptz[], :locals::timestamp[], :zones::text[])
                          as f (id, due_at, local_at, zone)
                        where p.workspace_id = :workspace and p.id = f.id
                        """)
                .bind("workspace", member.workspace())
                .bind("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .bind("dues", strings(times, each -> each.due().at().toString()))
                .bind("locals", strings(times, each -> each.due().local().toString()))
                .bind("zones", strings(times, each -> each.due().zone().getId()))
                .execute();
        for (int i = 0; i < posts.size(); i++) {
            table.take(times.get(i), posts.get(i));
        }
    }

    private static String[] strings(List<SlotTime> times, java.util.function.Function<SlotTime, String> each) {
        return times.stream().map(each).toArray(String[]::new);
    }

    private void record(Handle handle, MemberScope member, BrandId brand, String action, AccountId account, int moved) {
        trail.record(
                handle,
                new AuditEntry(
                        member.workspace(), member.member(), brand, action, account, "{\"moved\":" + moved + "}"));
    }
}
