package org.gazouillis.bench;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.schedule.CampaignShifts;
import org.gazouillis.schedule.PostBatch;
import org.gazouillis.schedule.PostChoice;
import org.gazouillis.schedule.Shift;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// `campaign`: a campaign of 100,000 planned posts moved by two days, moved by an hour, cancelled, and the move
/// undone, each beside one bare UPDATE of the same rows.
///
/// Ours runs as the server runs it: in the role behind row-level security, with the member's rights asked, local
/// times resolved in the posts' zone, what was before kept for the undo, and an entry in the trail. The bare
/// statement runs in the role past the wall and does nothing else. Both start from the same table, made anew.
final class CampaignBench {
    private static final int POSTS = 100_000;
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 5;
    private static final CampaignId CAMPAIGN = new CampaignId(1);
    private static final MemberScope MEMBER = new MemberScope(
            new WorkspaceId(1),
            new MemberId(1),
            new ProfileId(1),
            "bench@gazouillis.example",
            Map.of(new BrandId(1), Set.of(Role.OWNER)),
            MemberScope.ALL_SCOPES);
    private static final String ROWS = " where workspace_id = 1 and campaign_id = 1";

    private final PrintWriter out;
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 7);

    CampaignBench(PrintWriter out) {
        this.out = out;
    }

    private record Ground(PublishGround posts, DatabaseAccess administrator) {
        /// What planting left to be written would else be written during the one or the other measurement.
        void checkpoint() throws SQLException {
            try (Connection connection = administrator.connect(administrator.owner());
                    Statement statement = connection.createStatement()) {
                statement.execute("checkpoint");
            }
        }
    }

    /// What is measured, ours and bare.
    private record Deed(String name, Consumer<CampaignShifts> ours, String bare) {}

    List<BenchResult> run() throws IOException, SQLException, InterruptedException {
        try (EmbeddedDatabase database = FreshDatabase.start()) {
            Ground ground = new Ground(PublishGround.on(database.access()), database.administrator("gazouillis"));
            ground.posts().worker().useHandle(handle -> handle.execute("""
                    insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)
                    values (1, 1, 1, 'Bench', 'bench', '2027-01-01', '2027-12-31', now())
                    """));
            List<BenchResult> results = new ArrayList<>();
            for (Deed deed : deeds()) {
                results.add(measure(ground, deed));
            }
            results.add(undo(ground));
            return results;
        }
    }

    private static List<Deed> deeds() {
        return List.of(
                new Deed(
                        "100,000 posts moved by two days",
                        shifts -> shifts.move(CAMPAIGN, Shift.ofDays(2), PostChoice.ALL),
                        moved("2 days")),
                new Deed(
                        "100,000 posts moved by an hour",
                        shifts -> shifts.move(CAMPAIGN, Shift.ofMinutes(60), PostChoice.ALL),
                        moved("1 hour")),
                new Deed(
                        "100,000 posts cancelled",
                        shifts -> shifts.cancel(CAMPAIGN, PostChoice.ALL),
                        "update post set state = 'CANCELLED'" + ROWS));
    }

    private static String moved(String by) {
        return String.format(
                Locale.ROOT,
                "update post set due_at = due_at + interval '%1$s', local_at = local_at + interval '%1$s'%2$s",
                by,
                ROWS);
    }

    private BenchResult measure(Ground ground, Deed deed) throws SQLException {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            plant(ground);
            double limit = bare(ground.posts().access(), deed.bare());
            plant(ground);
            double our = ours(ground.posts().access(), deed.ours());
            out.printf(Locale.ROOT, "%s: ours %.2f s, bare %.2f s%n", deed.name(), our, limit);
            if (round >= 0) {
                ours.add(our);
                bare.add(limit);
            }
        }
        return BenchResult.times(deed.name(), ours, bare, "s");
    }

    private BenchResult undo(Ground ground) throws SQLException {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            plant(ground);
            bare.add(bare(ground.posts().access(), moved("2 days")));
            plant(ground);
            List<PostBatch> made = new ArrayList<>();
            ours(ground.posts().access(), shifts -> made.add(shifts.move(CAMPAIGN, Shift.ofDays(2), PostChoice.ALL)));
            ground.posts().settle();
            ours.add(ours(
                    ground.posts().access(),
                    shifts -> shifts.undo(CAMPAIGN, made.getFirst().id())));
        }
        return BenchResult.times("the move undone", ours, bare, "s");
    }

    /// 100,000 posts of one brand over half a year, in which the clocks change.
    private void plant(Ground ground) throws SQLException {
        ground.posts().clear();
        ground.posts().worker().useHandle(handle -> {
            handle.execute("delete from post_batch");
            handle.createUpdate("""
                            insert into post (workspace_id, id, brand_id, campaign_id, author_id, account_ids, text, lang,
                              hashtags, state, due_at, local_at, zone, content_hash, created_at, updated_at)
                            select 1, id_plus(:first, n), 1, 1, 1, array[1]::bigint[],
                              'What is new on day ' || n / 500 || ', number ' || n || ' #bench' || n % 50, 'en',
                              array['bench' || n % 50], 'SCHEDULED', at.local at time zone 'Europe/Paris', at.local,
                              'Europe/Paris', sha256(n::text::bytea), now(), now()
                            from generate_series(0, :posts - 1) n,
                              lateral (select date_trunc('day', now()::timestamp) + interval '60 days'
                                + n * interval '150 seconds' as local) at
                            """)
                    .bind("first", ids.reserve(POSTS))
                    .bind("posts", POSTS)
                    .execute();
        });
        ground.posts().settle();
        ground.checkpoint();
    }

    private static double bare(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect(access.worker());
                Statement statement = connection.createStatement()) {
            long start = System.nanoTime();
            int rows = statement.executeUpdate(sql);
            return seconds(start, rows);
        }
    }

    private double ours(DatabaseAccess access, Consumer<CampaignShifts> deed) throws SQLException {
        try (Connection connection = access.connect(access.app())) {
            connection.setAutoCommit(false);
            CampaignShifts shifts = shifts(connection);
            long start = System.nanoTime();
            try (Statement scope = connection.createStatement()) {
                scope.execute("select set_config('app.workspace', '1', true), set_config('app.brands', '{1}', true)");
            }
            deed.accept(shifts);
            connection.commit();
            return seconds(start, POSTS);
        }
    }

    private static double seconds(long start, int rows) {
        if (rows != POSTS) {
            throw new IllegalStateException("Only " + rows + " of " + POSTS + " posts were touched");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /// Everything on one connection, as within one transaction of the server.
    private CampaignShifts shifts(Connection connection) {
        Jdbi db = Sql.over(Pool.only(connection));
        CurrentMember current = new CurrentMember();
        current.become(MEMBER);
        Permissions permissions = new Permissions(current);
        AuditTrail trail = new AuditTrail(ids, Clock.systemUTC());
        return new CampaignShifts(
                new CampaignPlanner(noEntities(), db, permissions, trail, ids, Clock.systemUTC()),
                db,
                permissions,
                trail,
                ids);
    }

    /// Moving posts asks for no entity.
    private static EntityManager noEntities() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
