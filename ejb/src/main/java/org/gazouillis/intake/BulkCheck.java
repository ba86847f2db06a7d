package org.gazouillis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostBatch;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostVerdict;
import org.gazouillis.intake.bulk.BrandBook;
import org.gazouillis.intake.bulk.Draft;
import org.gazouillis.intake.bulk.Drafter;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;

/// Judges rows as the composer would judge their posts, within the caller's transaction and under the run's lock.
@ApplicationScoped
class BulkCheck {
    private static final int PAGE = 2_000;

    private PostBatch posts;

    @Inject
    BulkCheck(PostBatch posts) {
        this.posts = posts;
    }

    @SuppressWarnings("NullAway.Init")
    BulkCheck() {}

    /// Every row that is not planned.
    void all(Handle handle, MemberScope author, BulkSheet sheet) {
        var rows = new BulkRows(handle, sheet);
        var told = sheet.ordered(rows.order());
        note(handle, told);
        var drafter = drafter(handle, told);
        var page = rows.unplannedBehind(0, PAGE);
        while (!page.isEmpty()) {
            judge(handle, author, rows, drafter, told, page);
            page = rows.unplannedBehind(page.getLast().row(), PAGE);
        }
        settle(handle, told, drafter);
    }

    /// One row whose cells were rewritten. When its day changes what the column tells, all rows are judged anew.
    void one(Handle handle, MemberScope author, BulkSheet sheet, StagedRow row) {
        var rows = new BulkRows(handle, sheet);
        if (!rows.order().verdict().equals(sheet.order().verdict())) {
            all(handle, author, sheet);
            return;
        }
        var drafter = drafter(handle, sheet);
        judge(handle, author, rows, drafter, sheet, List.of(row));
        settle(handle, sheet, drafter);
    }

    /// Looks once more for twins: others may have planned meanwhile.
    void settle(Handle handle, BulkSheet sheet) {
        settle(handle, sheet, drafter(handle, sheet));
    }

    private static void settle(Handle handle, BulkSheet sheet, Drafter drafter) {
        BulkTwins.mark(handle, sheet, drafter.column(BulkRole.TEXT));
        BulkTwins.settle(handle, sheet);
    }

    private static void note(Handle handle, BulkSheet sheet) {
        handle.createUpdate("""
                        update bulk_run set day_line = :day, month_line = :month, roles = :roles::jsonb, wish = :wish::jsonb
                        where workspace_id = :workspace and id = :run
                        """)
                .bind("day", sheet.order().dayLine())
                .bind("month", sheet.order().monthLine())
                .bind("roles", BulkSheet.json(sheet.roles()))
                .bind("wish", sheet.wish().toJson())
                .bind("workspace", sheet.workspace())
                .bind("run", sheet.id())
                .execute();
    }

    private static Drafter drafter(Handle handle, BulkSheet sheet) {
        var book = BrandBook.of(handle, sheet.workspace(), sheet.brand());
        return new Drafter(sheet.brand(), book, sheet.wish(), sheet.columns(), sheet.roles(), sheet.order());
    }

    private void judge(
            Handle handle, MemberScope author, BulkRows rows, Drafter drafter, BulkSheet sheet, List<StagedRow> page) {
        List<Draft> drafts = page.stream()
                .map(row -> row.broken() == null
                        ? drafter.draft(row.cells())
                        : new Draft(nothing(sheet), List.of(row.broken())))
                .toList();
        var verdicts = posts.verdicts(
                handle, author, sheet.brand(), drafts.stream().map(Draft::order).toList());
        var judged = new ArrayList<BulkRows.Judged>(page.size());
        for (int i = 0; i < page.size(); i++) {
            judged.add(judged(page.get(i), drafts.get(i), verdicts.get(i), drafter));
        }
        rows.judge(judged);
    }

    private static PostOrder nothing(BulkSheet sheet) {
        return new PostOrder(sheet.brand(), "", null, List.of(), null, Plan.LATER);
    }

    private static BulkRows.Judged judged(StagedRow row, Draft draft, PostVerdict verdict, Drafter drafter) {
        if (row.broken() != null) {
            return new BulkRows.Judged(row.row(), draft.order(), List.of(), draft.faults());
        }
        var faults = new ArrayList<>(draft.faults());
        faults.addAll(drafter.faults(verdict, row.cells()));
        return new BulkRows.Judged(row.row(), draft.order(), verdict.accounts(), faults);
    }
}
