package org.gazouillis.trial;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gazouillis.compose.TrialMeasure;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// A trial that is not over.
///
/// @param removed whether its status was taken away
record RunningTrial(
        WorkspaceId workspaceId,
        StatusId statusId,
        BrandId brandId,
        PostId postId,
        TrialMeasure measure,
        double least,
        double alpha,
        Instant beganAt,
        Instant endsAt,
        boolean removed) {
    private static final String SQL = """
            select t.workspace_id, t.status_id, t.brand_id, t.post_id, t.measure, t.least, t.alpha, t.began_at, t.ends_at,
                   s.removed_at is not null as removed
            from trial t join status s on s.id = t.status_id
            where t.ended_at is null and %s order by t.began_at, t.status_id
            """;

    /// The oldest first.
    static List<RunningTrial> all(Handle handle) {
        return handle.createQuery(String.format(Locale.ROOT, SQL, "true"))
                .map(Sql.row(RunningTrial.class))
                .list();
    }

    static List<RunningTrial> of(Handle handle, WorkspaceId workspace, List<PostId> posts) {
        return handle.createQuery(
                        String.format(Locale.ROOT, SQL, "t.workspace_id = :workspace and t.post_id = any (:posts)"))
                .bind("workspace", workspace)
                .bind("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .map(Sql.row(RunningTrial.class))
                .list();
    }

    ConfidenceSequence sequence() {
        return new ConfidenceSequence(least, alpha);
    }
}
