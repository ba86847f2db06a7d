package org.gazouillis.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gazouillis.intake.file.ForeignFile;
import org.gazouillis.intake.file.ForeignRow;
import org.gazouillis.intake.file.Limits;
import org.gazouillis.intake.file.RowReader;
import org.gazouillis.intake.layout.Recognition;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.reports.StrictCsv;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.MARC;
import static org.gazouillis.testrig.World.NORD;
import static org.gazouillis.testrig.World.RITA;
import static org.gazouillis.testrig.World.RIVAL;

class ImportsTest {
    private static final String ACTIVITY = "tweet_activity_metrics_nord_cafe_20200101_20200301_en.csv";

    private final World world = World.fresh();
    private final List<Runnable> waiting = new ArrayList<>();
    private final ImportLedger ledger = new ImportLedger(world.worker());
    private final StatusBatches batches = new StatusBatches(world.worker(), ledger);

    @TempDir
    private Path folder;

    private StoredFiles files;
    private ImportRunner runner;

    @BeforeEach
    void open() {
        files = new StoredFiles(new DataDirectory(folder));
        runner = new ImportRunner(ledger, batches, files, new ImportThreads(waiting::add), world.clock());
    }

    @Test
    void everyRowEndsAsAStatusOrAsARefusedRow() {
        ImportRun run = imported(ACTIVITY, resource(ACTIVITY), null);
        assertThat(run)
                .returns(ImportState.DONE, ImportRun::state)
                .returns("x-activity", ImportRun::format)
                .returns(17L, ImportRun::rows)
                .returns(5L, ImportRun::accepted)
                .returns(12L, ImportRun::rejected);
        assertThat(statuses()).isEqualTo(5);
        assertThat(folder.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void theRefusedRowsAreAFileThatAStrictReaderReads() {
        ImportRun run = imported(ACTIVITY, resource(ACTIVITY), null);
        List<List<String>> rows = StrictCsv.read(rejects(run.id()), ',');
        assertThat(rows.getFirst()).containsExactly("line", "column", "value", "reason");
        assertThat(rows).hasSize(13);
        assertThat(rows.get(1)).startsWith("8", "impressions", "1,010");
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("16", "impressions", "'-1.0"));
        assertThat(rows).anySatisfy(row -> assertThat(row.getLast()).contains("already brought this status"));
    }

    @Test
    void importedStatusesKeepDateFiguresAndHashtagsAndAreAnnounced() {
        imported(ACTIVITY, resource(ACTIVITY), null);
        var status = world.worker()
                .withHandle(handle -> handle.createQuery("""
                                select s.*, o.kind, s.hashtags::text as tags, s.promoted ->> 'likes' as promoted_likes
                                from imported_status s join outbox o on o.subject = s.import_id
                                where foreign_id in ('1223290000000000001', '1223290000000000004') order by s.id
                                """).mapToMap().list());
        assertThat(status.getFirst())
                .containsEntry("kind", "StatusImported")
                .containsEntry("tags", "{sandy}")
                .containsEntry("source", "x")
                .containsEntry("impressions", 1010L)
                .containsEntry("quotes", null);
        assertThat(status.getLast()).containsEntry("promoted_likes", "1");
        assertThat(TimeOrderedIds.timeOf(number("select min(id) from imported_status")))
                .isBetween("2020-01-31T16:59:00Z", "2020-01-31T16:59:00.999Z");
    }

    @Test
    void importingTheSameFileAgainUpdatesFiguresAndDoublesNothing() {
        String file = "id,text,date,likes\n7,a,2020-01-31,%d\n8,b,2020-01-31,%d\n";
        ImportRun first = imported("a.csv", String.format(file, 1, 2), null);
        ImportRun second = imported("a.csv", String.format(file, 10, 20), null);
        assertThat(first.accepted()).isEqualTo(second.accepted()).isEqualTo(2);
        assertThat(statuses()).isEqualTo(2);
        assertThat(number("select sum(likes) from imported_status")).isEqualTo(30);
        assertThat(number("select count(*) from outbox where kind = 'StatusImported'"))
                .isEqualTo(2);
    }

    @Test
    void manyStatusesOfOneSecondGetIdsOfTheirOwn() {
        String rows = IntStream.range(0, 6_000)
                .mapToObj(i -> "t" + i + ",2020-01-31")
                .collect(Collectors.joining("\n", "text,date\n", "\n"));
        assertThat(imported("a.csv", rows, null).accepted()).isEqualTo(6_000);
        assertThat(number("select count(distinct id) from imported_status")).isEqualTo(6_000);
    }

    @Test
    void aRunThatACrashInterruptedGoesOnBehindItsLastBatch() throws IOException {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "t" + i + "," + (i % 10 == 0 ? "never" : "2020-01-31"))
                .collect(Collectors.joining("\n", "text,date\n", "\n"));
        ImportId id = start("a.csv", rows, null);
        waiting.clear();
        ImportJob dead = ledger.claim(id).orElseThrow();
        assertThatThrownBy(() -> readUntilItBreaks(dead)).isInstanceOf(IOException.class);
        assertThat(find(id)).returns(2_000L, ImportRun::rows).returns(ImportState.RUNNING, ImportRun::state);
        assertThat(ledger.claim(id)).as("held by its lease").isEmpty();

        world.worker().useHandle(handle -> handle.execute("update import_run set lease_until = now()"));
        runner.run();
        work();
        assertThat(find(id))
                .returns(ImportState.DONE, ImportRun::state)
                .returns(4_500L, ImportRun::accepted)
                .returns(500L, ImportRun::rejected);
        assertThat(statuses()).isEqualTo(4_500);
        assertThatThrownBy(() -> ledger.renew(dead)).isInstanceOf(ImportTakenOver.class);
    }

