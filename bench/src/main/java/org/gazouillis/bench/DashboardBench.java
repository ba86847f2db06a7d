package org.gazouillis.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gazouillis.dashboard.BestTimes;
import org.gazouillis.dashboard.Breakdowns;
import org.gazouillis.dashboard.Comparison;
import org.gazouillis.dashboard.Hashtags;
import org.gazouillis.dashboard.Overviews;
import org.gazouillis.dashboard.PerformanceQuery;
import org.gazouillis.dashboard.Performances;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.SettledDays;
import org.gazouillis.dashboard.Step;
import org.gazouillis.dashboard.Subject;
import org.gazouillis.dashboard.TopPosts;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Dimension;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.VisibleBrand;
import org.jdbi.v3.core.Jdbi;

/// `dashboard`: all that each page asks the database for, over rolled-up figures of 200,000 raw events
/// (unless `-Dgazouillis.bench.events` says otherwise), beside DuckDB on the raw events in memory.
///
/// Ours runs as the server runs it: behind row-level security, rights asked, people united and intervals
/// drawn; DuckDB only answers the same counts. The ratio of a page is DuckDB's median over ours; the line
/// `p99` holds ours against 10 ms, the next one against the machine's own: work that only computes, as long as
/// the median visit ([BareWork]). The line `first` is the visit for which nothing was kept in memory
/// yet: it takes turns with DuckDB. The other visits come before, by themselves: DuckDB leaves threads and
/// caches behind that would be in their slowest.
final class DashboardBench {
    private static final int EVENTS = Integer.getInteger("gazouillis.bench.events", 200_000);
    /// After forty visits the compiler was not done: the slowest of those that were counted took three
    /// times as long.
    private static final int WARM_UP = 400;
    private static final int VISITS = 200;
    /// Then what is measured is the pages: the server's roll-up would take hours over a hundred million events of five
    /// thousand posts, of which each step of a second rewrites most people.
    private static final boolean MANY = EVENTS > 20_000_000;
    /// DuckDB reads every event for each, a minute for all pages over a hundred million.
    private static final int TURNS = MANY ? 8 : 24;
    /// What waits for the roll-up, as after an outage, when that is measured alone; all before it is rolled
    /// up while it is written.
    private static final int BACKLOG = 5_000_000;
    private static final double LIMIT_MILLIS = 10;
    private static final int CENTILE = 99;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final BrandId BRAND = new BrandId(1);
    private static final MemberScope MEMBER = new MemberScope(
            new WorkspaceId(1),
            new MemberId(5),
            new ProfileId(101),
            "bench@gazouillis.example",
            LongStream.rangeClosed(1, DashboardGround.BRANDS)
                    .boxed()
                    .collect(Collectors.toMap(BrandId::new, brand -> Set.of(Role.OWNER))),
            MemberScope.ALL_SCOPES);

    private final PrintWriter out;

    DashboardBench(PrintWriter out) {
        this.out = out;
    }

    /// What one page asks, of us and of DuckDB.
    private record Page(String name, Runnable ours, List<String> duck) {}

    List<BenchResult> run() throws IOException, SQLException, InterruptedException {
        Path folder = FreshDatabase.folder();
        try (EmbeddedDatabase database = FreshDatabase.startIn(folder)) {
            DashboardGround ground = DashboardGround.lay(database.access(), MANY);
            rollUp(ground);
            Path raw = folder.resolve("events.csv");
            Path statuses = folder.resolve("statuses.csv");
            ground.spill(raw, statuses);
            try (DuckPages duck = new DuckPages(raw, statuses);
                    Connection connection =
                            database.access().connect(database.access().app())) {
                connection.setAutoCommit(false);
                StatusId post = latestPost(database.access());
                SettledDays settledDays = new SettledDays();
                List<Page> pages = pages(connection, duck, post, () -> settledDays);
                List<Page> first = pages(connection, duck, post, SettledDays::new);
                List<BenchResult> results = new ArrayList<>();
                for (int page = 0; page < pages.size(); page++) {
                    List<BenchResult> measured = measure(pages.get(page), first.get(page), connection, duck);
                    measured.forEach(result -> out.println(result.row()));
                    results.addAll(measured);
                }
                return results;
            }
        }
    }

    private void rollUp(DashboardGround ground) throws SQLException, InterruptedException {
        int together = Math.max(0, EVENTS - BACKLOG);
        if (together > 0) {
            double seconds = ground.happenRolledUp(together, EVENTS);
            out.printf(Locale.ROOT, "%,d events written and rolled up, %,.0f a second%n", together, together / seconds);
        }
        ground.happen(together, EVENTS, EVENTS);
        double seconds = ground.rollUp();
        int left = EVENTS - together;
        out.printf(Locale.ROOT, "%,d events that waited rolled up, %,.0f a second%n", left, left / seconds);
    }

