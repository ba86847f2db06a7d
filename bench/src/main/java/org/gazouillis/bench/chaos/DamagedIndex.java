package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.listen.StatusIndexer;

/// F15: the folder of the index is deleted under the running server and while it is down, and single bits of its
/// files are turned. Search must come back by itself, whole, and never answer with an error meanwhile.
final class DamagedIndex implements Chaos.Fault {
    private static final long LIMIT_SECONDS = 60;
    private static final int FILES = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Random chance = new Random(15);
    private final List<Judge.Finding> findings = new ArrayList<>();

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        Path folder = Files.createTempDirectory("gazouillis-index-damage").resolve("index");
        try (IndexGround ground = new IndexGround(database)) {
            ground.say(size.posts());
            StatusIndexer indexer = ground.index(folder);
            judge("built at first", ground, indexer, size, out);
            delete(folder);
            awaitFolder(folder, size);
            judge("deleted while running", ground, indexer, size, out);
            indexer.stop();
            delete(folder);
            indexer = ground.index(folder);
            judge("deleted while down", ground, indexer, size, out);
            turnBits(folder);
            judge("damaged while running", ground, indexer, size, out);
            indexer.stop();
            turnBits(folder);
            indexer = ground.index(folder);
            judge("damaged while down", ground, indexer, size, out);
            indexer.stop();
        }
        return findings;
    }

    private void judge(String trouble, IndexGround ground, StatusIndexer indexer, Chaos.Size size, PrintWriter out) {
        Visitor visitor = Visitor.of(ground, indexer);
        long seconds = ground.secondsUntilWhole(indexer, size.patience());
        long errors = visitor.leave();
        out.printf(
                Locale.ROOT, "%s: whole after %d s, %,d questions meanwhile%n", trouble, seconds, visitor.questions());
        findings.add(new Judge.Finding(trouble + ": everything is found again", seconds < 0 ? 1 : 0, false));
        findings.add(new Judge.Finding(trouble + ": search answers meanwhile", errors, false));
        findings.add(new Judge.Finding(trouble + ": within a minute", seconds > LIMIT_SECONDS ? 1 : 0, true));
    }

    /// An index whose files are gone is noticed within a second; until then it answers from what it holds open.
    private static void awaitFolder(Path folder, Chaos.Size size) {
        long begun = System.nanoTime();
        while (!Files.isDirectory(folder)
                && System.nanoTime() - begun < size.patience().toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// One bit of each of the largest files.
    private void turnBits(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> largest = paths.filter(Files::isRegularFile)
                    .sorted(Comparator.comparingLong(
                                    (Path path) -> path.toFile().length())
                            .reversed())
                    .limit(FILES)
                    .toList();
            for (Path path : largest) {
                try (var file = new RandomAccessFile(path.toFile(), "rw")) {
                    long at = (long) (chance.nextDouble() * file.length());
                    file.seek(at);
                    int byteThere = file.read();
                    file.seek(at);
                    file.write(byteThere ^ 1 << chance.nextInt(8));
                }
            }
        }
    }
}
