package org.gazouillis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;

/// `publish-kill`: while some thousand posts become due, the process that publishes them is killed by `kill -9` again
/// and again, in turn right between the claim and its commit and right after the commit. Then one lives until all
/// is out, and SQL judges: nothing lost, nothing twice.
public final class PublishKill {
    private static final int POSTS = 4_000;
    private static final int KILLS = 20;
    /// Over which the posts of one kill become due: longer than a process needs to start.
    private static final Duration SPREAD = Duration.ofSeconds(8);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final PrintWriter out;
    private final Random random = new Random(140);

    public PublishKill(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws Exception {
        try (EmbeddedDatabase database = FreshDatabase.start()) {
            return run(database.access(), POSTS, KILLS);
        }
    }

    /// On a fresh, empty database. The ratio of each result is 1 when nothing was lost and nothing doubled.
    public List<BenchResult> run(DatabaseAccess access, int posts, int kills) throws IOException, InterruptedException {
        PublishGround ground = PublishGround.on(access);
        for (int kill = 0; kill < kills; kill++) {
            ground.plan(posts / kills, Clock.systemUTC().instant(), SPREAD);
            killAt(ground, kill % 2 == 0 ? KilledPublisher.BEFORE : KilledPublisher.AFTER);
            out.printf(
                    Locale.ROOT,
                    "kill %d: %,d statuses stand%n",
                    kill + 1,
                    ground.count("select count(*) from status"));
        }
        finish(ground);
        return judge(ground, posts / kills * kills);
    }

    /// Lets a publisher come to that moment, not always the first time, and kills it there; or when nothing is left for
    /// it, since claims at the same time do not all say that they commit.
    private void killAt(PublishGround ground, String moment) throws IOException, InterruptedException {
        Process publisher = KilledPublisher.start(ground.access(), 5);
        int pass = random.nextInt(3);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(publisher.getInputStream(), StandardCharsets.UTF_8))) {
            boolean there = false;
            while (!there && (said.ready() || isAnyLeft(ground))) {
                boolean now = said.ready() && moment.equals(said.readLine());
                there = now && (pass == 0 || isLastChance(ground));
                pass -= now ? 1 : 0;
                pauseUnless(said.ready(), publisher);
            }
            publisher.destroyForcibly();
        }
        publisher.waitFor();
    }

    private static void pauseUnless(boolean more, Process publisher) throws InterruptedException {
        if (!more && !publisher.isAlive()) {
            throw new IllegalStateException("The publisher ended by itself with " + publisher.waitFor());
        }
        if (!more) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static boolean isAnyLeft(PublishGround ground) {
        return ground.count("select count(*) from post where state = 'SCHEDULED'") > 0;
    }

    private static boolean isLastChance(PublishGround ground) {
        return ground.count(
                        "select count(*) from post where state = 'SCHEDULED' and due_at > now() + interval '1 second'")
                == 0;
    }

    private static void finish(PublishGround ground) throws IOException, InterruptedException {
        Process publisher = KilledPublisher.start(ground.access(), 5);
        while (isAnyLeft(ground)) {
            pauseUnless(false, publisher);
        }
        publisher.destroyForcibly();
        publisher.waitFor();
    }

    static List<BenchResult> judge(PublishGround ground, int posts) {
        return List.of(
                result("posts that are out", ground, posts, "select count(*) from post where state = 'PUBLISHED'"),
                result("posts with exactly one status", ground, posts, """
                        select count(*) from (select u.post_id from publication u join status s on s.publication_id = u.id
                                              group by u.post_id having count(*) = 1) once
                        """),
                result("statuses", ground, posts, "select count(*) from status"),
                result("publications whose post, account and status are there", ground, posts, """
                        select count(*) from publication u join post p on p.id = u.post_id
                        join social_account a on a.id = u.account_id and a.id = any (p.account_ids)
                        join status s on s.publication_id = u.id and s.id = u.status_id and s.profile_id = a.profile_id
                        """),
                result("facts of new statuses", ground, posts, """
                        select count(distinct subject) * (count(*) = count(distinct subject))::int from outbox
                        where kind = 'StatusPosted'
                        """),
                result("entries in the trail", ground, posts, """
                        select count(distinct subject) * (count(*) = count(distinct subject))::int from audit_entry
                        where action = 'post.published'
                        """));
    }

    private static BenchResult result(String name, PublishGround ground, int posts, String sql) {
        return BenchResult.rate(name, ground.count(sql), posts, "posts");
    }
}
