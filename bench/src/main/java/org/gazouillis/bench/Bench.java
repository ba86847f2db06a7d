package org.gazouillis.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `Bench NAME`: runs a bench and prints its figures.
public final class Bench {

    /// One bench. What it prints on the way is for people.
    @FunctionalInterface
    interface Runner {
        List<BenchResult> run(PrintWriter out) throws Exception;
    }

    private static final Map<String, Runner> RUNNERS = new TreeMap<>(Map.ofEntries(
            Map.entry("bulk", out -> new BulkBench(out).run()),
            Map.entry("campaign", out -> new CampaignBench(out).run()),
            Map.entry("dashboard", out -> new DashboardBench(out).run()),
            Map.entry("engagement-kill", out -> new EngagementKill(out).run()),
            Map.entry("export", out -> new ExportBench(out).run()),
            Map.entry("export-kill", out -> new ExportKill(out).run()),
            Map.entry("extract", out -> new ExtractBench(out).run()),
            Map.entry("formats", out -> new FormatsBench(out).run()),
            Map.entry("ingest", out -> new IngestBench(out).run()),
            Map.entry("index", out -> new IndexBench(out).run()),
            Map.entry("opensearch", out -> new ClusterBench(out).run()),
            Map.entry("publish", out -> new PublishBench(out).run()),
            Map.entry("publish-kill", out -> new PublishKill(out).run()),
            Map.entry("publish-kill-server", out -> new ServerKill(out, ServerKill.KILLS).run()),
            Map.entry("redirect", out -> new RedirectBench(out).run()),
            Map.entry("redirect-kill", out -> new RedirectKill(out).run()),
            Map.entry("search", out -> new SearchBench(out).run()),
            Map.entry("watch", out -> new WatchBench(out).run())));

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Runner runner = arguments.length == 1 ? RUNNERS.get(arguments[0]) : null;
        if (runner == null) {
            out.println("Name one bench: " + String.join(", ", RUNNERS.keySet()));
            System.exit(2);
            return;
        }
        List<BenchResult> results = runner.run(out);
        print(arguments[0], results, out);
    }

    private static void print(String name, List<BenchResult> results, PrintWriter out) {
        out.printf(Locale.ROOT, "%n%-44s %14s %14s %-16s %7s%n", name, "ours", "limit", "unit", "ratio");
        results.forEach(result -> out.println(result.row()));
        out.println("{\"bench\":\"" + name + "\",\"results\":["
                + results.stream().map(BenchResult::json).collect(Collectors.joining(",")) + "]}");
    }
}
