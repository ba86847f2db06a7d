package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gazouillis.bench.OtherJvm;
import org.gazouillis.bench.netsim.Script;
import org.gazouillis.database.DatabaseAccess;

/// F13: two nodes without the cluster's lock, which lets a tick run on one of them at a time, so that nothing but the
/// locks on rows stands between them; everything becomes due within one second, half for the built-in timeline and half
/// outside. Who took what is told by the ids, which bear their node's number.
final class RacingNodes implements Chaos.Fault {
    private static final long LIMIT_SECONDS = 60;
    /// With few posts, one node may be quicker every time; that is no race, and another is run.
    private static final int MOST_RACES = 10;

    @Override
    public List<Judge.Finding> run(DatabaseAccess database, Chaos.Size size, PrintWriter out) throws Exception {
        try (ChaosGround ground = ChaosGround.on(database, Script.GOOD, size.accounts())) {
            int races = 0;
            while (races < size.times() || (!bothRan(ground) && races < MOST_RACES)) {
                race(ground, size.posts() / size.times());
                races++;
            }
            boolean settled = ground.settles(size.patience());
            Judge judge = ground.judge();
            out.printf(
                    Locale.ROOT,
                    "claims by node: %s; sendings by node: %s; the latest was %d s late%n",
                    shares(ground, "select id from publication"),
                    shares(ground, "select id from attempt where kind = 'SEND'"),
                    judge.latestSeconds());
            return judge.needs("all settled in time", settled)
                    .needs("both nodes claimed", nodes(ground, "publication") == 2)
                    .needs("both nodes sent", nodes(ground, "attempt") == 2)
                    .within("seconds until the last was out", judge.latestSeconds(), LIMIT_SECONDS)
                    .all();
        }
    }

    /// Both stand ready before anything is due.
    private static void race(ChaosGround ground, int posts) throws IOException, InterruptedException {
        List<Process> both = List.of(ground.node(5, ChaosNode.Manner.RACING), ground.node(6, ChaosNode.Manner.RACING));
        for (Process each : both) {
            OtherJvm.awaitReady(each);
        }
        ground.planBoth(posts, Duration.ofSeconds(1));
        ground.settles(Duration.ofMinutes(2));
        for (Process each : both) {
            each.destroyForcibly().waitFor();
        }
    }

    private static boolean bothRan(ChaosGround ground) {
        return nodes(ground, "publication") == 2 && nodes(ground, "attempt") == 2;
    }

    private static long nodes(ChaosGround ground, String table) {
        return ground.count("select count(distinct (id >> 10) & 63) from " + table);
    }

    private static List<String> shares(ChaosGround ground, String ids) {
        return ground.ground()
                .worker()
                .withHandle(
                        handle -> handle.createQuery("select format('%s of node %s', count(*), (id >> 10) & 63) from ("
                                        + ids + ") each group by (id >> 10) & 63 order by 1")
                                .mapTo(String.class)
                                .list());
    }
}