    private List<BenchResult> measure(Page page, Page first, Connection connection, DuckPages duck)
            throws SQLException {
        List<Double> ours = new ArrayList<>();
        List<Double> firsts = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int visit = -WARM_UP; visit < VISITS; visit++) {
            double millis = visit(page, connection);
            if (visit >= 0) {
                ours.add(millis);
            }
        }
        for (int turn = 0; turn < TURNS; turn++) {
            firsts.add(visit(first, connection));
            theirs.add(duck.millis(page.duck()));
        }
        double limit = BenchResult.median(theirs);
        double median = BenchResult.median(ours);
        double tail = tail(ours.stream().mapToDouble(each -> each));
        double bare = tail(DoubleStream.of(BareWork.runs(median, VISITS)));
        return List.of(
                BenchResult.time(page.name() + ", DuckDB", median, limit, "ms"),
                BenchResult.time(page.name() + ", first", BenchResult.median(firsts), limit, "ms"),
                BenchResult.time(page.name() + ", p99", tail, LIMIT_MILLIS, "ms"),
                BenchResult.time(page.name() + ", p99 beside bare work", tail, bare, "ms"));
    }

    private static double tail(DoubleStream visits) {
        return visits.sorted().toArray()[VISITS * CENTILE / 100];
    }

    private static double visit(Page page, Connection connection) throws SQLException {
        long start = System.nanoTime();
        try (Statement scope = connection.createStatement()) {
            scope.execute(
                    "select set_config('app.workspace', '1', true), set_config('app.brands', '{1,2,3,4,5}', true)");
        }
        page.ours().run();
        connection.commit();
        return (System.nanoTime() - start) / 1e6;
    }

    /// A post of three days ago, whose first two days are over.
    private static StatusId latestPost(DatabaseAccess access) {
        return Sql.over(Pool.of(access, access.worker()))
                .withHandle(handle -> handle.createQuery("""
                                select id from status where profile_id = 101 and created_at < :at order by id desc limit 1
                                """)
                        .bind("at", DashboardGround.NOW.minus(Duration.ofDays(3)))
                        .mapTo(Long.class)
                        .map(StatusId::new)
                        .one());
    }

    private static List<Page> pages(
            Connection connection, DuckPages duck, StatusId post, Supplier<SettledDays> settledDays) {
        Jdbi db = Sql.over(Pool.only(connection));
        CurrentMember current = new CurrentMember();
        current.become(MEMBER);
        Permissions permissions = new Permissions(current);
        Supplier<Performances> performances = () -> new Performances(db, permissions, settledDays.get());
        Period month = Period.lastDays(28, PARIS, DashboardGround.NOW);
        Period week = Period.lastDays(7, PARIS, DashboardGround.NOW);
        PerformanceQuery brand = query(month, Step.DAY, Subject.of(BRAND));
        TopPosts top = new TopPosts(db, permissions);
        Hashtags hashtags = new Hashtags(db, permissions);
        return List.of(
                new Page(
                        "home",
                        new Overviews(db, current, DashboardGround.CLOCK)::read,
                        List.of(
                                "select brand_id, date_trunc('day', happened) as day, count(*) from event where kind = 'VIEW'"
                                        + " and happened >= '"
                                        + text(month.range().to().minus(Duration.ofDays(14)))
                                        + "' group by 1, 2")),
                new Page(
                        "overview, 28 days by day, compared",
                        () -> {
                            Comparison compared = performances.get().compare(brand, month.previous());
                            Stream.of(Measure.values()).forEach(compared::change);
                            top.read(brand, 10);
                            hashtags.read(brand);
                        },
                        Stream.of(
                                        duck.period("brand_id = 1", "day", from(month), to(month)),
                                        duck.period(
                                                "brand_id = 1", "day", from(month.previous()), to(month.previous())),
                                        List.of(
                                                duck.byPost("brand_id = 1", from(month), to(month)),
                                                duck.byPost(
                                                        "brand_id = 1", from(month.previous()), to(month.previous())),
                                                duck.byPublished(from(month), to(month))))
                                .flatMap(List::stream)
                                .toList()),
                new Page(
                        "brand, 7 days by hour",
                        () -> performances.get().read(query(week, Step.HOUR, Subject.of(BRAND))),
                        duck.period("brand_id = 1", "hour", from(week), to(week))),
                new Page(
                        "campaign, 28 days",
                        () -> performances.get().read(query(month, Step.DAY, Subject.of(BRAND, new CampaignId(300)))),
                        duck.period("brand_id = 1 and campaign_id = 300", "day", from(month), to(month))),
                new Page(
                        "hashtag, 28 days",
                        () -> performances.get().read(query(month, Step.DAY, Subject.ofHashtag("news1"))),
                        duck.period(
                                "brand_id = 1 and status_id in (select id from status where tags like '%news1')",
                                "day", from(month), to(month))),
                new Page(
                        "post, first 48 hours",
                        () -> performances
                                .get()
                                .read(query(
                                        new Period(
                                                new TimeRange(
                                                        DashboardGround.NOW.minus(Duration.ofDays(3)),
                                                        DashboardGround.NOW.minus(Duration.ofDays(1))),
                                                PARIS),
                                        Step.HOUR,
                                        Subject.of(post))),
                        duck.period("status_id = " + post, "hour", from(month), to(month))),
                new Page(
                        "hashtags broken down, 28 days",
                        () -> new Breakdowns(db, permissions, settledDays.get()).read(brand, Dimension.HASHTAG, 50),
                        List.of(duck.byHashtag(from(month), to(month)))),
                new Page(
                        "best times, 60 days",
                        () -> new BestTimes(db, permissions, DashboardGround.CLOCK).read(visible()),
                        List.of(duck.byPublished("2026-01-01", to(month)))));
    }

    private static PerformanceQuery query(Period period, Step step, Subject subject) {
        return new PerformanceQuery(BRAND, period, step, subject, Window.ACTIVITY);
    }

    private static VisibleBrand visible() {
        return new VisibleBrand(BRAND, "brand1", "Brand 1", PARIS, "#0b7285", "en", List.of());
    }

    private static String from(Period period) {
        return text(period.range().from());
    }

    private static String to(Period period) {
        return text(period.range().to());
    }

    private static String text(Instant time) {
        return time.toString().replace("T", " ").replace("Z", "");
    }
}
