package org.gazouillis.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// A migrated database with one agency, a hundred brands with an account each, and posts as they are wanted. One that
/// was such a ground before is so again.
public final class PublishGround implements AutoCloseable {
    static final int BRANDS = 100;
    /// Kept here, or its level would be forgotten with it.
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    private final DatabaseAccess access;
    private final Pool pool;
    private final Jdbi worker;
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 9);

    private PublishGround(DatabaseAccess access) {
        this.access = access;
        pool = new Pool(access, access.worker(), Pool.Commits.UNWATCHED);
        worker = Sql.over(pool.asDataSource());
    }

    public static PublishGround on(DatabaseAccess access) {
        MIGRATIONS.setLevel(Level.WARNING);
        Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .load()
                .migrate();
        PublishGround ground = new PublishGround(access);
        if (ground.count("select count(*) from workspace") == 0) {
            ground.settleIn();
        }
        return ground;
    }

    private void settleIn() {
        worker.useHandle(handle -> handle.execute(String.format(Locale.ROOT, """
                insert into workspace values (1, 'Bench', now());
                insert into profile (id, handle, name, created_at, active_at)
                  select n, 'brand_' || n, 'Brand ' || n, now(), now() from generate_series(0, %1$d) n where n > 0;
                insert into brand (workspace_id, id, handle, name, zone, created_at)
                  select 1, n, 'brand_' || n, 'Brand ' || n, 'Europe/Paris', now() from generate_series(1, %1$d) n;
                insert into social_account (workspace_id, id, brand_id, network, handle, profile_id, created_at)
                  select 1, n, n, 'gazouillis', 'brand_' || n, n, now() from generate_series(1, %1$d) n;
                insert into member (workspace_id, id, email, name, password_hash, profile_id, created_at)
                  values (1, 1, 'bench@gazouillis.example', 'Bench', 'none', 1, now());
                insert into outbox_subscription (handler, kind, needs) values
                  ('home-fan-out', 'StatusPosted', null), ('microblog-books', 'StatusPosted', null),
                  ('engagement', 'StatusPosted', 'inReplyTo'), ('post-links', 'PostPublished', null),
                  ('notices', 'PublishMissed', null);
                """, BRANDS)));
    }

    public DatabaseAccess access() {
        return access;
    }

    public Jdbi worker() {
        return worker;
    }

    /// Posts that become due one after the other, `spread` apart in all, the first at `due`.
    public void plan(int posts, Instant due, Duration spread) {
        worker.useHandle(handle -> handle.createUpdate("""
                        insert into post (workspace_id, id, brand_id, author_id, account_ids, text, lang, hashtags, state,
                                          due_at, local_at, zone, late_policy, content_hash, created_at, updated_at)
                        select 1, id_plus(:first, n), 1 + n % :brands, 1, array[1 + n % :brands]::bigint[],
                               'What is new today, number ' || n || ' #bench' || n % 50, 'en',
                               array['bench' || n % 50], 'SCHEDULED',
                               :due::timestamptz + n * (:spread * interval '1 millisecond') / :posts, now(), 'Europe/Paris',
                               'SEND_LATE', sha256(n::text::bytea), now(), now()
                        from generate_series(0, :posts - 1) n
                        """)
                .bind("first", ids.reserve(posts))
                .bind("brands", BRANDS)
                .bind("due", due)
                .bind("spread", spread.toMillis())
                .bind("posts", posts)
                .execute());
    }

    /// Back to no posts, and the tables as after a quiet night.
    public void clear() throws SQLException {
        try (Connection owner = access.connect(access.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("truncate post, publication, status, outbox, outbox_delivery cascade");
        }
        settle();
    }

    void settle() throws SQLException {
        try (Connection owner = access.connect(access.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("vacuum analyze post");
        }
    }

    /// From now on PostgreSQL waits a little before it commits a transaction that published something.
    void pauseBeforeCommits() {
        try (Connection owner = access.connect(access.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    create function bench_pause() returns trigger language plpgsql as $$ begin
                      if current_setting('bench.paused', true) is distinct from 'yes' then
                        perform set_config('bench.paused', 'yes', true);
                        perform pg_sleep(0.5);
                      end if;
                      return null;
                    end $$;
                    create constraint trigger bench_pause after insert on publication
                      deferrable initially deferred for each row execute function bench_pause();
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether a publisher stands in that pause.
    boolean isPausing() {
        return count("select count(*) from pg_stat_activity where wait_event = 'PgSleep'") > 0;
    }

    public long count(String sql) {
        return worker.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        pool.close();
    }
}
