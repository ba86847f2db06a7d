package org.gazouillis.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostComposer;
import org.gazouillis.compose.PostNotFound;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// "Add to queue": gives a post the next time that is a queue time of one of its accounts and at which none of its
/// accounts says anything else. Who comes at the same moment waits a moment and gets the time after it.
@ApplicationScoped
public class QueuePlanner {
    private PostComposer composer;
    private Jdbi db;
    private Permissions permissions;

    @Inject
    public QueuePlanner(PostComposer composer, @AppDb Jdbi db, Permissions permissions) {
        this.composer = composer;
        this.db = db;
        this.permissions = permissions;
    }

    @SuppressWarnings("NullAway.Init")
    QueuePlanner() {}

    /// Writes a post that is wanted in the queue and seats it; with the key of an earlier request, gives what that
    /// made.
    ///
    /// @throws QueueRefused when none of its accounts has a free queue time
    @Transactional
    public PostId enqueue(PostOrder order, @Nullable String key) {
        PostId post = composer.write(order, key);
        seat(post);
        return post;
    }

    /// Changes a post that is wanted in the queue and seats it, whatever time it had.
    ///
    /// @throws QueueRefused when none of its accounts has a free queue time
    @Transactional
    public void requeue(PostId post, PostChange change) {
        composer.change(post, change);
        seat(post);
    }

    private void seat(PostId post) {
        db.useHandle(handle -> {
            Seat seat = seat(handle, post);
            if (seat.state().equals("DRAFT")) {
                MemberScope member = permissions.require(seat.brandId(), Permission.PUBLISH);
                QueueTable table = new QueueTable(handle, member, seat.brandId());
                table.lock(seat.accounts());
                List<SlotTime> chosen = choose(table, seat.accounts(), post);
                composer.change(
                        post, PostChange.replan(Plan.at(chosen.getFirst().due())));
                chosen.forEach(time -> table.take(time, post));
            }
        });
    }

    private Seat seat(Handle handle, PostId post) {
        return handle.createQuery(
                        "select brand_id, state, account_ids from post where workspace_id = :workspace and id = :post")
                .bind("workspace", permissions.requireScope("write").workspace())
                .bind("post", post)
                .map(Sql.row(Seat.class))
                .findOne()
                .orElseThrow(() -> new PostNotFound(post));
    }

    /// The first free instant, as the occurrence of a slot on each account that has one then.
    private static List<SlotTime> choose(QueueTable table, List<AccountId> accounts, PostId post) {
        List<QueueSlot> slots = table.slots().stream()
                .filter(each -> accounts.contains(each.account()))
                .toList();
        Set<Instant> taken = table.taken(accounts, List.of(post));
        List<SlotTime> coming = SlotTime.coming(slots, table.now(), QueueSlots.WEEKS);
        Instant first = coming.stream()
                .map(each -> each.due().at())
                .filter(at -> !taken.contains(at))
                .findFirst()
                .orElseThrow(QueueRefused::noTimes);
        return coming.stream()
                .filter(each -> each.due().at().equals(first))
                .collect(java.util.stream.Collectors.toMap(each -> each.slot().account(), each -> each, (a, _) -> a))
                .values()
                .stream()
                .toList();
    }

    record Seat(BrandId brandId, String state, Long[] accountIds) {
        List<AccountId> accounts() {
            return Arrays.stream(accountIds).map(AccountId::new).toList();
        }
    }
}
