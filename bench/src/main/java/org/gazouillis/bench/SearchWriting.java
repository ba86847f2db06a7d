package org.gazouillis.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gazouillis.index.Position;
import org.gazouillis.index.StatusIndex;

/// The part of `search` that fills the indexes: posts for each CPU second of this process, merges and all.
final class SearchWriting {
    private final PrintWriter out;
    private final PostStream posts;
    private final boolean besideL;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    SearchWriting(PrintWriter out, PostStream posts, boolean besideL) {
        this.out = out;
        this.posts = posts;
        this.besideL = besideL;
    }

    /// @param lean an empty folder, for `L` without stems, addresses and facets
    List<BenchResult> run(StatusIndex ours, PlainIndex unsorted, PlainIndex sorted, Path lean) throws IOException {
        double making = made();
        double leanRate = besideL ? lean(lean, making) : 0;
        double l = besideL ? plain(unsorted, making) : 0;
        double s = plain(sorted, making);
        double our = perCpuSecond(making, () -> {
            posts.forEach(ours::put);
            ours.makeVisible();
            ours.commit(new Position(1, 1));
        });
        List<BenchResult> results = new ArrayList<>();
        if (besideL) {
            results.add(BenchResult.rate("indexing beside L", our, l, "posts/cpu-s"));
            results.add(BenchResult.rate(
                    "indexing beside L without stems, addresses and facets", our, leanRate, "posts/cpu-s"));
        }
        results.add(BenchResult.rate("indexing beside S", our, s, "posts/cpu-s"));
        return results;
    }

    private double lean(Path folder, double making) throws IOException {
        try (PlainIndex lean = PlainIndex.unsorted(folder, PlainDocuments::lean)) {
            return plain(lean, making);
        }
    }

    private double plain(PlainIndex index, double making) throws IOException {
        return perCpuSecond(making, () -> {
            posts.forEach(batch -> unchecked(() -> index.put(batch)));
            index.commit();
        });
    }

    /// CPU seconds that the making of the posts takes, which is no one's indexing.
    private double made() {
        long before = machine.getProcessCpuTime();
        long[] letters = {0};
        posts.forEach(batch -> batch.forEach(post -> letters[0] += post.text().length()));
        double seconds = (machine.getProcessCpuTime() - before) / 1e9;
        out.printf(Locale.ROOT, "made in %.1f CPU seconds, %d letters each%n", seconds, letters[0] / posts.count());
        return seconds;
    }

    private double perCpuSecond(double making, Work work) throws IOException {
        System.gc();
        long before = machine.getProcessCpuTime();
        work.run();
        return posts.count() / ((machine.getProcessCpuTime() - before) / 1e9 - making);
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
