package org.gazouillis.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.outbox.Outbox;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Ends trials, in the caller's transaction: from its commit on all readers see the same text. When the second text
/// stays, the status says it as if it had always done so, and the index hears of it.
@ApplicationScoped
public class TrialCloser {
    private static final String REWORDED = """
            update status s set text = v.text, hashtags = v.hashtags, mentions = v.mentions, urls = v.urls
            from status_variant v where v.status_id = s.id and s.id = :status returning s.profile_id::text
            """;
    private static final List<String> TAGGED_ANEW = List.of(
            "delete from hashtag_status where status_id = :status",
            """
            insert into hashtag_status (tag, status_id)
            select distinct unnest(hashtags), id from status where id = :status and removed_at is null
            """,
            "delete from mention_status where status_id = :status",
            """
            insert into mention_status (profile_id, status_id)
            select distinct p.id, s.id from status s cross join unnest(s.mentions) as m (handle)
            join profile p on lower(p.handle) = m.handle where s.id = :status
            """);

    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public TrialCloser(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    TrialCloser() {
        this(new AuditTrail(new TimeOrderedIds(Clock.systemUTC(), 0), Clock.systemUTC()), Clock.systemUTC());
    }

    /// A crisis stop that covers these posts ends their trials; the first text stays.
    public void stop(Handle handle, WorkspaceId workspace, List<PostId> posts, MemberId by) {
        RunningTrial.of(handle, workspace, posts).forEach(trial -> close(handle, trial, Kept.A, Ground.STOP, by));
    }

    /// @return false when it was over already
    boolean close(Handle handle, RunningTrial trial, Kept kept, Ground ground, @Nullable MemberId by) {
        int ended = handle.createUpdate("""
                        update trial set ended_at = :now, ended_by = :by, kept = :kept, ground = :ground
                        where workspace_id = :workspace and status_id = :status and ended_at is null
                        """)
                .bind("now", clock.instant())
                .bindByType("by", by, MemberId.class)
                .bind("kept", kept.name())
                .bind("ground", ground.name())
                .bind("workspace", trial.workspaceId())
                .bind("status", trial.statusId())
                .execute();
        if (ended == 0) {
            return false;
        }
        if (kept == Kept.B) {
            reword(handle, trial.statusId(), clock.instant());
        }
        run(handle, "delete from status_variant where status_id = :status", trial.statusId());
        String detail = String.format(Locale.ROOT, "{\"kept\":\"%s\",\"ground\":\"%s\"}", kept, ground);
        trail.record(
                handle,
                new AuditEntry(trial.workspaceId(), by, trial.brandId(), "trial.ended", trial.postId(), detail));
        return true;
    }

    private static void reword(Handle handle, StatusId status, Instant now) {
        String profile = handle.createQuery(REWORDED)
                .bind("status", status)
                .mapTo(String.class)
                .one();
        TAGGED_ANEW.forEach(step -> run(handle, step, status));
        Outbox.append(handle, "StatusReworded", null, status, "{\"profile\":" + profile + "}", now);
    }

    private static void run(Handle handle, String step, StatusId status) {
        handle.createUpdate(step).bind("status", status).execute();
    }
}
