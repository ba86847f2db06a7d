package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.LinkSecret;
import org.gazouillis.security.Permission;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Shows a run to whoever holds its link. The reader is nobody's member, so the link's own maker is asked for anew each
/// time. No transaction of the server's, as with feeds.
@ApplicationScoped
public class SharedReports {
    private Jdbi db;
    private Clock clock;

    @Inject
    public SharedReports(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    SharedReports() {}

    /// What a link shows: the run, and the rows that it is made of.
    public static final class Shown {
        private final ReportRun run;
        private final FrozenRows rows;

        private Shown(ReportRun run, FrozenRows rows) {
            this.run = run;
            this.rows = rows;
        }

        public ReportRun run() {
            return run;
        }

        public void write(ReportFile file, OutputStream out) throws IOException {
            file.write(run, rows, out);
        }
    }

    /// Empty when there is no such link, when it expired or was revoked, or when its maker may not show it any more.
    public Optional<Shown> open(String secret) {
        return db.withHandle(handle -> handle.createQuery("""
                        with read as (
                          update report_share set last_read_at = :now
                          where secret_hash = :hash and revoked_at is null and expires_at > :now
                          returning workspace_id, member_id, brand_id, run_id)
                        select r.workspace_id, r.run_id from read r where exists (
                          select from member m join membership s on s.workspace_id = m.workspace_id and s.member_id = m.id
                          where m.workspace_id = r.workspace_id and m.id = r.member_id and m.disabled_at is null
                            and (s.brand_id is null or s.brand_id = r.brand_id) and s.role = any (:roles))
                        """)
                .bind("now", clock.instant())
                .bind("hash", LinkSecret.hash(secret))
                .bind(
                        "roles",
                        Arrays.stream(Role.values())
                                .filter(role -> Permission.EXPORT.isGivenTo(Set.of(role)))
                                .map(Role::name)
                                .toArray(String[]::new))
                .map(Sql.row(Link.class))
                .findOne()
                .map(link -> ReportShelf.kept(handle, link.workspaceId(), link.runId()))
                .map(kept -> new Shown(kept.run(), FrozenRows.read(kept.data()))));
    }

    record Link(WorkspaceId workspaceId, ReportRunId runId) {}
}
