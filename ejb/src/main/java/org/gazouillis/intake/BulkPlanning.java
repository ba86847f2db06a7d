package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.compose.PostBatch;
import org.gazouillis.compose.WrittenPost;
import org.gazouillis.kernel.PostId;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;

/// Writes the posts of a run. Before that every row is looked at again, because time has passed and others have
/// planned; one brand plans one file at a time, so that two files cannot plan the same post beside each other.
@ApplicationScoped
class BulkPlanning {
    private static final int BATCH = 2_000;

    private BulkLedger ledger;
    private BulkCheck check;
    private PostBatch posts;

    @Inject
    BulkPlanning(BulkLedger ledger, BulkCheck check, PostBatch posts) {
        this.ledger = ledger;
        this.check = check;
        this.posts = posts;
    }

    @SuppressWarnings("NullAway.Init")
    BulkPlanning() {}

    void plan(BulkJob job, MemberScope author) {
        if (job.mode() == BulkMode.ALL_OR_NOTHING) {
            ledger.db().useTransaction(handle -> allOrNothing(handle, job, author));
            return;
        }
        var sheet = ledger.db().inTransaction(handle -> begin(handle, job, author));
        boolean more = true;
        while (more) {
            more = ledger.db().inTransaction(handle -> {
                BulkLedger.hold(handle, job);
                alone(handle, job);
                check.settle(handle, sheet);
                return batch(handle, author, sheet) == BATCH;
            });
        }
        ledger.moveTo(job, BulkState.DONE, "");
    }

    private BulkSheet begin(Handle handle, BulkJob job, MemberScope author) {
        BulkLedger.hold(handle, job);
        check.all(handle, author, BulkSheet.lock(handle, job.workspace(), job.id()));
        return BulkSheet.lock(handle, job.workspace(), job.id());
    }

    private void allOrNothing(Handle handle, BulkJob job, MemberScope author) {
        alone(handle, job);
        var sheet = begin(handle, job, author);
        int wrong = handle.createQuery("select refused from bulk_run where workspace_id = :workspace and id = :run")
                .bind("workspace", sheet.workspace())
                .bind("run", sheet.id())
                .mapTo(Integer.class)
                .one();
        if (wrong > 0) {
            BulkLedger.move(
                    handle,
                    job,
                    BulkState.READY,
                    "Nothing was planned: " + wrong + " rows are wrong. Mend them, or plan row by row.");
            return;
        }
        int planned = BATCH;
        while (planned == BATCH) {
            planned = batch(handle, author, sheet);
        }
        BulkLedger.move(handle, job, BulkState.DONE, "");
    }

    /// Until the transaction ends, no other file plans for this brand.
    private static void alone(Handle handle, BulkJob job) {
        handle.createQuery("select pg_advisory_xact_lock(hashtextextended('bulk', :brand))::text")
                .bind("brand", job.brand())
                .mapTo(String.class)
                .list();
    }

    /// Plans the next rows, and answers how many were looked at.
    private int batch(Handle handle, MemberScope author, BulkSheet sheet) {
        var rows = new BulkRows(handle, sheet);
        var ready = rows.rightBehind(0, BATCH);
        var written = posts.write(
                handle,
                author,
                sheet.brand(),
                ready.stream().map(BulkRows.Ready::order).toList());
        keep(rows, ready, written);
        BulkTwins.settle(handle, sheet);
        return ready.size();
    }

    private static void keep(BulkRows rows, List<BulkRows.Ready> ready, List<WrittenPost> written) {
        var planned = new ArrayList<BulkRows.Ready>();
        var ids = new ArrayList<PostId>();
        for (int i = 0; i < ready.size(); i++) {
            var id = written.get(i).id();
            if (id == null) {
                rows.refuse(ready.get(i), written.get(i).verdict());
            } else {
                planned.add(ready.get(i));
                ids.add(id);
            }
        }
        rows.planned(planned, ids);
    }
}
