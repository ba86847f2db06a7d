package org.gazouillis.trial;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// How a trial stood at a time. Of each hour the last one is kept.
public record TrialLook(Instant at, ArmCounts counts) {
    /// Keeps it, in the place of an earlier one of the same hour.
    void keep(Handle handle, RunningTrial trial) {
        handle.createUpdate("""
                        delete from trial_look where workspace_id = :workspace and status_id = :status
                          and date_trunc('hour', at) = date_trunc('hour', cast(:at as timestamptz))
                        """)
                .bind("workspace", trial.workspaceId())
                .bind("status", trial.statusId())
                .bind("at", at)
                .execute();
        handle.createUpdate("""
                        insert into trial_look (workspace_id, status_id, brand_id, at, people_a, acted_a, people_b, acted_b)
                        values (:workspace, :status, :brand, :at, :people_a, :acted_a, :people_b, :acted_b)
                        """)
                .bind("workspace", trial.workspaceId())
                .bind("status", trial.statusId())
                .bind("brand", trial.brandId())
                .bind("at", at)
                .bind("people_a", counts.peopleA())
                .bind("acted_a", counts.actedA())
                .bind("people_b", counts.peopleB())
                .bind("acted_b", counts.actedB())
                .execute();
    }

    /// The oldest first.
    static List<TrialLook> all(Handle handle, WorkspaceId workspace, StatusId status) {
        return handle.createQuery("""
                        select at, people_a, acted_a, people_b, acted_b from trial_look
                        where workspace_id = :workspace and status_id = :status order by at
                        """)
                .bind("workspace", workspace)
                .bind("status", status)
                .map(Sql.row(TrialLook.class))
                .list();
    }
}
