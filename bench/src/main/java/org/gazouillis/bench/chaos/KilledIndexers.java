package org.gazouillis.bench.chaos;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.listen.StatusIndexer;

/// F2: the process that indexes is killed by `kill -9`, the first time before its first commit, while statuses keep
/// coming. The one that is left alone must find everything, once.
final class KilledIndexers implements Chaos.Fault {
    private static final long LIMIT_SECONDS = 60;
    private static final int LONGEST_MILLIS = 1_200;

    private final Random chance = new Random(2);

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        Path folder = Files.createTempDirectory("gazouillis-index-kill");
        try (IndexGround ground = new IndexGround(database)) {
            int each = size.posts() / (size.times() + 1);
            ground.say(each);
            for (int kill = 0; kill < size.times(); kill++) {
                Process node = IndexNode.start(database, folder.resolve("index"), folder.resolve("log"));
                Thread author = Thread.ofPlatform().start(() -> ground.say(each));
                LockSupport.parkNanos(Duration.ofMillis(kill == 0 ? 1 : chance.nextInt(LONGEST_MILLIS))
                        .toNanos());
                node.destroyForcibly().waitFor();
                author.join();
            }
            return judge(ground, folder.resolve("index"), size, out);
        }
    }

    private static List<Judge.Finding> judge(IndexGround ground, Path folder, Chaos.Size size, PrintWriter out) {
        StatusIndexer last = ground.index(folder);
        long seconds = ground.secondsUntilWhole(last, size.patience());
        boolean answers = ground.answers(last);
        last.stop();
        StatusIndexer again = ground.index(folder);
        long unchanged = ground.secondsUntilWhole(again, size.patience());
        again.stop();
        out.printf(Locale.ROOT, "%d kills; whole after %d s%n", size.times(), seconds);
        return List.of(
                new Judge.Finding("everything is found, and nothing else", seconds < 0 ? 1 : 0, false),
                new Judge.Finding("search answers", answers ? 0 : 1, false),
                new Judge.Finding("so it is after a restart in order", unchanged < 0 ? 1 : 0, false),
                new Judge.Finding("within a minute", seconds > LIMIT_SECONDS ? 1 : 0, true));
    }
}
