package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.AccountNotFound;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.SlotId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The times of the week at which an account's queue sends.
@ApplicationScoped
public class QueueSlots {
    /// Two years, as far as a post may be planned.
    static final int WEEKS = 104;

    private static final int MOST = 200;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;
    private TimeOrderedIds ids;

    @Inject
    public QueueSlots(@AppDb Jdbi db, Permissions permissions, AuditTrail trail, TimeOrderedIds ids) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    QueueSlots() {}

    /// By account, weekday and time.
    @Transactional
    public List<QueueSlot> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> new QueueTable(handle, member, brand).slots());
    }

    /// Accounts whose queue is paused.
    @Transactional
    public Set<AccountId> paused(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> new QueueTable(handle, member, brand).paused());
    }

    /// Free times of the brand's queues in the next `weeks`, the soonest first.
    @Transactional
    public List<SlotTime> free(BrandId brand, int weeks) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> {
            QueueTable table = new QueueTable(handle, member, brand);
            List<QueueSlot> slots = table.slots();
            Instant now = table.now();
            List<SlotTime> free = new ArrayList<>();
            for (AccountId account :
                    slots.stream().map(QueueSlot::account).distinct().toList()) {
                Set<Instant> taken = table.taken(List.of(account), List.of());
                SlotTime.coming(
                                slots.stream()
                                        .filter(each -> each.account().equals(account))
                                        .toList(),
                                now,
                                weeks)
                        .stream()
                        .filter(each -> taken.add(each.due().at()))
                        .forEach(free::add);
            }
            free.sort(java.util.Comparator.comparing(each -> each.due().at()));
            return List.copyOf(free);
        });
    }

    /// The time that a post on these accounts would get if it were added to the queue now; another may be quicker.
    @Transactional
    public Optional<SlotTime> next(BrandId brand, Collection<AccountId> accounts) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> {
            QueueTable table = new QueueTable(handle, member, brand);
            List<QueueSlot> slots = table.slots().stream()
                    .filter(each -> accounts.contains(each.account()))
                    .toList();
            Set<Instant> taken = slots.isEmpty() ? Set.of() : table.taken(accounts, List.of());
            return SlotTime.coming(slots, table.now(), WEEKS).stream()
                    .filter(each -> !taken.contains(each.due().at()))
                    .findFirst();
        });
    }

    /// Adds a time on each of these weekdays; those that are there already stay as they are.
    ///
    /// @throws AccountNotFound when the account is not the brand's
    /// @throws WishNotPlausible beyond 200 times
    @Transactional
    public void add(BrandId brand, AccountId account, Set<DayOfWeek> days, LocalTime at, ZoneId zone) {
        MemberScope member = permissions.require(brand, Permission.PUBLISH);
        LocalTime minute = at.truncatedTo(ChronoUnit.MINUTES);
        db.useHandle(handle -> {
            requireAccount(handle, member, brand, account);
            QueueTable table = new QueueTable(handle, member, brand);
            table.lock(List.of(account));
            if (table.slots().size() + days.size() > MOST) {
                throw new WishNotPlausible("A brand has at most " + MOST + " queue times. Remove some first.");
            }
            days.stream().sorted().forEach(day -> insert(handle, member, brand, account, day, minute, zone));
            String detail = "{\"account\":\"" + account + "\",\"at\":\"" + minute + "\",\"days\":" + days.size() + "}";
            record(handle, member, brand, "queue.time-added", account, detail);
        });
    }

    private void insert(
            Handle handle,
            MemberScope member,
            BrandId brand,
            AccountId account,
            DayOfWeek day,
            LocalTime at,
            ZoneId zone) {
        handle.createUpdate("""
                        insert into queue_slot (workspace_id, id, brand_id, account_id, weekday, at, zone)
                        values (:workspace, :id, :brand, :account, :weekday, :at, :zone)
                        on conflict (workspace_id, account_id, weekday, at) do nothing
                        """)
                .bind("workspace", member.workspace())
                .bind("id", ids.next())
                .bind("brand", brand)
                .bind("account", account)
                .bind("weekday", day.getValue())
                .bind("at", at)
                .bind("zone", zone.getId())
                .execute();
    }

    /// Removes a time; posts that stand there keep it.
    ///
    /// @throws SlotNotFound when there is none that the member may see
    @Transactional
    public void remove(SlotId slot) {
        MemberScope scope = permissions.requireScope("write");
        db.useHandle(handle -> {
            BrandId brand = handle.createQuery(
                            "select brand_id from queue_slot where workspace_id = :workspace and id = :id")
                    .bind("workspace", scope.workspace())
                    .bind("id", slot)
                    .mapTo(BrandId.class)
                    .findOne()
                    .orElseThrow(() -> new SlotNotFound(slot));
            MemberScope member = requireSeen(brand, slot);
            handle.createUpdate("delete from queue_slot where workspace_id = :workspace and id = :id")
                    .bind("workspace", member.workspace())
                    .bind("id", slot)
                    .execute();
            record(handle, member, brand, "queue.time-removed", slot, "{}");
        });
    }

    private MemberScope requireSeen(BrandId brand, SlotId slot) {
        try {
            return permissions.require(brand, Permission.PUBLISH);
        } catch (BrandNotFound unseen) {
            throw new SlotNotFound(slot);
        }
    }

    static void requireAccount(Handle handle, MemberScope member, BrandId brand, AccountId account) {
        boolean isThere = handle.createQuery("""
                        select exists (select from social_account
                          where workspace_id = :workspace and brand_id = :brand and id = :account)
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("account", account)
                .mapTo(Boolean.class)
                .one();
        if (!isThere) {
            throw new AccountNotFound(account);
        }
    }

    private void record(
            Handle handle,
            MemberScope member,
            BrandId brand,
            String action,
            org.gazouillis.kernel.TypedId subject,
            String detail) {
        trail.record(handle, new AuditEntry(member.workspace(), member.member(), brand, action, subject, detail));
    }
}
