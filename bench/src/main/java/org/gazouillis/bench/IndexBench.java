package org.gazouillis.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.util.IOUtils;
import org.gazouillis.index.IndexSettings;
import org.gazouillis.index.Position;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.StatusIndex;

/// `index`: posts per CPU second of `StatusIndex` beside a bare Lucene writer, and how long a post waits until
/// searches see it while
/// 200 come in each second.
///
/// CPU is that of the whole process (merging and garbage collection included), so a busy machine disturbs it little.
/// Ours and the
/// limit take turns; the first rounds only warm up.
final class IndexBench {

    private static final int POSTS = 100_000;
    private static final int BATCH = 1_000;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 5;
    private static final int PER_SECOND = 200;
    private static final int SECONDS = 6;

    private final PrintWriter out;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    IndexBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException {
        Corpus corpus = Corpus.load(POSTS);
        List<StatusDocument> documents = corpus.documents(1, POSTS);
        out.printf(Locale.ROOT, "%,d %s, %d rounds after %d to warm up%n", POSTS, corpus.origin(), ROUNDS, WARM_UP);
        var results = new ArrayList<BenchResult>();
        results.add(rate(documents));
        results.addAll(visibility(corpus));
        return results;
    }

    private BenchResult rate(List<StatusDocument> documents) throws IOException {
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double our = perCpuSecond(
                    documents.size(),
                    () -> withOurs(index -> {
                        for (int from = 0; from < documents.size(); from += BATCH) {
                            index.put(documents.subList(from, Math.min(from + BATCH, documents.size())));
                        }
                        index.commit(new Position(1, documents.size()));
                    }));
            double limit = perCpuSecond(
                    documents.size(),
                    () -> withBare(index -> {
                        index.put(documents);
                        index.commit();
                    }));
            out.printf(
                    Locale.ROOT,
                    "%s round: ours %,.0f, bare %,.0f posts per CPU second%n",
                    round < 0 ? "warm-up" : "timed",
                    our,
                    limit);
            if (round >= 0) {
                ours[round] = our;
                bare[round] = limit;
            }
        }
        return BenchResult.rate("indexing", median(ours), median(bare), "posts/cpu-s");
    }

    private List<BenchResult> visibility(Corpus corpus) throws IOException {
        List<StatusDocument> stock = corpus.documents(1, POSTS);
        List<StatusDocument> news = corpus.documents(POSTS + 1L, PER_SECOND * SECONDS);
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            var our = new ArrayList<Double>();
            withOurs(index -> {
                index.put(stock);
                index.makeVisible();
                index.commit(new Position(1, 1));
                our.addAll(stream(
                        news,
                        new Stream(
                                index::put, index::makeVisible, () -> index.commit(new Position(2, 2)), index::count)));
            });
            var limit = new ArrayList<Double>();
            withBare(index -> {
                index.put(stock);
                index.makeVisible();
                index.commit();
                limit.addAll(stream(news, new Stream(index::put, index::makeVisible, index::commit, index::count)));
            });
            if (round > 0) {
                ours.addAll(our);
                bare.addAll(limit);
            }
        }
        return List.of(
                BenchResult.time(
                        "visible after, median, 200 posts/s",
                        BenchResult.quantile(ours, 0.50),
                        BenchResult.quantile(bare, 0.50),
                        "ms"),
                BenchResult.time(
                        "visible after, p99, 200 posts/s",
                        BenchResult.quantile(ours, 0.99),
                        BenchResult.quantile(bare, 0.99),
                        "ms"));
    }

    /// Feeds posts at their moment, makes them visible at once and commits every five seconds.
    ///
    /// @return milliseconds from a post's moment until a searcher counts it
    private static List<Double> stream(List<StatusDocument> news, Stream stream) throws IOException {
        var waits = new ArrayList<Double>(news.size());
        long gap = 1_000_000_000L / PER_SECOND;
        long start = System.nanoTime();
        long before = stream.visible.count();
        long committed = start;
        int next = 0;
        while (next < news.size()) {
            int due = (int) Math.min(news.size(), (System.nanoTime() - start) / gap + 1);
            if (due > next) {
                stream.put.on(news.subList(next, due));
                stream.show.run();
                if (stream.visible.count() != before + due) {
                    throw new IllegalStateException(
                            "Only " + stream.visible.count() + " of " + (before + due) + " are visible");
                }
                long now = System.nanoTime();
                for (; next < due; next++) {
                    waits.add((now - start - next * gap) / 1e6);
                }
            }
            if (System.nanoTime() - committed > 5_000_000_000L) {
                stream.commit.run();
                committed = System.nanoTime();
            }
            LockSupport.parkNanos(start + next * gap - System.nanoTime());
        }
        return waits;
    }

    private double perCpuSecond(int posts, Work work) throws IOException {
        System.gc();
        long before = machine.getProcessCpuTime();
        work.run();
        return posts / ((machine.getProcessCpuTime() - before) / 1e9);
    }

    private static void withOurs(Use<StatusIndex> use) throws IOException {
        Path folder = Files.createTempDirectory("gazouillis-bench");
        try (StatusIndex index = StatusIndex.open(folder, IndexSettings.standard())) {
            use.of(index);
        } finally {
            IOUtils.rm(folder);
        }
    }

    private static void withBare(Use<BareIndex> use) throws IOException {
        Path folder = Files.createTempDirectory("gazouillis-bench");
        try (BareIndex index = new BareIndex(folder)) {
            use.of(index);
        } finally {
            IOUtils.rm(folder);
        }
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private record Stream(Put put, Work show, Work commit, Count visible) {}

    @FunctionalInterface
    private interface Put {
        void on(List<StatusDocument> documents) throws IOException;
    }

    @FunctionalInterface
    private interface Count {
        long count() throws IOException;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface Use<T> {
        void of(T index) throws IOException;
    }
}
