package org.gazouillis.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.report.EngagementExport;
import org.gazouillis.report.EngagementWish;
import org.gazouillis.report.ExportTrail;
import org.gazouillis.reports.XActivityFormat;
import org.gazouillis.reports.XActivityFormat.Generation;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gazouillis.testrig.World.ANNA;
import static org.gazouillis.testrig.World.NORD;

/// X's activity files in and out again: the same values, row by row.
class XRoundTripTest {
    private static final TimeRange EVER =
            new TimeRange(Instant.parse("2006-01-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));

    private final World world = World.fresh();
    private final CurrentMember current = new CurrentMember();
    private final List<Runnable> waiting = new ArrayList<>();
    private final ImportLedger ledger = new ImportLedger(world.worker());
    private final StatusBatches batches = new StatusBatches(world.worker(), ledger);

    @TempDir
    private Path folder;

    private StoredFiles files;
    private ImportRunner runner;

    @BeforeEach
    void open() {
        current.become(ANNA);
        files = new StoredFiles(new DataDirectory(folder));
        runner = new ImportRunner(ledger, batches, files, new ImportThreads(waiting::add), world.clock());
    }

    @Test
    void aFileAsXWroteItComesBackByteForByte() throws IOException {
        String file = header(Generation.LIKES) + "\n"
                + quoted(
                        "1226928883355791361",
                        "@anna R&amp;D &lt;3\nsecond line, \"\"quoted\"\" 😀",
                        "2020-02-11 18:00 +0000")
                + ",\"1203.0\",\"39.0\",\"0.032418952618453865\",\"4.0\",\"0.0\",\"7.0\",\"2.0\",\"22.0\",\"0.0\",\"4.0\",\"0.0\""
                + ",\"0\",\"0\",\"0\",\"0\",\"0\",\"3\",\"3\"" + ",\"-\"".repeat(18) + "\n"
                + quoted("1226928883355791360", "=1+1 promoted once", "2020-02-10 18:00 +0000")
                + ",\"9000.0\",\"5.0\",\"5.555555555555556E-4\",\"4.0\",\"0.0\",\"1.0\",\"0.0\",\"0.0\",\"0.0\",\"0.0\",\"0.0\""
                + ",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\""
                + ",\"100.0\",\"1.0\",\"0.01\",\"0.0\",\"0.0\",\"1.0\",\"0.0\",\"0.0\",\"0.0\",\"0.0\",\"0.0\""
                + ",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\"\n"
                + quoted("1226928883355791359", "seen by nobody, X says", "2020-02-09 18:00 +0000")
                + ",\"0.0\",\"3.0\",\"Infinity\",\"1.0\",\"0.0\",\"1.0\",\"0.0\",\"1.0\",\"0.0\",\"0.0\",\"0.0\""
                + ",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\"" + ",\"-\"".repeat(18) + "\n";
        brought(file);
        assertThat(exported(Generation.LIKES)).isEqualTo(file);
    }

    @Test
    void manyRowsOfEachGenerationKeepTheirValuesAndTheirOrder() throws IOException {
        for (Generation generation : Generation.values()) {
            world.worker().useHandle(handle -> handle.execute("delete from imported_status"));
            var random = new Random(generation.ordinal());
            String file = IntStream.range(0, 3_000)
                    .mapToObj(i -> row(random, i))
                    .collect(Collectors.joining("\r\n", header(generation) + "\r\n", "\r\n"));
            brought(file);
            assertSame(records(file), records(exported(generation)));
        }
    }

    @Test
    void whatCouldBeReadOfATroubledFileComesBack() throws IOException {
        String file = resource("tweet_activity_metrics_nord_cafe_20200101_20200301_en.csv");
        brought(file);
        List<CSVRecord> back = records(exported(Generation.LIKES));
        assertThat(back).hasSize(6);
        assertThat(back.get(1).get(0)).isEqualTo("1223290000000000001");
        assertThat(back.get(1).get(2))
                .startsWith("Sandy is coming &amp; we stay &lt;open&gt; #Sandy\nBring candles, \"soup\" 'n' bread");
        assertThat(back.get(1).get(4)).isEqualTo("1010.0");
        assertThat(back.getLast().get(2)).isEqualTo("The last one is sound");
    }

    private static void assertSame(List<CSVRecord> before, List<CSVRecord> after) {
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.getFirst().toList()).isEqualTo(before.getFirst().toList());
        for (int row = 1; row < before.size(); row++) {
            for (int cell = 0; cell < 40; cell++) {
                String was = before.get(row).get(cell);
                String is = after.get(row).get(cell);
                if (cell < 4 || was.equals("-")) {
                    assertThat(is).isEqualTo(was);
                } else {
                    assertThat(new BigDecimal(is))
                            .as("row %d, cell %d", row, cell)
                            .isEqualByComparingTo(was);
                }
            }
        }
    }

    /// A row in which everything that real files hold may happen; counts with and without decimals.
    private static String row(Random random, int number) {
        String text =
                List.of("@anna yes", "R&amp;D &lt;b&gt;", "line\nbreak", "été, \"\"cité\"\" 👍🏽", "-", "=1+1", " pad ")
                                .get(random.nextInt(7))
                        + number;
        boolean promoted = random.nextInt(20) == 0;
        return quoted(
                        Long.toString(612_345_678_901_230_000L + number),
                        text,
                        "2015-06-" + (10 + random.nextInt(20)) + " 08:15 +0000")
                + counts(random)
                + (promoted ? counts(random) : ",\"-\"".repeat(18));
    }

    private static String counts(Random random) {
        int impressions = random.nextInt(20_000);
        int engagements = impressions == 0 ? 0 : random.nextInt(impressions);
        double rate = impressions == 0 ? 0 : engagements / (double) impressions;
        String dot = random.nextBoolean() ? ".0" : "";
        return ",\"" + impressions + ".0\",\"" + engagements + dot + "\",\"" + rate + "\""
                + IntStream.range(0, 15)
                        .mapToObj(i -> ",\"" + random.nextInt(50) + dot + "\"")
                        .collect(Collectors.joining());
    }

    private static String quoted(String id, String text, String time) {
        return "\"" + id + "\",\"https://twitter.com/nord/status/" + id + "\",\"" + text + "\",\"" + time + "\"";
    }

    private static String header(Generation generation) {
        return new XActivityFormat(generation, false, false)
                .columns().stream().map(column -> "\"" + column.key() + "\"").collect(Collectors.joining(","));
    }

    private static List<CSVRecord> records(String file) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(file)).getRecords();
    }

    private void brought(String file) {
        world.as(ANNA, () -> {
            try {
                var imports = new Imports(
                        new Permissions(current),
                        current,
                        new ImportRuns(world.app(), world.clock()),
                        files,
                        runner,
                        world.ids());
                return imports.start(
                        NORD, "x.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), null, null);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    private String exported(Generation generation) throws IOException {
        var out = new ByteArrayOutputStream();
        var trail = new ExportTrail(world.known(ANNA), new AuditTrail(world.ids(), world.clock()));
        new EngagementExport(
                        new Permissions(current),
                        new Snapshots(world.app()),
                        trail,
                        new PublicAddress("https://gz.example/"))
                .write(new EngagementWish(NORD, EVER, List.of(), new XActivityFormat(generation, false, false)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (InputStream in = XRoundTripTest.class.getResourceAsStream("/org/gazouillis/intake/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
