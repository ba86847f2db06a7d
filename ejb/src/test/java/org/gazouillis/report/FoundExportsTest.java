package org.gazouillis.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ExportId;
import org.gazouillis.listen.FoundColumn;
import org.gazouillis.listen.Ground;
import org.gazouillis.listen.SearchExport;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.StatusIndexer;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.JsonLinesFormat;
import org.gazouillis.reports.ReportFormat;
import org.gazouillis.reports.XlsxFormat;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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
import static org.gazouillis.testrig.World.NORD;

/// What a search finds, prepared in the background: on the real database, a real index and real files.
class FoundExportsTest {
    private static final int ROWS = 655;
    private static final List<FoundColumn> COLUMNS =
            List.of(FoundColumn.STATUS_ID, FoundColumn.CREATED_AT, FoundColumn.TEXT, FoundColumn.LIKES);

    @TempDir
    private Path folder;

    private Ground ground;
    private StatusIndexer indexer;
    private ExportRig rig;

    @BeforeEach
    void lay() {
        ground = new Ground(folder.resolve("index"));
        rig = new ExportRig(ground.world, folder);
        indexer = ground.start();
        ground.bringIn(
                ANNA,
                NORD,
                IntStream.range(0, ROWS).mapToObj(n -> "Un café, le\n" + n).toList());
        ground.bringIn(ANNA, LUNE, List.of("Un café chez Lune"));
        ground.bringIn(World.RITA, World.RIVAL, List.of("Un café ailleurs"));
        ground.eventually()
                .until(() -> ground.complete()
                        && rig.search(indexer)
                                        .count(wish(null, CsvFormat.RFC_4180).question())
                                == ROWS + 1);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    static Stream<ReportFormat> formats() {
        return Stream.of(new CsvFormat(';', true, false), new JsonLinesFormat(false), new XlsxFormat("search"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anInterruptedFileHasTheBytesOfOneSentAtOnce(ReportFormat format) throws IOException, SQLException {
        FoundWish wish = wish(NORD, format);
        String direct = direct(wish);
        ExportId id = ask(wish).id();
        for (String point : List.of("new.rows_written > 150", "new.rows_written > 420", "new.state = 'DONE'")) {
            rig.stopWhen(point);
            rig.round(indexer).run();
            assertThat(job(id).state()).isEqualTo(ExportState.RUNNING);
            rig.leasesEnd();
        }
        rig.stopNoMore();
        rig.round(indexer).run();
        assertThat(job(id))
                .satisfies(job -> assertThat(job.state()).isEqualTo(ExportState.DONE))
                .satisfies(job -> assertThat(job.rows()).isEqualTo(ROWS))
                .satisfies(job -> assertThat(job.rowCount()).isEqualTo(ROWS))
                .satisfies(job -> assertThat(job.wish()).isEqualTo(wish))
                .satisfies(job -> assertThat(job.sha256()).isEqualTo(direct));
        assertThat(ExportRig.digest(rig.jobs(ANNA).open(id).path())).isEqualTo(direct);
        assertThat(rig.files(id)).singleElement().asString().endsWith(".whole");
        assertThat(rig.count("select count(*) from outbox where kind = 'ExportFinished'"))
                .isEqualTo(1);
        assertThat(rig.count("select count(*) from audit_entry where action = 'search.exported' and subject = " + id))
                .isEqualTo(1);
    }

    @Test
    void aFileGoesOnFromThePageWhereTheLastLeaseLeftItAlsoBehindTheLastOne() throws IOException, SQLException {
        ExportId id = ask(wish(NORD, CsvFormat.RFC_4180)).id();
        rig.stopWhen("new.rows_written > 450");
        rig.round(indexer).run();
        assertThat(job(id).rows()).isEqualTo(400);
        rig.stopWhen("new.rows_written < 400 or new.state = 'DONE'");
        rig.leasesEnd();
        rig.round(indexer).run();
        assertThat(job(id).rows()).isEqualTo(ROWS);
        // As if it had been killed just before its file got its name.
        Path exports = folder.resolve("exports");
        Files.move(exports.resolve(id + ".2.whole"), exports.resolve(id + ".2.part"));
        rig.stopWhen("new.rows_written < " + ROWS);
        rig.leasesEnd();
        rig.round(indexer).run();
        assertThat(job(id).state()).isEqualTo(ExportState.DONE);
        assertThat(job(id).rows()).isEqualTo(ROWS);
        assertThat(job(id).sha256()).isEqualTo(direct(wish(NORD, CsvFormat.RFC_4180)));
    }

    @Test
    void anExportOfAllBrandsHoldsWhatItsMakerSeesAndStandsInTheListOfEach() throws IOException {
        ExportId id = ask(wish(null, CsvFormat.RFC_4180)).id();
        rig.round(indexer).run();
        assertThat(Files.readString(rig.jobs(ANNA).open(id).path()))
                .contains("Un café chez Lune", "Un café, le\n0\"")
                .doesNotContain("ailleurs");
        assertThat(rig.jobs(ANNA).mine(NORD)).extracting(ExportJob::id).containsExactly(id);
        assertThat(rig.jobs(ANNA).mine(LUNE)).extracting(ExportJob::id).containsExactly(id);
    }

    @Test
    void whileTheIndexIsBeingBuiltTheFileWaitsInsteadOfMissingSome() {
        ExportId id = ask(wish(NORD, CsvFormat.RFC_4180)).id();
        StatusIndexer unopened = StatusIndexer.over(ground.world.worker());
        for (int i = 0; i < ExportLedger.MOST_KILLS + 2; i++) {
            rig.round(unopened).run();
            rig.leasesEnd();
        }
        assertThat(job(id).state()).isEqualTo(ExportState.RUNNING);
        rig.round(indexer).run();
        assertThat(job(id).rows()).isEqualTo(ROWS);
        assertThat(job(id).rowCount()).isEqualTo(ROWS);
    }

    @Test
    void whatCannotBeSearchedForAnyMoreFailsInClearWords() {
        var gone = new FoundWish("\"café", NORD, SearchOrder.NEWEST, COLUMNS, CsvFormat.RFC_4180);
        ExportId id = ask(gone).id();
        rig.round(indexer).run();
        assertThat(job(id).failure()).isEqualTo(ExportFailure.QUERY);
    }

    @Test
    void onlyWhoMayExportEveryBrandTakesWhatIsFoundInAll() {
        var everywhere = wish(null, CsvFormat.RFC_4180);
        var half = member(Map.of(NORD, Set.of(Role.OWNER), LUNE, Set.of(Role.AUTHOR)));
        assertThatThrownBy(() -> rig.jobs(half).ask(everywhere, ZoneOffset.UTC, "f.csv", null))
                .isInstanceOf(PermissionDenied.class);
        ExportId id = ask(everywhere).id();
        rig.sql("delete from membership where member_id = " + ANNA.member());
        rig.sql("insert into membership (workspace_id, member_id, brand_id, role) values (" + AGENCY + ", "
                + ANNA.member() + ", " + NORD + ", 'AUTHOR')");
        rig.round(indexer).run();
        assertThat(rig.count("select count(*) from export_job where failure = 'MAKER' and id = " + id))
                .isEqualTo(1);
        assertThatThrownBy(() -> rig.jobs(half).one(id)).isInstanceOf(PermissionDenied.class);
    }

    private static MemberScope member(Map<BrandId, Set<Role>> roles) {
        return new MemberScope(AGENCY, ANNA.member(), ANNA.profile(), ANNA.email(), roles, ANNA.scopes());
    }

    private static FoundWish wish(@Nullable BrandId brand, ReportFormat format) {
        return new FoundWish("café", brand, SearchOrder.NEWEST, COLUMNS, format);
    }

    private String direct(FoundWish wish) throws IOException {
        var out = new DigestedOutput(OutputStream.nullOutputStream());
        SearchExport search = rig.search(indexer);
        search.write(search.prepare(wish.question(), wish.columns()), wish.format(), out);
        return out.hex();
    }

    private ExportJob ask(FoundWish wish) {
        ZoneId zone = wish.brand() == null ? ZoneOffset.UTC : ZoneId.of("Europe/Paris");
        return rig.jobs(ANNA).ask(wish, zone, "search.csv", null);
    }

    private ExportJob job(ExportId id) {
        return rig.jobs(ANNA).one(id);
    }
}
