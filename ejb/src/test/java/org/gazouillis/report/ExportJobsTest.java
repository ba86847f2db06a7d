package org.gazouillis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.XActivityFormat;
import org.gazouillis.reports.XlsxFormat;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.testrig.World.AGENCY;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.LUNE;
import static org.gazouillis.testrig.World.MARC;
import static org.gazouillis.testrig.World.NORD;
import static org.gazouillis.testrig.World.NORD_PROFILE;
import static org.gazouillis.testrig.World.RIVAL;

/// Exports in the background, on the real database and real files.
class ExportJobsTest {
    private static final TimeRange JULY =
            new TimeRange(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-08-01T00:00:00Z"));
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int OWN = 700;
    private static final int IMPORTED = 555;
    private static final int ROWS = OWN + IMPORTED;

    @TempDir
    private Path folder;

    private final World world = World.fresh();
    private ExportRig rig;

    @BeforeEach
    void lay() {
        rig = new ExportRig(world, folder);
        world.worker().useHandle(handle -> {
            handle.execute("""
                    insert into status (id, profile_id, text, lang, created_at, conversation_id)
                    select n, ?, '=No. ' || n || chr(10) || 'é\t"' || n, 'en',
                           timestamptz '2026-07-02Z' + n * interval '1 minute', n from generate_series(1, ?) n
                    """, NORD_PROFILE.value(), OWN);
            handle.execute("""
                    insert into import_run (workspace_id, id, brand_id, member_id, file_name, lease_until, started_at)
                    values (?, 1, ?, ?, 'f', now(), now())
                    """, AGENCY.value(), NORD.value(), ANNA.member().value());
            handle.execute("""
                    insert into imported_status (workspace_id, id, brand_id, import_id, line, source, foreign_id, text,
                      created_at, impressions, engagements, imported_at)
                    select ?, 10000 + n, ?, 1, n, 'x', 'f' || n, 'Imported\\' || n,
                           timestamptz '2026-07-05Z' + n * interval '1 minute', 1010, 42, now() from generate_series(1, ?) n
                    """, AGENCY.value(), NORD.value(), IMPORTED);
        });
    }

    static Stream<ReportFormat> formats() {
        return Stream.of(
                new CsvFormat(';', true, false),
                new JsonLinesFormat(false),
                new XActivityFormat(XActivityFormat.Generation.LIKES, false, false),
                new CsvFormat(',', false, true),
                new XlsxFormat("Engagement"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anInterruptedFileHasTheBytesOfOneSentAtOnceWhateverChangedMeanwhile(ReportFormat format)
            throws IOException, SQLException {
        EngagementWish wish = wish(format);
        String direct = rig.digest(ANNA, wish);
        ExportId id = ask(wish).id();
        int first = new Random(162).nextInt(ROWS / 2);
        for (String point : List.of(
                "new.rows_written > " + first, "new.rows_written > " + (first + ROWS / 3), "new.state = 'DONE'")) {
            rig.stopWhen(point);
            rig.round().run();
            assertThat(job(id).state()).isEqualTo(ExportState.RUNNING);
            rig.sql("update status set text = 'changed' where id = " + OWN);
            rig.sql("update imported_status set impressions = impressions + 1");
            rig.sql("update brand set zone = 'Asia/Tokyo'");
            rig.leasesEnd();
        }
        rig.stopNoMore();
        rig.round().run();
        assertThat(job(id))
                .satisfies(job -> assertThat(job.state()).isEqualTo(ExportState.DONE))
                .satisfies(job -> assertThat(job.rows()).isEqualTo(ROWS))
                .satisfies(job -> assertThat(job.rowCount()).isEqualTo(ROWS))
                .satisfies(job -> assertThat(job.sha256()).isEqualTo(direct));
        ExportFile file = rig.jobs(ANNA).open(id);
        assertThat(ExportRig.digest(file.path())).isEqualTo(direct);
        assertThat(Files.size(file.path())).isEqualTo(file.job().bytes());
        assertThat(rig.files(id)).singleElement().asString().endsWith(".whole");
    }

    @Test
    void aFileGoesOnWhereTheLastLeaseLeftIt() throws SQLException {
        ExportId id = ask(wish(CsvFormat.RFC_4180)).id();
        rig.stopWhen("new.rows_written > 850");
        rig.round().run();
        assertThat(job(id).rows()).isEqualTo(800);
        // With marks of the rows alone, no step before the eight hundredth can be made again.
        rig.stopWhen("new.rows_written < 800");
        rig.leasesEnd();
        rig.round().run();
        assertThat(job(id).state()).isEqualTo(ExportState.DONE);
    }

    @Test
    void aPartThatIsNotWhatWasWrittenIsWrittenAnew() throws IOException, SQLException {
        EngagementWish wish = wish(CsvFormat.RFC_4180);
        String direct = rig.digest(ANNA, wish);
        ExportId id = ask(wish).id();
        rig.stopWhen("new.rows_written > 400");
        rig.round().run();
        Files.writeString(folder.resolve("exports").resolve(id + ".1.part"), "torn by a failing disk");
        rig.stopNoMore();
        rig.leasesEnd();
        rig.round().run();
        assertThat(job(id).sha256()).isEqualTo(direct);
    }

    @Test
    void aNodeThatLostItsLeaseWritesIntoNoFileAndTellsNobody() throws IOException {
        ExportId id = ask(wish(CsvFormat.RFC_4180)).id();
        var frozen = rig.ledger().claim(id).orElseThrow();
        rig.leasesEnd();
        rig.round().run();
        assertThat(job(id).state()).isEqualTo(ExportState.DONE);
        Path file = rig.jobs(ANNA).open(id).path();
        String whole = ExportRig.digest(file);
        rig.round().work(frozen);
        assertThat(ExportRig.digest(file)).isEqualTo(whole).isEqualTo(job(id).sha256());
        assertThat(rig.count("select count(*) from outbox where kind like 'Export%'"))
                .isEqualTo(1);
        assertThat(rig.count("select count(*) from audit_entry where action = 'report.exported'"))
                .isEqualTo(1);
        assertThat(rig.count("select fence from export_job")).isEqualTo(2);
    }

    @Test
    void whatIsCancelledStopsAndGoesOnWhenItIsTakenBack() throws SQLException {
        ExportId id = ask(wish(CsvFormat.RFC_4180)).id();
        rig.stopWhen("new.rows_written > 400");
        rig.round().run();
        rig.stopNoMore();
        rig.jobs(ANNA).cancel(id);
        rig.leasesEnd();
        rig.round().run();
        assertThat(job(id).state()).isEqualTo(ExportState.CANCELLED);
        rig.sweep().run();
        assertThat(rig.jobs(ANNA).restore(id).rows()).isEqualTo(400);
        rig.round().run();
        assertThat(job(id).state()).isEqualTo(ExportState.DONE);
    }

    @Test
    void whatStaysCancelledLeavesNoFile() throws IOException {
        ExportId id = ask(wish(CsvFormat.RFC_4180)).id();
        rig.round().run();
        rig.jobs(ANNA).cancel(id);
        rig.sql("update export_job set undo_until = now()");
        rig.sweep().run();
        assertThat(rig.files(id)).isEmpty();
        assertThat(rig.jobs(ANNA).mine(NORD)).isEmpty();
        assertThatThrownBy(() -> rig.jobs(ANNA).restore(id)).isInstanceOf(ExportNotFound.class);
    }

    @Test
    void afterSomeDaysTheFileIsGoneAndTheListSaysSo() throws IOException {
        ExportId id = ask(wish(CsvFormat.RFC_4180)).id();
        rig.round().run();
        rig.sweep().run();
        assertThat(rig.files(id)).hasSize(1);
        rig.sql("update export_job set expires_at = now()");
        rig.sweep().run();
        assertThat(rig.files(id)).isEmpty();
        assertThat(job(id).state()).isEqualTo(ExportState.EXPIRED);
        assertThatThrownBy(() -> rig.jobs(ANNA).open(id))
                .isInstanceOf(ExportNotOpen.class)
                .hasMessageContaining("Run it again");
    }

    @Test
    void onlyAPeriodOfManyRowsIsBetterLeftToTheBackground() {
        assertThat(rig.jobs(ANNA).isLong(NORD, JULY)).isFalse();
        world.worker().useHandle(handle -> handle.execute("""
                insert into status (id, profile_id, text, lang, created_at, conversation_id)
                select n, ?, 'More', 'en', timestamptz '2026-07-03Z', n from generate_series(100000, 100000 + ?) n
                """, NORD_PROFILE.value(), ExportJobs.MANY_ROWS));
        assertThat(rig.jobs(ANNA).isLong(NORD, JULY)).isTrue();
    }

    @Test
    void onlyWhoMayTakeFiguresOutAsksAndNobodySeesAnotherOnes() {
        assertThatThrownBy(() -> rig.jobs(MARC).ask(wish(CsvFormat.RFC_4180), PARIS, "f.csv", null))
                .isInstanceOf(PermissionDenied.class);
        var rival = new EngagementWish(RIVAL, JULY, List.of(), CsvFormat.RFC_4180);
        assertThatThrownBy(() -> rig.jobs(ANNA).ask(rival, PARIS, "f.csv", null))
                .isInstanceOf(BrandNotFound.class);
        ExportId id = ask(wish(CsvFormat.RFC_4180)).id();
        rig.round().run();
        var other = new MemberScope(
                AGENCY, MARC.member(), MARC.profile(), MARC.email(), Map.of(NORD, Set.of(Role.OWNER)), ANNA.scopes());
        assertThatThrownBy(() -> rig.jobs(other).open(id)).isInstanceOf(ExportNotFound.class);
        assertThat(rig.jobs(other).mine(NORD)).isEmpty();
    }

    @Test
    void whoLostTheBrandGetsNothingNeitherWrittenNorTaken() {
        ExportId before = ask(wish(CsvFormat.RFC_4180)).id();
        rig.round().run();
        ExportId after = ask(wish(CsvFormat.RFC_4180)).id();
        rig.sql("delete from membership where member_id = " + ANNA.member());
        rig.round().run();
        assertThat(rig.count("select count(*) from export_job where state = 'FAILED' and failure = 'MAKER' and id = "
                        + after))
                .isEqualTo(1);
        var without = new MemberScope(
                AGENCY, ANNA.member(), ANNA.profile(), ANNA.email(), Map.of(LUNE, Set.of(Role.OWNER)), ANNA.scopes());
        assertThatThrownBy(() -> rig.jobs(without).open(before)).isInstanceOf(ExportNotFound.class);
        var reader = new MemberScope(
                AGENCY, ANNA.member(), ANNA.profile(), ANNA.email(), Map.of(NORD, Set.of(Role.AUTHOR)), ANNA.scopes());
        assertThatThrownBy(() -> rig.jobs(reader).open(before)).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void aFullDiskIsSaidAndWhatWasWrittenMakesRoomForTheNextTry() throws IOException {
        ExportId id = ask(wish(CsvFormat.RFC_4180)).id();
        Files.createDirectories(folder.resolve("exports"));
        Files.createSymbolicLink(folder.resolve("exports").resolve(id + ".1.part"), Path.of("/dev/full"));
        rig.round().run();
        assertThat(job(id).failure()).isEqualTo(ExportFailure.DISK_FULL);
        assertThat(rig.files(id)).isEmpty();
        assertThat(rig.count("select count(*) from outbox where kind = 'ExportFailed'"))
                .isEqualTo(1);
        ExportId again = rig.jobs(ANNA).again(id).id();
        rig.round().run();
        assertThat(job(again).state()).isEqualTo(ExportState.DONE);
    }

    @Test
    void whatCannotBeReadFailsAfterSomeTriesInClearWords() throws SQLException {
        ExportId id = ask(wish(CsvFormat.RFC_4180)).id();
        rig.stopWhen("new.state = 'RUNNING' and new.frozen_by is not null");
        for (int i = 0; i < ExportLedger.MOST_TRIES; i++) {
            rig.round().run();
            rig.leasesEnd();
        }
        assertThat(job(id).failure()).isEqualTo(ExportFailure.BROKEN);
    }

    @Test
    void threeAtATimeAndTheSameKeyMakesTheSameExport() {
        ExportJobs anna = rig.jobs(ANNA);
        EngagementWish wish = wish(CsvFormat.RFC_4180);
        var key = new ExportRequest("k", "{}");
        ExportId first = anna.ask(wish, PARIS, "f.csv", key).id();
        ask(wish);
        ask(wish);
        assertThatThrownBy(() -> ask(wish)).isInstanceOf(ExportNotOpen.class).hasMessageContaining("cancel one");
        assertThat(anna.ask(wish, PARIS, "f.csv", key).id()).isEqualTo(first);
        assertThatThrownBy(() -> anna.ask(wish, PARIS, "f.csv", new ExportRequest("k", "{1}")))
                .isInstanceOf(ExportKeyReused.class);
        anna.cancel(first);
        ask(wish);
    }

    /// Roll-up, search and relay wait for the oldest transaction that has a number.
    @Test
    void readingRowsHoldsUpNeitherRollUpNorSearch() throws IOException {
        Path rows = folder.resolve("rows");
        new Snapshots(world.app()).<IOException>read(ANNA, handle -> {
            var source = EngagementSource.read(
                    handle, AGENCY, wish(CsvFormat.RFC_4180), new PublicAddress("https://gz.example/"));
            assertThat(FrozenLines.freeze(handle, source.parts(), rows, () -> {}))
                    .isEqualTo(ROWS);
            assertThat(handle.createQuery("select pg_current_xact_id_if_assigned() is null")
                            .mapTo(Boolean.class)
                            .one())
                    .isTrue();
        });
    }

    private static EngagementWish wish(ReportFormat format) {
        return new EngagementWish(NORD, JULY, List.of(), format);
    }

    private ExportJob ask(EngagementWish wish) {
        return rig.jobs(ANNA).ask(wish, PARIS, "engagement.csv", null);
    }

    private ExportJob job(ExportId id) {
        return rig.jobs(ANNA).one(id);
    }
}
