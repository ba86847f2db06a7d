package org.gazouillis.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.index.Position;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.StatusIndex;

/// How long a post waits until searches see it while 500 come in each second, each at its moment, into an index that
/// holds all the others already; a commit every five seconds beside it, as in the house. The limits are those that we
/// set ourselves.
final class Freshness {

    private static final int PER_SECOND = 500;
    private static final int SECONDS = 20;
    private static final int WARM_UP_SECONDS = 3;
    private static final double MEDIAN_LIMIT = 15;
    private static final double P99_LIMIT = 50;
    private static final long COMMIT_AFTER = 5_000_000_000L;

    private final PrintWriter out;
    private final PostStream posts;
    private final StatusIndex index;

    Freshness(PrintWriter out, PostStream posts, StatusIndex index) {
        this.out = out;
        this.posts = posts;
        this.index = index;
    }

    List<BenchResult> run() {
        List<Double> waits = waits().stream()
                .skip((long) PER_SECOND * WARM_UP_SECONDS)
                .sorted()
                .toList();
        double median = waits.get(waits.size() / 2);
        double p99 = waits.get(waits.size() * 99 / 100);
        out.printf(Locale.ROOT, "%d posts waited, the longest %.1f ms%n", waits.size(), waits.getLast());
        return List.of(
                BenchResult.time("visible after, median, beside 15 ms", median, MEDIAN_LIMIT, "ms"),
                BenchResult.time("visible after, p99, beside 50 ms", p99, P99_LIMIT, "ms"));
    }

    private List<Double> waits() {
        List<StatusDocument> news = new ArrayList<>();
        for (long id = posts.count() + 1; id <= posts.count() + PER_SECOND * SECONDS; id++) {
            news.add(posts.post(id, PostStream.START.plus(PostStream.YEAR).plusMillis(id)));
        }
        long gap = 1_000_000_000L / PER_SECOND;
        List<Double> waits = new ArrayList<>(news.size());
        long before = index.count();
        long start = System.nanoTime();
        long committed = start;
        int next = 0;
        while (next < news.size()) {
            int due = (int) Math.min(news.size(), (System.nanoTime() - start) / gap + 1);
            if (due > next) {
                index.put(news.subList(next, due));
                index.makeVisible();
                if (index.count() != before + due) {
                    throw new IllegalStateException("Only " + index.count() + " of " + (before + due) + " are visible");
                }
                long now = System.nanoTime();
                for (; next < due; next++) {
                    waits.add((now - start - next * gap) / 1e6);
                }
            }
            if (System.nanoTime() - committed > COMMIT_AFTER) {
                Position mark = new Position(2, next);
                Thread.ofPlatform().daemon().start(() -> index.commit(mark));
                committed = System.nanoTime();
            }
            LockSupport.parkNanos(start + next * gap - System.nanoTime());
        }
        return waits;
    }
}
