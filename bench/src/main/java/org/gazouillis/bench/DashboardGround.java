package org.gazouillis.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/// Five brands with a thousand posts each of the last sixty days, and what half a million people did with
/// them: most look soon after a post was published, some look much later; one of twenty likes, few repost.
/// Events come in the order of their time, as they do in life.
final class DashboardGround {
    static final Instant NOW = Instant.parse("2026-11-23T08:07:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final int BRANDS = 5;

    private static final int POSTS = 5_000;
    private static final int PEOPLE = 500_000;
    private static final int PER_TRANSACTION = 5_000;
    private static final String EVENTS = """
            copy (select brand_id, profile_id, status_id, campaign_id, kind, person_no, anonymous,
                    to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as happened
                  from engagement) to stdout (format csv, header)
            """;
    private static final String STATUSES = """
            copy (select s.id, s.profile_id, a.brand_id, array_to_string(s.hashtags, ' ') as tags,
                    to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as created_at
                  from status s join social_account a on a.profile_id = s.profile_id) to stdout (format csv, header)
            """;

    private final DatabaseAccess access;
    private final Rollup rollup;

    private DashboardGround(DatabaseAccess access, boolean hurried) {
        this.access = access;
        Jdbi db = Sql.over(Pool.of(access, access.worker()));
        this.rollup = hurried ? Rollup.alone(db, CLOCK) : new Rollup(db, CLOCK);
    }

    /// @param hurried whether the roll-up takes larger steps than the server's
    static DashboardGround lay(DatabaseAccess access, boolean hurried) throws SQLException {
        Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .load()
                .migrate();
        DashboardGround ground = new DashboardGround(access, hurried);
        try (Connection connection = access.connect(access.worker());
                Statement statement = connection.createStatement()) {
            statement.execute(brands());
            statement.execute(posts());
        }
        return ground;
    }

    /// Appends events, in transactions as the collector would write them.
    ///
    /// @param first number of the first of them
    /// @param last  behind the last
    /// @param all   how many there will be: they fill the sixty days
    void happen(int first, int last, int all) throws SQLException {
        try (Connection connection = access.connect(access.worker());
                Statement statement = connection.createStatement()) {
            for (int from = first; from < last; from += PER_TRANSACTION) {
                statement.execute(events(from, Math.min(from + PER_TRANSACTION, last), all));
            }
        }
    }

    /// The same from the first one on, while they are rolled up over another connection, as on a running
    /// server.
    ///
    /// @return seconds until all had happened and were rolled up
    double happenRolledUp(int last, int all) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        FutureTask<Void> happening = new FutureTask<>(() -> {
            happen(0, last, all);
            return null;
        });
        Thread.ofPlatform().name("events").start(happening);
        while (!isOver(happening)) {
            rollup.run();
        }
        rollup.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /// Waits for it, as long as the roll-up pauses.
    private boolean isOver(FutureTask<Void> happening) throws InterruptedException {
        try {
            happening.get(rollup.every().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The events did not happen", failed.getCause());
        }
    }

    /// @return seconds
    double rollUp() throws SQLException {
        long start = System.nanoTime();
        rollup.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        try (Connection connection = access.connect(access.owner());
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
        return seconds;
    }

    /// Writes the raw events and the statuses as CSV.
    void spill(Path events, Path statuses) throws SQLException, IOException {
        try (Connection connection = access.connect(access.worker())) {
            copy(connection, EVENTS, events);
            copy(connection, STATUSES, statuses);
        }
    }

    private static void copy(Connection connection, String sql, Path file) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        }
    }

    private static String brands() {
        return String.format(Locale.ROOT, """
                insert into workspace values (1, 'Bench', now());
                insert into profile (id, handle, name, created_at, active_at)
                  select 100 + n, 'brand' || n, 'Brand ' || n, now(), now() from generate_series(1, %1$d) n;
                insert into brand (workspace_id, id, handle, name, zone, created_at)
                  select 1, n, 'brand' || n, 'Brand ' || n, 'Europe/Paris', now() from generate_series(1, %1$d) n;
                insert into social_account (workspace_id, id, brand_id, network, handle, profile_id, created_at)
                  select 1, 200 + n, n, 'gazouillis', 'brand' || n, 100 + n, now() from generate_series(1, %1$d) n;
                insert into member (workspace_id, id, email, name, password_hash, profile_id, created_at)
                  values (1, 5, 'bench@gazouillis.example', 'Bench', 'none', 101, now());
                insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)
                  select 1, 300 + n, n %% %1$d + 1, 'Campaign ' || n, 'campaign-' || n, '2026-01-01', '2026-12-31', now()
                  from generate_series(0, 19) n;
                """, BRANDS);
    }

    private static String posts() {
        return String.format(Locale.ROOT, """
                create temp table ground as
                  select n, n %% %2$d + 1 as brand, ((extract(epoch from at) * 1000)::bigint << 16) | 1 as id, at
                  from (select n, timestamptz '%3$s' - interval '60 days' + n * (interval '60 days' / %1$d) as at
                        from generate_series(0, %1$d - 1) n) dated;
                insert into post (workspace_id, id, brand_id, campaign_id, author_id, text, lang, state, due_at, zone,
                                  content_hash, created_at, updated_at)
                  select 1, id + 1, brand, 300 + n %% 20, 5, 'What is new, number ' || n, 'en', 'PUBLISHED', at,
                         'Europe/Paris', '', at, at from ground;
                insert into publication (workspace_id, id, post_id, brand_id, account_id, network, profile_id, state, status_id)
                  select 1, id + 2, id + 1, brand, 200 + brand, 'gazouillis', 100 + brand, 'CONFIRMED', id from ground;
                insert into status (id, profile_id, text, lang, created_at, conversation_id, publication_id, hashtags)
                  select id, 100 + brand, 'What is new, number ' || n, 'en', at, id, id + 2,
                         array['tag' || n %% 40, 'news' || n %% 7] from ground;
                """, POSTS, BRANDS, NOW);
    }

    /// In the order in which they happened, but that one of a hundred comes as much as two days late.
    private static String events(int first, int last, int all) {
        return String.format(Locale.ROOT, """
                insert into engagement (workspace_id, brand_id, profile_id, status_id, post_id, campaign_id, kind,
                                        person_no, anonymous, at)
                select 1, p.brand_id, p.profile_id, p.status_id, p.post_id, o.campaign_id,
                  case when r.kind < 0.92 then 'VIEW' when r.kind < 0.97 then 'LIKE' when r.kind < 0.985 then 'REPOST'
                    else 'REPLY' end,
                  (power(r.who, 1.5) * %4$d)::int, r.kind < 0.92 and r.who > 0.9,
                  greatest(s.created_at, r.at - case when r.late < 0.01 then r.late * interval '200 days'
                    else interval '0' end)
                from (select n, timestamptz '%3$s' - interval '60 days' * (1 - n / %6$d::float8) as at, random() as kind,
                        random() as who, random() as late,
                        floor(%5$d * (n / %6$d::float8) * (1 - power(random(), 6) * 0.66))::int as place
                      from generate_series(%1$d, %2$d - 1) n) r
                join (select row_number() over (order by id) - 1 as place, id from status) known on known.place = r.place
                join status s on s.id = known.id
                join publication p on p.status_id = s.id
                join post o on o.workspace_id = 1 and o.id = p.post_id
                order by r.n
                """, first, last, NOW.minusSeconds(1), PEOPLE, POSTS, all);
    }
}
