package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.listen.StatusIndexer;

/// F15, its third part: the disk of the index fills up while posts go out, stays full over a restart, and is given
/// room again. Publishing must not notice; search must answer all the time and say that it is behind; and the index
/// must catch up by itself, with every post once.
final class FullDisk implements Chaos.Fault {
    private static final long LIMIT_SECONDS = 10;

    private final int megabytes;
    private final List<Judge.Finding> findings = new ArrayList<>();

    /// @param megabytes room for the index of all posts, and once more for its merges
    FullDisk(int megabytes) {
        this.megabytes = megabytes;
    }

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.of(megabytes);
        if (mounted.isEmpty()) {
            out.println("full disk: left out, because only root can mount a small disk, and not in every container");
            return findings;
        }
        try (SmallDisk disk = mounted.get();
                IndexGround ground = new IndexGround(database)) {
            int third = size.posts() / 3;
            ground.say(third);
            StatusIndexer indexer = ground.index(disk.folder().resolve("index"));
            find("full disk: everything is found before", ground.secondsUntilWhole(indexer, size.patience()) < 0);
            fill(disk, ground, indexer, third, size, out);
        }
        return findings;
    }

    private void fill(
            SmallDisk disk, IndexGround ground, StatusIndexer first, int third, Chaos.Size size, PrintWriter out)
            throws IOException {
        Visitor visitor = Visitor.of(ground, first);
        disk.fill();
        becomesBehind("", ground, first, third, size);
        find("full disk: search answers all the time", visitor.leave() > 0);
        first.stop();
        StatusIndexer second = ground.index(disk.folder().resolve("index"));
        find(
                "full disk: it opens again",
                !ground.comes(size.patience(), () -> second.state().isPresent()));
        // Opening takes away what a broken commit left behind.
        disk.fill();
        visitor = Visitor.of(ground, second);
        becomesBehind(" after a restart", ground, second, third, size);
        disk.free();
        long seconds = ground.secondsUntilCaughtUp(second, size.patience());
        find("full disk: search answers all the time after a restart", visitor.leave() > 0);
        out.printf(
                Locale.ROOT,
                "full disk: caught up %d s after there was room, %,d questions meanwhile%n",
                seconds,
                visitor.questions());
        find("full disk: every post is found once when there is room", seconds < 0);
        findings.add(new Judge.Finding(
                "full disk: within ten seconds, without a restart", seconds > LIMIT_SECONDS ? 1 : 0, true));
        second.stop();
    }

    private void becomesBehind(String when, IndexGround ground, StatusIndexer indexer, int posts, Chaos.Size size) {
        find("full disk: publishing goes on" + when, ground.publish(posts) != posts);
        find("full disk: it is noticed" + when, !ground.comes(size.patience(), () -> behind(indexer)));
        boolean said = ground.answer(indexer).filter(IndexGround::saysSo).isPresent();
        find("full disk: answers say that they are behind" + when, !said);
    }

    private static boolean behind(StatusIndexer indexer) {
        return indexer.behindSince().isPresent();
    }

    private void find(String name, boolean violated) {
        findings.add(new Judge.Finding(name, violated ? 1 : 0, false));
    }
}
