package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gazouillis.bench.PublishGround;
import org.gazouillis.bench.netsim.NetworkSimulator;
import org.gazouillis.bench.netsim.Script;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.security.SecretBox;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// A migrated database whose brands have an account on the played network each, that network, and the nodes.
final class ChaosGround implements AutoCloseable {
    private static final long FIRST_ACCOUNT = 100_000;
    private static final String PICTURE = "ab".repeat(32);

    private final PublishGround ground;
    private final NetworkSimulator.Running network;
    private final Path data;
    private final int accounts;
    private DatabaseAccess toNodes;
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 7);
    private final List<Process> nodes = new ArrayList<>();

    private ChaosGround(PublishGround ground, NetworkSimulator.Running network, Path data, int accounts) {
        this.ground = ground;
        this.network = network;
        this.data = data;
        this.accounts = accounts;
        toNodes = ground.access();
    }

    /// @param accounts at most a hundred, one for each brand
    static ChaosGround on(DatabaseAccess access, Script script, int accounts) throws IOException {
        Path data = Files.createTempDirectory("gazouillis-chaos");
        Path shelf = Files.createDirectories(data.resolve("media").resolve(PICTURE.substring(0, 2)));
        Files.write(shelf.resolve(PICTURE + ".png"), new byte[] {1});
        NetworkSimulator.Running network = NetworkSimulator.start(data.resolve("network"), script);
        ChaosGround chaos = new ChaosGround(PublishGround.on(Pace.waiting(access)), network, data, accounts);
        chaos.connect();
        return chaos;
    }

    private void connect() {
        SecretBox box = new SecretBox(new DataDirectory(data));
        box.open(Set.of()).ifPresent(trouble -> {
            throw new IllegalStateException(trouble);
        });
        ground.worker().useTransaction(handle -> {
            for (int n = 1; n <= accounts; n++) {
                connect(handle, box, n);
            }
        });
    }

    private void connect(Handle handle, SecretBox box, int brand) {
        long account = FIRST_ACCOUNT + brand;
        handle.execute("""
                insert into social_account (workspace_id, id, brand_id, network, handle, created_at)
                values (1, ?, ?, 'mastodon', ?, now())
                """, account, brand, "sim_" + brand);
        byte[] sealed = box.seal(new WorkspaceId(1), new AccountId(account), "sim_" + brand);
        handle.execute("""
                insert into account_access (workspace_id, account_id, brand_id, endpoint, remote_id, sealed, key_id, changed_at)
                values (1, ?, ?, ?, ?, ?, ?, now())
                """, account, brand, network.address(), "sim_" + brand, sealed, box.keyId());
    }

    /// From now on nodes are started with this way to the database.
    void reachedOver(DatabaseAccess way) {
        toNodes = Pace.waiting(way);
    }

    /// Posts for the accounts in turn, due one after the other from now on over `spread`.
    void plan(int posts, Duration spread) {
        plan(ground.worker(), posts, new Wish(spread, false, "SEND_LATE"));
    }

    /// The same, every second of them for the built-in timeline.
    void planBoth(int posts, Duration spread) {
        plan(ground.worker(), posts, new Wish(spread, true, "SEND_LATE"));
    }

    /// The same, every third of them a thread of three parts, every fourth with an image.
    void planThreads(int posts, Duration spread) {
        plan(ground.worker(), posts, new Wish(spread, false, "SEND_LATE", true));
    }

    /// @param both whether every second post is for the built-in timeline
    /// @param late what becomes of a post that comes half an hour late
    /// @param threads whether some of them are threads or show images
    record Wish(Duration spread, boolean both, String late, boolean threads) {
        Wish(Duration spread, boolean both, String late) {
            this(spread, both, late, false);
        }
    }

    /// @return the first one's id
    long plan(Jdbi db, int posts, Wish wish) {
        long first = ids.reserve(posts);
        db.useHandle(handle -> handle.createUpdate("""
                        insert into post (workspace_id, id, brand_id, author_id, account_ids, text, lang, state, due_at,
                                          local_at, zone, late_policy, max_lateness, content_hash, created_at, updated_at,
                                          parts, attachments)
                        select 1, id_plus(:first, n), brand, 1,
                               array[case when :both and (n + :first) % 2 = 0 then brand else :account + brand end],
                               'Chaos number ' || id_plus(:first, n) || ' & <more> of it', 'en', 'SCHEDULED',
                               now() + n * (:spread * interval '1 millisecond') / :posts, now(), 'Europe/Paris',
                               :late, interval '30 minutes', sha256(n::text::bytea), now(), now(),
                               case when :threads and n % 3 = 0 then (
                                 select jsonb_agg(jsonb_build_object(
                                          'text', 'Part ' || part || ' of ' || id_plus(:first, n), 'hashtags', '[]'::jsonb,
                                          'mentions', '[]'::jsonb, 'urls', '[]'::jsonb) order by part)
                                 from generate_series(2, 3) part) end,
                               case when :threads and n % 4 = 0 then jsonb_build_array(jsonb_build_object(
                                 'id', '1', 'hash', :picture, 'type', 'image/png', 'width', 1, 'height', 1,
                                 'alt', 'A dot')) end
                        from generate_series(0, :posts - 1) n, lateral (select 1 + (n + :first) % :accounts as brand) b
                        """)
                .bind("first", first)
                .bind("accounts", accounts)
                .bind("account", FIRST_ACCOUNT)
                .bind("spread", wish.spread().toMillis())
                .bind("both", wish.both())
                .bind("late", wish.late())
                .bind("threads", wish.threads())
                .bind("picture", PICTURE)
                .bind("posts", posts)
                .execute());
        return first;
    }

    Process node(int number, ChaosNode.Manner manner) {
        try {
            Process node = ChaosNode.start(toNodes, data, number, manner);
            nodes.add(node);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A node that does nothing special.
    Process node(int number) {
        return node(number, ChaosNode.Manner.PLAIN);
    }

    /// Waits until nothing is planned or open any more.
    ///
    /// @return whether it came to that
    boolean settles(Duration within) {
        return comes(within, () -> countIfThere("""
                select (select count(*) from post where state = 'SCHEDULED')
                     + (select count(*) from publication where state in ('DUE', 'SENDING', 'UNKNOWN'))
                """) == 0);
    }

    boolean comes(Duration within, BooleanSupplier moment) {
        long end = System.nanoTime() + within.toNanos();
        while (!moment.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return true;
    }

    long count(String sql) {
        return ground.count(sql);
    }

    /// The same, or -1 while the database is away.
    long countIfThere(String sql) {
        try {
            return count(sql);
        } catch (JdbiException away) {
            return -1;
        }
    }

    /// How much is out.
    long published() {
        return countIfThere("select count(*) from publication where state = 'CONFIRMED'");
    }

    NetworkSimulator.Running network() {
        return network;
    }

    PublishGround ground() {
        return ground;
    }

    Judge judge() {
        return new Judge(ground, network.folder());
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        nodes.forEach(Process::destroyForcibly);
        network.close();
        ground.close();
    }
}
