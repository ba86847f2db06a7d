package org.gazouillis.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.notice.NoticeIntake;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.report.EngagementExport;
import org.gazouillis.report.EngagementWish;
import org.gazouillis.report.ExportJobs;
import org.gazouillis.report.ExportTrail;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// `export-kill`: exports are prepared in the background by a process that is killed by `kill -9` again and again, in
/// the middle of their rows and of their files. Afterwards each file must have the bytes of one that was sent at once,
/// and nothing else may be left but one notice and one entry in the trail for each.
public final class ExportKill {
    private static final int ROWS = 1_000_000;
    private static final int STEP = 10_000;
    private static final int KILLS = 10;
    private static final List<ReportFormat> FORMATS =
            List.of(CsvFormat.RFC_4180, new JsonLinesFormat(false), new CsvFormat(';', true, true));
    private static final TimeRange ALWAYS =
            new TimeRange(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));
    private static final Duration LOOK = Duration.ofMillis(10);

    private final PrintWriter out;
    private final Random random = new Random(162);

    public ExportKill(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException, InterruptedException {
        try (EmbeddedDatabase database = FreshDatabase.start()) {
            return run(database.access(), ROWS, STEP, KILLS);
        }
    }

    /// On a fresh, empty database. The ratio of each result is 1 when nothing differs.
    ///
    /// @param kills of each of the three files
    List<BenchResult> run(DatabaseAccess access, int rows, int step, int kills)
            throws IOException, InterruptedException {
        ExportGround.lay(access, rows);
        Path data = Files.createTempDirectory("gazouillis-export-kill");
        Jdbi db = Sql.over(Pool.of(access, access.worker()));
        TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 3);
        db.useHandle(handle -> handle.execute(
                "insert into membership (workspace_id, member_id, brand_id, role) values (1, 5, null, 'OWNER')"));
        OutboxRelay relay = new OutboxRelay(db, List.of(new NoticeIntake(db, ids)));
        relay.subscribe();
        List<BenchResult> results = new ArrayList<>();
        for (ReportFormat format : FORMATS) {
            EngagementWish wish = new EngagementWish(new BrandId(ExportGround.BRAND), ALWAYS, List.of(), format);
            String direct = direct(db, ids, wish);
            ExportId id = ask(db, ids, wish, data);
            int killed = 0;
            while (killed < kills && killed(db, access, id, data, step)) {
                killed++;
            }
            finish(db, access, data, step);
            out.printf(Locale.ROOT, "%s: killed %d times%n", name(format), killed);
            results.add(BenchResult.rate(name(format) + ", killed", killed, kills, "times"));
            results.add(judge(db, id, data, format, direct));
        }
        relay.run();
        results.addAll(leftBehind(db, data));
        return results;
    }

    private static List<BenchResult> leftBehind(Jdbi db, Path data) throws IOException {
        try (Stream<Path> left = Files.list(data.resolve("exports"))) {
            return List.of(
                    BenchResult.rate("notices, one for each", count(db, """
                            select count(*) from notice where kind = 'EXPORTED' and posts = 1
                            """), FORMATS.size(), "notices"),
                    BenchResult.rate("entries in the trail", count(db, """
                            select count(*) from audit_entry where action = 'report.exported' and subject is not null
                            """), FORMATS.size(), "entries"),
                    BenchResult.rate("files that are left", left.count(), FORMATS.size(), "files"));
        }
    }

    private static String direct(Jdbi db, TimeOrderedIds ids, EngagementWish wish) throws IOException {
        MessageDigest digest = sha256();
        ExportTrail trail = new ExportTrail(db, new AuditTrail(ids, Clock.systemUTC()));
        new EngagementExport(permissions(), new Snapshots(db), trail, KilledExporter.ADDRESS)
                .write(wish, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static ExportId ask(Jdbi db, TimeOrderedIds ids, EngagementWish wish, Path data) {
        AuditTrail trail = new AuditTrail(ids, Clock.systemUTC());
        return db.inTransaction(handle -> new ExportJobs(db, permissions(), trail, new DataDirectory(data), ids)
                .ask(wish, ZoneId.of("Europe/Paris"), "engagement.csv", null)
                .id());
    }

    private static Permissions permissions() {
        CurrentMember current = new CurrentMember();
        current.become(ExportGround.OWNER);
        return new Permissions(current);
    }

    /// Kills it some time after it took the job: while it reads, or after another mark.
    ///
    /// @return false when it was done before
    private boolean killed(Jdbi db, DatabaseAccess access, ExportId id, Path data, int step)
            throws IOException, InterruptedException {
        long fence = count(db, "select fence from export_job where id = " + id);
        long rows = count(db, "select rows_written from export_job where id = " + id);
        boolean later = random.nextInt(4) > 0;
        Process exporter = KilledExporter.start(access, data, step);
        while (isOpen(db) && !isThere(db, id, fence, rows, later)) {
            pauseBeside(exporter, LOOK);
        }
        pauseBeside(exporter, Duration.ofMillis(random.nextInt(50)));
        exporter.destroyForcibly().waitFor();
        boolean open = isOpen(db);
        db.useHandle(handle -> handle.execute("update export_job set lease_until = now()"));
        return open;
    }

    private static boolean isThere(Jdbi db, ExportId id, long fence, long rows, boolean later) {
        return count(
                        db,
                        "select count(*) from export_job where id = " + id + " and fence > " + fence
                                + (later
                                        ? " and (rows_written > " + rows
                                                + " or written_by is null and frozen_by is not null)"
                                        : ""))
                == 1;
    }

    private static void finish(Jdbi db, DatabaseAccess access, Path data, int step)
            throws IOException, InterruptedException {
        Process exporter = KilledExporter.start(access, data, step);
        while (isOpen(db) || anyPart(data)) {
            pauseBeside(exporter, LOOK);
        }
        exporter.destroyForcibly().waitFor();
    }

    private static boolean anyPart(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("exports"))) {
            return files.anyMatch(file -> !file.toString().endsWith(".whole"));
        }
    }

    private static boolean isOpen(Jdbi db) {
        return count(db, "select count(*) from export_job where state in ('QUEUED', 'RUNNING')") > 0;
    }

    private static void pauseBeside(Process exporter, Duration pause) throws InterruptedException {
        LockSupport.parkNanos(pause.toNanos());
        if (!exporter.isAlive()) {
            throw new IllegalStateException("The exporter ended by itself with " + exporter.waitFor());
        }
    }

    /// 1 when what the job says and what lies on disk are what was sent at once.
    private static BenchResult judge(Jdbi db, ExportId id, Path data, ReportFormat format, String direct)
            throws IOException {
        String said = db.withHandle(handle -> handle.createQuery(
                        "select digest || ' ' || written_by from export_job where state = 'DONE' and id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
        String[] words = said.split(" ", -1);
        MessageDigest digest = sha256();
        try (OutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(data.resolve("exports").resolve(id + "." + words[1] + ".whole"), digested);
        }
        boolean same = words[0].equals(direct)
                && HexFormat.of().formatHex(digest.digest()).equals(direct);
        return BenchResult.rate(name(format) + ": the same bytes", same ? 1 : 0, 1, "file");
    }

    private static String name(ReportFormat format) {
        return format.isAppendable() ? format.getClass().getSimpleName() : "packed";
    }

    private static long count(Jdbi db, String sql) {
        return db.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java knows SHA-256.", never);
        }
    }
}
