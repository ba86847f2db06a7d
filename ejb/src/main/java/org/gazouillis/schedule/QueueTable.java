package org.gazouillis.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// What the database knows of a brand's queues, within one transaction.
final class QueueTable {
    private final Handle handle;
    private final MemberScope member;
    private final BrandId brand;

    QueueTable(Handle handle, MemberScope member, BrandId brand) {
        this.handle = handle;
        this.member = member;
        this.brand = brand;
    }

    /// The one clock of every node.
    Instant now() {
        return handle.createQuery("select now()").mapTo(Instant.class).one();
    }

    /// Lets one deed after the other choose among the free times of these accounts. Publishing does not wait for it.
    void lock(Collection<AccountId> accounts) {
        handle.createQuery("""
                        select id from social_account
                        where workspace_id = :workspace and brand_id = :brand and id = any (:accounts)
                        order by id for no key update
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("accounts", numbers(accounts))
                .mapTo(Long.class)
                .list();
    }

    /// By account, weekday and time.
    List<QueueSlot> slots() {
        return handle.createQuery("""
                        select id, account_id as account, weekday::int as weekday, at, zone from queue_slot
                        where workspace_id = :workspace and brand_id = :brand
                        order by account_id, weekday, at, id
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(QueueSlot.class))
                .list();
    }

    Set<AccountId> paused() {
        return handle.createQuery(
                        "select account_id from queue_pause where workspace_id = :workspace and brand_id = :brand")
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .mapTo(AccountId.class)
                .set();
    }

    /// Instants to come at which something is planned on one of these accounts, except these posts themselves.
    Set<Instant> taken(Collection<AccountId> accounts, Collection<PostId> except) {
        return new HashSet<>(handle.createQuery("""
                        select due_at from post
                        where workspace_id = :workspace and brand_id = :brand and account_ids && :accounts
                          and state in ('SCHEDULED', 'CLAIMED') and due_at > now() and id <> all (:except)
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("accounts", numbers(accounts))
                .bind("except", except.stream().map(PostId::value).toArray(Long[]::new))
                .mapTo(Instant.class)
                .list());
    }

    /// Gives an occurrence of a slot to a post; what had it before and stands there no more lets go.
    void take(SlotTime time, PostId post) {
        handle.createUpdate("""
                        delete from slot_taken t
                        where t.workspace_id = :workspace and t.account_id = :account
                          and (t.slot_id = :slot and t.local_date = :date or t.due_at = :due)
                          and not exists (select from post p where p.workspace_id = t.workspace_id and p.id = t.post_id
                                and p.due_at = t.due_at and p.state in ('SCHEDULED', 'CLAIMED') and p.id <> :post)
                        """)
                .bind("workspace", member.workspace())
                .bind("account", time.slot().account())
                .bind("slot", time.slot().id())
                .bind("date", time.date())
                .bind("due", time.due().at())
                .bind("post", post)
                .execute();
        handle.createUpdate("""
                        insert into slot_taken (workspace_id, slot_id, local_date, brand_id, account_id, post_id, due_at)
                        values (:workspace, :slot, :date, :brand, :account, :post, :due)
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("account", time.slot().account())
                .bind("slot", time.slot().id())
                .bind("date", time.date())
                .bind("due", time.due().at())
                .bind("post", post)
                .execute();
    }

    static Long[] numbers(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }
}
