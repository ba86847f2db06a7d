package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.gazouillis.kernel.ReportMailingId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.schedule.ZoneData;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Resolves the next time of each mailing anew when a government has changed its clocks, at each start, as
/// [org.gazouillis.schedule.ZoneWatch] does with posts: the local time is what was meant. Only the next time stands in
/// the database; later ones are resolved when they come next. Each move is written into the trail.
@ApplicationScoped
public class MailingZones {
    private Jdbi db;
    private TimeOrderedIds ids;

    @Inject
    public MailingZones(@WorkerDb Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    MailingZones() {}

    /// A mailing's next time as it stands.
    record Standing(WorkspaceId workspaceId, ReportMailingId id, String zone, LocalDateTime localAt, Instant dueAt) {}

    /// Moves what must move; gives how many mailings. Older data than have been seen change nothing: they are those of
    /// a node that is still to be updated.
    public int check(ZoneData data) {
        List<Standing> standing = db.withHandle(handle -> handle.createQuery("""
                        select m.workspace_id, m.id, m.zone, m.local_at, m.due_at from report_mailing m
                        left join zone_rules k on k.zone = m.zone
                        where m.active and m.removed_at is null and m.due_at > now()
                          and coalesce(k.version, '') <= :version
                        order by m.id
                        """)
                .bind("version", data.version())
                .map(Sql.row(Standing.class))
                .list());
        return standing.stream().mapToInt(each -> resolve(each, data)).sum();
    }

    private int resolve(Standing mailing, ZoneData data) {
        return PublishTime.usual(mailing.localAt(), data.rules().apply(mailing.zone()))
                .filter(due -> !due.equals(mailing.dueAt()))
                .map(due -> db.inTransaction(handle -> move(handle, mailing, due)))
                .orElse(0);
    }

    private int move(Handle handle, Standing mailing, Instant due) {
        return handle.createUpdate("""
                        with moved as (
                          update report_mailing set due_at = :due
                          where workspace_id = :workspace and id = :id and local_at = :local and due_at = :old
                          returning workspace_id, id, brand_id, zone)
                        insert into audit_entry (workspace_id, id, at, brand_id, action, subject, detail)
                        select workspace_id, :entry, now(), brand_id, 'report.mailing-moved-by-zone-data', id,
                               jsonb_build_object('from', :old::timestamptz, 'to', :due::timestamptz,
                                                  'zone', zone) from moved
                        """)
                .bind("workspace", mailing.workspaceId())
                .bind("id", mailing.id())
                .bind("local", mailing.localAt())
                .bind("old", mailing.dueAt())
                .bind("due", due)
                .bind("entry", ids.next())
                .execute();
    }
}
