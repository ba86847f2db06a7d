package org.gazouillis.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gazouillis.database.EmbeddedDatabase;
import org.gazouillis.intake.BulkMode;
import org.gazouillis.intake.BulkPlans;
import org.gazouillis.intake.BulkRun;
import org.gazouillis.intake.BulkState;
import org.gazouillis.intake.BulkWish;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;

/// `bulk`: a CSV of 10,000 rows from the upload to the last planned post, every row checked, beside one bare
/// `insert into post select *` of the very same rows within the database.
///
/// Ours stores the file, finds encoding, separator, layout and the order of the dates, checks every row as a single
/// post would be, looks for twins, does all of that again before planning, and writes rows, posts and audit entries.
/// Both take turns on a durable PostgreSQL whose table of posts is emptied before each.
final class BulkBench {
    private static final int ROWS = 10_000;
    private static final int WARM_UP = 1;
    private static final int ROUNDS = 5;
    private static final double ALLOWED_SECONDS = 10;
    private static final BrandId BRAND = new BrandId(1);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final PrintWriter out;
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), 7);

    BulkBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws Exception {
        Path folder = FreshDatabase.folder();
        try (EmbeddedDatabase database = FreshDatabase.startIn(folder)) {
            PublishGround ground = PublishGround.on(database.access());
            ground.worker()
                    .useHandle(
                            handle -> handle.execute(
                                    "insert into membership (workspace_id, member_id, brand_id, role) values (1, 1, 1, 'OWNER')"));
            return rounds(ground, plans(ground, folder));
        }
    }

    private BulkPlans plans(PublishGround ground, Path folder) {
        CurrentMember current = new CurrentMember();
        current.become(new Members(ground.worker())
                .scope(new MemberId(1), MemberScope.ALL_SCOPES)
                .orElseThrow());
        DataDirectory data = new DataDirectory(folder);
        return BulkPlans.over(ground.worker(), ground.worker(), data, current, ids, Clock.systemUTC(), Runnable::run);
    }

    private List<BenchResult> rounds(PublishGround ground, BulkPlans plans) throws IOException, SQLException {
        byte[] file = file().getBytes(StandardCharsets.UTF_8);
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double our = planned(ground, plans, file);
            double limit = bare(ground);
            out.printf(
                    Locale.ROOT,
                    "%s round: ours %,.0f rows/s (%.2f s), bare insert %,.0f rows/s%n",
                    round < 0 ? "warm-up" : "timed",
                    ROWS / our,
                    our,
                    ROWS / limit);
            if (round >= 0) {
                ours.add(our);
                bare.add(limit);
            }
        }
        double our = BenchResult.median(ours);
        double limit = BenchResult.median(bare);
        return List.of(
                BenchResult.rate("10,000-row CSV planned, beside a bare insert", ROWS / our, ROWS / limit, "rows/s"),
                BenchResult.time("the same, beside 10 seconds", our, ALLOWED_SECONDS, "s"));
    }

    private double planned(PublishGround ground, BulkPlans plans, byte[] file) throws IOException, SQLException {
        ground.clear();
        long start = System.nanoTime();
        BulkId id =
                plans.start(BRAND, "year.csv", new ByteArrayInputStream(file), BulkWish.NONE, BulkMode.ALL_OR_NOTHING);
        double seconds = (System.nanoTime() - start) / 1e9;
        BulkRun run = plans.find(id);
        if (run.state() != BulkState.DONE || run.counts().planned() != ROWS) {
            throw new IllegalStateException("Not planned: " + run);
        }
        return seconds;
    }

    private static double bare(PublishGround ground) throws SQLException {
        ground.worker().useHandle(handle -> handle.execute("create temporary table same_posts as select * from post"));
        ground.clear();
        long start = System.nanoTime();
        ground.worker().useHandle(handle -> handle.execute("insert into post select * from same_posts"));
        double seconds = (System.nanoTime() - start) / 1e9;
        ground.worker().useHandle(handle -> handle.execute("drop table same_posts"));
        return seconds;
    }

    /// Posts half an hour apart, with hashtags, links and two spellings of the account.
    private static String file() {
        LocalDateTime first =
                LocalDateTime.now(Clock.system(PARIS)).withNano(0).withSecond(0).plusDays(3);
        StringBuilder file = new StringBuilder("when,text,link,account\n");
        for (int i = 0; i < ROWS; i++) {
            file.append(first.plusMinutes(30L * i))
                    .append(",\"Number ")
                    .append(i)
                    .append(" of the year, with #bench")
                    .append(i % 50)
                    .append(" and a word to @nobody\",")
                    .append(i % 3 == 0 ? "https://example.com/" + i : "")
                    .append(i % 2 == 0 ? ",gazouillis:brand_1" : ",@brand_1")
                    .append('\n');
        }
        return file.toString();
    }
}
