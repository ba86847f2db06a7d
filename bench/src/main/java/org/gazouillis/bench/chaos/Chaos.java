package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.database.PostgresSettings;
import org.gazouillis.database.Secrets;

/// `Chaos NAME`: makes the trouble and prints the judgement.
public final class Chaos {
    /// One kind of trouble, as large as wanted.
    @FunctionalInterface
    interface Fault {
        List<Judge.Finding> run(DatabaseAccess database, Size size, PrintWriter out) throws Exception;
    }

    /// @param posts how many become due
    /// @param accounts on how many accounts
    /// @param times how often the trouble is made
    record Size(int posts, int accounts, int times, Duration patience) {}

    private record Entry(Fault fault, Size full) {}

    private static final Map<String, Entry> FAULTS = new TreeMap<>(Map.of(
            "F1", new Entry(new KilledNodes(), new Size(2_000, 100, 50, Duration.ofMinutes(10))),
            "F8", new Entry(new ClockChanges(), new Size(100, 1, 1, Duration.ofMinutes(15))),
            "F9", new Entry(new SlowDown(), new Size(1_000, 20, 1, Duration.ofMinutes(15))),
            "F10", new Entry(new BadAnswers(), new Size(2_000, 100, 1, Duration.ofMinutes(15))),
            "F14", new Entry(new FrozenNode(), new Size(200, 20, 5, Duration.ofMinutes(10)))));

    private Chaos() {}

    public static void main(String[] arguments) throws Exception {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Entry entry = arguments.length == 1 ? FAULTS.get(arguments[0].toUpperCase(Locale.ROOT)) : null;
        if (entry == null) {
            out.println("Name one fault: " + String.join(", ", FAULTS.keySet()));
            System.exit(2);
            return;
        }
        Path folder = Files.createTempDirectory("gazouillis-chaos");
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        long failed;
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(folder.resolve("database"), secrets, PostgresSettings.durable())) {
            failed = print(entry.fault().run(database.access(), entry.full(), out), out);
        }
        System.exit(failed == 0 ? 0 : 1);
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