    @Test
    void aFileThatCannotBeReadEndsItsRunWithTheReason() {
        ImportRun run = imported("a.csv", "a,b\n1,2\n", null);
        assertThat(run.state()).isEqualTo(ImportState.FAILED);
        assertThat(run.failure()).contains("No column of the file holds the text");
        assertThat(run.finishedAt()).isNotNull();
        assertThat(imported("a.csv", "", null).failure()).contains("empty");
        assertThat(folder.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void aWishWithoutSenseStoresNothing() {
        assertThatThrownBy(() -> start("a.csv", "text,date\n", "x-files")).isInstanceOf(ImportWishRefused.class);
        assertThat(number("select count(*) from import_run")).isZero();
    }

    @Test
    void onlyThoseWhoMayImportBringFilesAndNobodySeesThoseOfAnother() {
        ImportId id = imported("../x/a.csv", "text,date\na,2020-01-31\n", null).id();
        assertThat(find(id).fileName()).isEqualTo("a.csv");
        assertThatThrownBy(() -> startAs(MARC, NORD)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> world.as(RITA, () -> imports(RITA).find(id))).isInstanceOf(ImportNotFound.class);
        assertThat(world.as(ANNA, () -> imports(ANNA).newest(NORD, 10))).hasSize(1);
        long seen = world.as(
                RITA,
                () -> world.app()
                        .withHandle(handle -> handle.createQuery(
                                        "select (select count(*) from imported_status) + (select count(*) from import_run)")
                                .mapTo(Long.class)
                                .one()));
        assertThat(seen).isZero();
    }

    @Test
    void twoBrandsMayBringTheSameStatus() throws IOException {
        String file = "id,text,date\n7,a,2020-01-31\n";
        imported("a.csv", file, null);
        world.as(RITA, () -> started(RITA, RIVAL, "a.csv", file, null));
        work();
        assertThat(statuses()).isEqualTo(2);
    }

    private void readUntilItBreaks(ImportJob job) throws IOException {
        var file = ForeignFile.open(files.path(job.id()), Limits.HOUSE);
        var recognition = Recognition.of(file, ImportWish.NONE, ZoneId.of("Europe/Paris"), world.clock(), () -> {});
        try (var rows = new Breaking(file.rows())) {
            batches.readAll(job, rows, recognition.layout());
        }
    }

    private ImportRun imported(String name, String content, @Nullable String wish) {
        ImportId id = start(name, content, wish);
        work();
        return find(id);
    }

    private void work() {
        var now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    private ImportId start(String name, String content, @Nullable String wish) {
        return world.as(ANNA, () -> started(ANNA, NORD, name, content, wish));
    }

    private void startAs(MemberScope member, BrandId brand) {
        world.as(member, () -> started(member, brand, "a.csv", "text,date\n", null));
    }

    private ImportId started(MemberScope member, BrandId brand, String name, String content, @Nullable String wish) {
        try {
            return imports(member)
                    .start(brand, name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), wish, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Imports imports(MemberScope member) {
        var current = new CurrentMember();
        current.become(member);
        var runs = new ImportRuns(world.app(), world.clock());
        return new Imports(new Permissions(current), current, runs, files, runner, world.ids());
    }

    private ImportRun find(ImportId id) {
        return world.as(ANNA, () -> imports(ANNA).find(id));
    }

    private String rejects(ImportId id) {
        return world.as(ANNA, () -> {
            var out = new ByteArrayOutputStream();
            try {
                imports(ANNA).writeRejects(id, out);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    private long statuses() {
        return number("select count(*) from imported_status");
    }

    private long number(String sql) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static String resource(String name) {
        try (InputStream in = ImportsTest.class.getResourceAsStream("/org/gazouillis/intake/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A disk that fails in the middle of the second batch.
    private static final class Breaking implements RowReader {
        private static final int SOUND_ROWS = 2_500;
        private final RowReader rows;
        private int read;

        Breaking(RowReader rows) {
            this.rows = rows;
        }

        @Override
        public List<String> columns() {
            return rows.columns();
        }

        @Override
        public @Nullable ForeignRow next() throws IOException {
            if (++read > SOUND_ROWS) {
                throw new IOException("the disk is gone");
            }
            return rows.next();
        }

        @Override
        public long line() {
            return rows.line();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
