package org.gazouillis.engage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Two nodes that report, crash and start again, beside the plain rule: what a node brought in takes its turn, call by
/// call, and counts unless the same person, status and kind counted too shortly before.
class CountedWindowTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final World world = World.fresh();
    private final PlainRule rule = new PlainRule();
    private final List<StatusId> statuses = new ArrayList<>();
    private final List<Viewer> viewers = new ArrayList<>();
    private final List<List<Report>> sent = new ArrayList<>();

    /// A heap that holds next to nothing looks almost everything up.
    @ParameterizedTest
    @CsvSource({"1, 1000000", "2, 1000000", "3, 6", "4, 25"})
    void whatCountsIsWhatThePlainRuleCounts(long seed, int mostInHeap) throws IOException, SQLException {
        Random random = new Random(seed);
        settle();
        List<ReportingNode> nodes = List.of(
                new ReportingNode(world, folder.resolve("one"), mostInHeap),
                new ReportingNode(world, folder.resolve("two"), mostInHeap));
        for (int step = 0; step < 200; step++) {
            ReportingNode node = nodes.get(random.nextInt(2));
            switch (random.nextInt(12)) {
                case 0 -> node.ship();
                case 1 -> node.shipWithBrokenCommit(true);
                case 2 -> node.shipWithBrokenCommit(false);
                case 3 -> node.killAndRestart(random);
                default -> node.report(call(random));
            }
            node.brought().forEach(rule::take);
            world.clock().advance(Duration.ofSeconds(random.nextInt(step % 40 == 0 ? 9_000 : 90)));
        }
        for (ReportingNode node : nodes) {
            node.ship();
            node.brought().forEach(rule::take);
            node.close();
        }
        assertThat(stored()).hasSizeGreaterThan(60).containsExactlyInAnyOrderElementsOf(rule.counted);
    }

    @Test
    void nodesThatBringTheSameAtOnceCountItOnce() throws Exception {
        settle();
        List<Callable<Void>> both = new ArrayList<>();
        List<ReportingNode> nodes = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            ReportingNode node = new ReportingNode(world, folder.resolve(name), 1_000);
            nodes.add(node);
            for (int n = 0; n < 300; n++) {
                node.report(new ReportCall(
                        new Viewer.Visitor("visitor" + n),
                        false,
                        world.clock().instant(),
                        List.of(Report.seen(statuses.getFirst(), null))));
            }
            both.add(() -> {
                node.ship();
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Void> each : threads.invokeAll(both)) {
                each.get();
            }
        }
        for (ReportingNode node : nodes) {
            assertThat(node.brought()).hasSize(300);
            node.close();
        }
        assertThat(stored()).hasSize(300);
    }

    private void settle() {
        for (int n = 0; n < 3; n++) {
            statuses.add(Statuses.post(world, World.NORD_PROFILE));
            viewers.add(new Viewer.Visitor("cookie" + n));
            viewers.add(new Viewer.Reader(world.profile("reader" + n)));
        }
    }

    /// Of a few people and statuses; a third of the calls were sent before.
    private ReportCall call(Random random) {
        Instant now = world.clock().instant();
        Viewer viewer = viewers.get(random.nextInt(viewers.size()));
        if (!sent.isEmpty() && random.nextInt(3) == 0) {
            return new ReportCall(viewer, false, now, sent.get(random.nextInt(sent.size())));
        }
        List<Report> reports = new ArrayList<>();
        for (int n = random.nextInt(4); n >= 0; n--) {
            ReportKind kind = ReportKind.of(Math.max(0, random.nextInt(6) - 3));
            Instant at = now.minus(random.nextInt(70 * 60) * 1_000_000L + random.nextInt(999_999), ChronoUnit.MICROS);
            reports.add(new Report(statuses.get(random.nextInt(3)), kind, random.nextInt(4) == 0 ? now : at));
        }
        sent.add(reports);
        return new ReportCall(viewer, false, now, reports);
    }

    private List<String> stored() {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery("""
                                select concat_ws(' ', e.kind, e.status_id, coalesce(p.id::text, 'visitor'),
                                  (extract(epoch from e.at) * 1000000)::bigint)
                                from engagement e
                                left join profile p on not e.anonymous and p.person_no = e.person_no
                                """).mapTo(String.class).list());
    }

    /// It knows nothing of ours but the published numbers.
    private static final class PlainRule {
        private final Map<String, Instant> last = new HashMap<>();
        private final List<String> counted = new ArrayList<>();

        void take(ReportCall call) {
            call.reports().stream()
                    .filter(report -> report.kind() == ReportKind.VIEW || !tooLate(call, report))
                    .map(report -> tooLate(call, report)
                            ? Report.seen(report.status(), call.received().minus(HOUR))
                            : report)
                    .sorted((one, other) -> time(one).compareTo(time(other)))
                    .forEach(report -> take(call, report));
        }

        private void take(ReportCall call, Report report) {
            String who = call.viewer() instanceof Viewer.Reader reader
                    ? reader.profile().toString()
                    : call.day() + " " + call.viewer();
            String key = report.kind() + " " + report.status() + " " + who;
            Duration window = report.kind() == ReportKind.VIEW ? Duration.ofMinutes(30) : Duration.ofSeconds(10);
            if (!time(report).isBefore(last.getOrDefault(key, Instant.EPOCH).plus(window))) {
                last.put(key, time(report));
                counted.add(report.kind() + " " + report.status() + " "
                        + (call.viewer() instanceof Viewer.Reader ? who : "visitor") + " "
                        + ChronoUnit.MICROS.between(Instant.EPOCH, time(report)));
            }
        }

        private static boolean tooLate(ReportCall call, Report report) {
            return time(report).isBefore(call.received().minus(HOUR));
        }

        private static Instant time(Report report) {
            return Objects.requireNonNull(report.at());
        }
    }
}
