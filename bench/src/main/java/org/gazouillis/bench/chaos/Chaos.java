package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gazouillis.bench.FreshDatabase;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;

/// `Chaos NAME`: makes the trouble and prints the judgement.
public final class Chaos {
    /// One kind of trouble, as large as wanted.
    @FunctionalInterface
    interface Fault {
        List<Judge.Finding> run(DatabaseAccess database, Size size, PrintWriter out) throws Exception;

        /// This one and then the other, in the same database.
        default Fault and(Fault other) {
            return (database, size, out) -> Stream.concat(
                            run(database, size, out).stream(), other.run(database, size, out).stream())
                    .toList();
        }
    }

    /// @param posts how many become due
    /// @param accounts on how many accounts
    /// @param times how often the trouble is made
    record Size(int posts, int accounts, int times, Duration patience) {}

    private record Entry(Fault fault, Size full) {}

    private static final Map<String, Entry> FAULTS = Map.ofEntries(
            fault("F1", new KilledNodes(), new Size(2_000, 100, 50, Duration.ofMinutes(10))),
            fault("F2", new KilledIndexers(), new Size(50_000, 0, 20, Duration.ofMinutes(3))),
            fault(
                    "F4",
                    (_, size, out) -> new DatabaseGone(Duration.ofSeconds(20), Duration.ofMinutes(5)).run(size, out),
                    new Size(0, 100, 10, Duration.ofMinutes(2))),
            fault("F5", new SeveredLine(Duration.ofSeconds(60)), new Size(0, 100, 4, Duration.ofMinutes(2))),
            fault("F7", new ClockJumps(Duration.ofSeconds(30)), new Size(500, 20, 1, Duration.ofMinutes(5))),
            fault("F8", new ClockChanges(), new Size(100, 1, 1, Duration.ofMinutes(15))),
            fault("F9", new SlowDown(), new Size(1_000, 20, 1, Duration.ofMinutes(15))),
            fault("F10", new BadAnswers(), new Size(2_000, 100, 1, Duration.ofMinutes(15))),
            fault("F13", new RacingNodes(), new Size(2_000, 100, 1, Duration.ofMinutes(5))),
            fault("F14", new FrozenNode(), new Size(200, 20, 5, Duration.ofMinutes(10))),
            fault("F15", new DamagedIndex().and(new FullDisk(96)), new Size(100_000, 0, 1, Duration.ofMinutes(3))),
            fault("F22", new CrisisStops(), new Size(6_000, 100, 20, Duration.ofMinutes(5))));

    private static Map.Entry<String, Entry> fault(String name, Fault fault, Size full) {
        return Map.entry(name, new Entry(fault, full));
    }

    private Chaos() {}

    public static void main(String[] arguments) throws Exception {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Entry entry = arguments.length == 1 ? FAULTS.get(arguments[0].toUpperCase(Locale.ROOT)) : null;
        if (entry == null) {
            out.println("Name one fault: " + String.join(", ", names()));
            System.exit(2);
            return;
        }
        Path folder = Files.createTempDirectory("gazouillis-chaos");
        long failed;
        try (EmbeddedDatabase database = FreshDatabase.startIn(folder)) {
            failed = print(entry.fault().run(database.access(), entry.full(), out), out);
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private static List<String> names() {
        return FAULTS.keySet().stream()
                .sorted(Comparator.comparing((String name) -> Integer.valueOf(name.substring(1))))
                .toList();
    }

    private static long print(List<Judge.Finding> findings, PrintWriter out) {
        findings.forEach(each -> out.printf(
                Locale.ROOT,
                "%s  %s%s%n",
                each.passed() ? "pass" : "FAIL",
                each.name(),
                each.passed() ? "" : ": " + each.violations() + " times"));
        long failed = findings.stream().filter(each -> !each.passed()).count();
        out.printf(Locale.ROOT, "%d passed, %d failed%n", findings.size() - failed, failed);
        return failed;
    }
}
