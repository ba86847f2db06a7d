package org.gazouillis.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.report.ReportBlock.Kind;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.testrig.World.AGENCY;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.MARC;
import static org.gazouillis.testrig.World.NORD;
import static org.gazouillis.testrig.World.NORD_PROFILE;
import static org.gazouillis.testrig.World.RITA;

class ReportRunsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 8);
    private static final Instant NINE = Instant.parse("2026-11-03T08:00:00Z");
    private static final Instant COUNTED = Instant.parse("2026-11-10T12:00:00Z");

    private final World world = World.fresh();
    private final ReportRig anna = rig(ANNA);
    private long status;

    @BeforeEach
    void aPostThatWasSeenAndLiked() {
        status = said("Un café à Besançon, =1+1", NINE);
        facts("VIEW", 40, NINE.plusSeconds(60));
        facts("LIKE", 5, NINE.plusSeconds(90));
        facts("UNLIKE", 1, NINE.plusSeconds(95));
        facts("BOOKMARK", 3, NINE.plusSeconds(96));
        world.worker().useHandle(handle -> handle.execute("update rollup_mark set as_of = ?", COUNTED));
    }

    @Test
    void aRunKeepsWhatItWasMadeOfAndCountsWhatHadHappened() throws IOException {
        facts("QUOTE", 3, NINE.plusSeconds(97));
        facts("UNQUOTE", 1, NINE.plusSeconds(98));
        ReportRun run = run();
        assertThat(run)
                .returns(COUNTED, ReportRun::asOf)
                .returns("Europe/Paris", made -> made.zone().getId())
                .returns("3", ReportRun::definitionVersion)
                .returns(1, ReportRun::rows);
        assertThat(run.sha256()).containsOnlyKeys("pdf", "xlsx", "csv");
        assertThat(text(run, ReportFile.CSV))
                .startsWith("\uFEFFtext;impressions;reach;likes;engagements")
                .contains("\"Un café à Besançon, =1+1\";40;40;4;6");
        assertThat(anna.runs().one(run.id())).isEqualTo(run);
    }

    @Test
    void madeAgainOnAnotherDayAndInAnotherProcessItComesOutTheSame() throws Exception {
        ReportRun run = run();
        world.clock().advance(Duration.ofDays(3));
        facts("VIEW", 7, COUNTED.plusSeconds(1));
        world.worker().useHandle(handle -> handle.execute("update rollup_mark set as_of = ?", COUNTED.plusSeconds(9)));
        ReportRun again = anna.runs().again(run.id());
        assertThat(again.sha256()).isEqualTo(run.sha256());
        assertThat(again.repeats()).isEqualTo(run.id());
        assertThat(anna.runs().changes(again.id())).isEmpty();
        assertThat(elsewhere(run.id())).isEqualTo(ReportRig.digests(run.sha256()));
    }

    @Test
    void whatArrivedLateMakesItDifferAndIsListed() throws IOException {
        ReportRun run = run();
        facts("LIKE", 2, NINE.plusSeconds(200));
        long late = said("found later", NINE.plusSeconds(3_600));
        ReportRun again = anna.runs().again(run.id());
        assertThat(again.sha256().get("pdf")).isNotEqualTo(run.sha256().get("pdf"));
        assertThat(again.sha256().get("csv")).isNotEqualTo(run.sha256().get("csv"));
        assertThat(anna.runs().changes(again.id()))
                .extracting(change ->
                        change.statusId() + " " + change.column() + " " + change.before() + ">" + change.now())
                .contains(status + " likes 4>6", status + " engagements 4>6", late + " post null>" + late)
                .hasSize(4);
        assertThat(text(run, ReportFile.CSV))
                .as("the first run stays as it was")
                .contains(";40;40;4;4");
    }

    @Test
    void filesAreTheirDigestsAndThePdfSpeaksItsLanguageAndFillsVariables() throws IOException {
        ReportRun run = run();
        for (ReportFile file : ReportFile.values()) {
            var digested = new DigestedOutput(new ByteArrayOutputStream());
            anna.runs().write(run.id(), file, digested);
            assertThat(digested.hex()).isEqualTo(run.sha256().get(file.key()));
        }
        assertThat(pdf(run))
                .contains("Semaine de nord", "du 2 novembre 2026 au 8 novembre 2026")
                .contains("Taux d’engagement", "10,0\u00A0%", "1 messages, 4 engagements")
                .contains("Un café à Besançon");
    }

    @Test
    void aRunOfEarlierDefinitionsGoesOnSayingWhatTheyWere() throws IOException {
        ReportRun run = run();
        assertThat(pdf(run)).contains("partages, citations, clics", "Définitions, version 3");
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update report_run set definition_version = '2' where id = ?",
                        run.id().value()));
        assertThat(pdf(run)).contains("partages, clics", "Définitions, version 2");
    }

    /// Emoji were marks once; a file that bore them keeps them, also when it is made again.
    @Test
    void aRunKeepsTheLettersThatItWasSetIn() throws IOException {
        said("Fête 🎉", NINE.plusSeconds(600));
        ReportRun run = run();
        assertThat(pdf(run)).contains("Fête 🎉");
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update report_run set typesetting = 'LATIN' where id = ?",
                        run.id().value()));
        assertThat(pdf(run)).contains("Fête \uFFFD");
        assertThat(pdf(anna.runs().again(run.id()))).contains("Fête \uFFFD");
    }

    private String pdf(ReportRun run) throws IOException {
        var out = new ByteArrayOutputStream();
        anna.runs().write(run.id(), ReportFile.PDF, out);
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(pdf).replace('\n', ' ').replaceAll("\\s+", " ");
        }
    }

    @Test
    void nonsenseIsRefusedWithTheWayToMendIt() {
        assertThatThrownBy(() -> new ReportBlock(Kind.TEXT, "{{colour}}"))
                .isInstanceOf(ReportRefused.class)
                .hasMessageContaining("{{period}}");
        assertThatThrownBy(() -> new ReportPlan("x", "de", List.of(new ReportBlock(Kind.CHART, "")), List.of()))
                .isInstanceOf(ReportRefused.class);
        assertThatThrownBy(() -> new ReportPlan("x", "en", List.of(), List.of()))
                .isInstanceOf(ReportRefused.class);
        var report = anna.reports().build(NORD, ReportTemplate.WEEKLY.plan("en"));
        assertThatThrownBy(() -> anna.runs().make(report.id(), LAST, FIRST))
                .isInstanceOf(ReportRefused.class)
                .hasMessageContaining("before it begins");
    }

    @Test
    void aReportIsBuiltChangedAndRemovedByThoseWhoMayAndItsRunsKeepTheirPlan() throws IOException {
        ReportRun run = run();
        assertThatThrownBy(() -> rig(RITA).runs().one(run.id())).isInstanceOf(ReportNotFound.class);
        assertThatThrownBy(() -> rig(MARC).runs().one(run.id())).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> rig(MARC).reports().all(NORD)).isInstanceOf(PermissionDenied.class);
        anna.reports().change(run.report(), ReportTemplate.CAMPAIGN.plan("en"));
        assertThat(anna.reports().one(run.report()).plan().blocks()).hasSize(6);
        assertThat(anna.runs().again(run.id()).sha256()).isEqualTo(run.sha256());
        assertThat(anna.runs().of(run.report())).hasSize(2);
        anna.reports().remove(run.report());
        assertThat(anna.reports().all(NORD)).isEmpty();
        assertThat(anna.runs().one(run.id()).plan().name()).isEqualTo("Semaine de {{brand}}");
    }

    @Test
    void aLinkShowsItsRunUntilItExpiresIsRevokedOrItsMakerMayNotAnyMore() throws IOException {
        ReportRun run = run();
        var reader = new SharedReports(world.worker(), world.clock());
        ReportShares.Fresh weekly = anna.shares().make(run.id(), 7);
        ReportShares.Fresh revoked = anna.shares().make(run.id(), 30);
        anna.shares().revoke(revoked.share().id());
        assertThat(reader.open(revoked.secret())).isEmpty();
        assertThat(reader.open("guessed")).isEmpty();
        assertThat(anna.shares().standing(run.report())).singleElement().isEqualTo(weekly.share());
        var out = new DigestedOutput(new ByteArrayOutputStream());
        reader.open(weekly.secret()).orElseThrow().write(ReportFile.PDF, out);
        assertThat(out.hex()).isEqualTo(run.sha256().get("pdf"));

        world.worker()
                .useHandle(handle -> handle.execute("update membership set role = 'AUTHOR' where member_id = 501"));
        assertThat(reader.open(weekly.secret())).isEmpty();
        world.worker()
                .useHandle(handle -> handle.execute("update membership set role = 'OWNER' where member_id = 501"));
        assertThat(reader.open(weekly.secret())).isPresent();
        world.clock().advance(Duration.ofDays(7));
        assertThat(reader.open(weekly.secret())).isEmpty();
        assertThatThrownBy(() -> anna.shares().make(run.id(), 91)).isInstanceOf(ReportRefused.class);
        assertThatThrownBy(() -> rig(RITA).shares().make(run.id(), 7)).isInstanceOf(ReportNotFound.class);
        assertThatThrownBy(() -> rig(MARC).shares().make(run.id(), 7)).isInstanceOf(PermissionDenied.class);
    }

    private ReportRun run() throws IOException {
        var plan = new ReportPlan(
                "Semaine de {{brand}}",
                "fr",
                List.of(
                        new ReportBlock(Kind.TEXT, "{{posts}} messages, {{engagements}} engagements"),
                        new ReportBlock(Kind.FIGURES, ""),
                        new ReportBlock(Kind.CHART, ""),
                        new ReportBlock(Kind.TOP_POSTS, ""),
                        new ReportBlock(Kind.PAGE_BREAK, ""),
                        new ReportBlock(Kind.TABLE, "")),
                List.of("text", "impressions", "reach", "likes", "engagements"));
        return anna.runs().make(anna.reports().build(NORD, plan).id(), FIRST, LAST);
    }

    private ReportRig rig(MemberScope member) {
        var app = world.access().app();
        return ReportRig.of(member, world.access().url(), app.user(), app.password(), world.clock(), 1);
    }

    private String text(ReportRun run, ReportFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        anna.runs().write(run.id(), file, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String elsewhere(ReportRunId run) throws IOException, InterruptedException {
        var app = world.access().app();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=Pacific/Chatham",
                        "-Duser.language=tr",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReportRig.class.getName(),
                        world.access().url(),
                        app.user(),
                        app.password(),
                        run.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isZero();
        return said.strip();
    }

    private long said(String text, Instant at) {
        long id = TimeOrderedIds.floor(at) + 1;
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into status (id, profile_id, text, lang, created_at, conversation_id) values (?, ?, ?, 'fr', ?, ?)",
                        id,
                        NORD_PROFILE.value(),
                        text,
                        at,
                        id));
        return id;
    }

    /// So many people, each with one fact.
    private void facts(String kind, int people, Instant at) {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into engagement (workspace_id, brand_id, profile_id, status_id, kind, person_no, at)"
                                + " select ?, ?, ?, ?, ?, n, ? from generate_series(1, ?) n",
                        AGENCY.value(),
                        NORD.value(),
                        NORD_PROFILE.value(),
                        status,
                        kind,
                        at,
                        people));
    }
}
