package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.reports.Typesetting;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Where runs are kept. Whoever asks has been let in already.
@ApplicationScoped
@Transactional
class ReportShelf {
    static final String RUN = """
            select id, report_id, brand_id, repeats, plan::text as plan, brand_name, colour, first_day, last_day, zone,
              as_of, definition_version, typesetting, row_count, files::text as files, made_at
            from report_run where workspace_id = :workspace
            """;

    private Jdbi db;
    private AuditTrail trail;

    @Inject
    ReportShelf(@AppDb Jdbi db, AuditTrail trail) {
        this.db = db;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    ReportShelf() {}

    void put(MemberScope member, ReportRun run, byte[] data) {
        db.useHandle(handle -> put(handle, trail, member, run, data));
    }

    /// The same within somebody's own transaction.
    static void put(Handle handle, AuditTrail trail, MemberScope member, ReportRun run, byte[] data) {
        var files = Json.createObjectBuilder();
        run.sha256().forEach(files::add);
        handle.createUpdate("""
                            insert into report_run (workspace_id, id, report_id, brand_id, member_id, repeats, plan,
                              brand_name, colour, first_day, last_day, zone, as_of, definition_version, typesetting, row_count,
                              data, files, made_at)
                            values (:workspace, :id, :report, :brand, :member, :repeats, cast(:plan as jsonb), :name,
                              :colour, :first, :last, :zone, :as_of, :version, :typesetting, :rows, :data, cast(:files as jsonb),
                              :made)
                            """)
                .bind("workspace", member.workspace())
                .bind("id", run.id())
                .bind("report", run.report())
                .bind("brand", run.brand())
                .bind("member", member.member())
                .bind("repeats", run.repeats() == null ? null : run.repeats().value())
                .bind("plan", run.plan().json())
                .bind("name", run.brandName())
                .bind("colour", run.colour())
                .bind("first", run.firstDay())
                .bind("last", run.lastDay())
                .bind("zone", run.zone().getId())
                .bind("as_of", run.asOf())
                .bind("version", run.definitionVersion())
                .bind("typesetting", run.typesetting())
                .bind("rows", run.rows())
                .bind("data", data)
                .bind("files", files.build().toString())
                .bind("made", run.madeAt())
                .execute();
        trail.record(
                handle, new AuditEntry(member.workspace(), member.member(), run.brand(), "report.ran", run.id(), "{}"));
    }

    Optional<ReportRun> run(MemberScope member, ReportRunId id) {
        return db.withHandle(handle -> handle.createQuery(RUN + " and id = :id")
                .bind("workspace", member.workspace())
                .bind("id", id)
                .map(Sql.row(Row.class))
                .findOne()
                .map(Row::run));
    }

    /// The newest runs of a report.
    List<ReportRun> runs(MemberScope member, ReportId report, int most) {
        return db.withHandle(handle -> handle
                .createQuery(RUN + " and report_id = :report order by id desc limit :most")
                .bind("workspace", member.workspace())
                .bind("report", report)
                .bind("most", most)
                .map(Sql.row(Row.class))
                .list()
                .stream()
                .map(Row::run)
                .toList());
    }

    byte[] data(MemberScope member, ReportRunId id) {
        return db.withHandle(handle -> data(handle, member.workspace(), id));
    }

    /// A run and the rows that it is made of, whoever asks: who may see it was looked at before.
    static ReportRuns.Made kept(Handle handle, WorkspaceId workspace, ReportRunId id) {
        ReportRun run = handle.createQuery(RUN + " and id = :id")
                .bind("workspace", workspace)
                .bind("id", id)
                .map(Sql.row(Row.class))
                .one()
                .run();
        return new ReportRuns.Made(run, data(handle, workspace, id));
    }

    /// @throws ReportNotFound when the workspace has none of that id
    static BrandId brandOf(Handle handle, WorkspaceId workspace, ReportRunId run) {
        return handle.createQuery("select brand_id from report_run where workspace_id = :workspace and id = :id")
                .bind("workspace", workspace)
                .bind("id", run)
                .mapTo(BrandId.class)
                .findOne()
                .orElseThrow(() -> new ReportNotFound(run));
    }

    private static byte[] data(Handle handle, WorkspaceId workspace, ReportRunId id) {
        return handle.createQuery("select data from report_run where workspace_id = :workspace and id = :id")
                .bind("workspace", workspace)
                .bind("id", id)
                .mapTo(byte[].class)
                .one();
    }

    record Row(
            ReportRunId id,
            ReportId reportId,
            BrandId brandId,
            @Nullable ReportRunId repeats,
            String plan,
            String brandName,
            String colour,
            LocalDate firstDay,
            LocalDate lastDay,
            String zone,
            Instant asOf,
            String definitionVersion,
            Typesetting typesetting,
            int rowCount,
            String files,
            Instant madeAt) {
        ReportRun run() {
            return new ReportRun(
                    id,
                    reportId,
                    brandId,
                    repeats,
                    ReportPlan.read(plan),
                    brandName,
                    colour,
                    firstDay,
                    lastDay,
                    ZoneId.of(zone),
                    asOf,
                    definitionVersion,
                    typesetting,
                    rowCount,
                    digests(files),
                    madeAt);
        }

        private static Map<String, String> digests(String json) {
            try (var reader = Json.createReader(new StringReader(json))) {
                JsonObject files = reader.readObject();
                var digests = new LinkedHashMap<String, String>();
                files.forEach((name, digest) -> digests.put(name, ((JsonString) digest).getString()));
                return digests;
            }
        }
    }
}
