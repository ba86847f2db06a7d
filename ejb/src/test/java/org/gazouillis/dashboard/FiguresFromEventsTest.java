package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gazouillis.engage.Browser;
import org.gazouillis.engage.EngagementHandler;
import org.gazouillis.engage.Opened;
import org.gazouillis.engage.Report;
import org.gazouillis.engage.Reporting;
import org.gazouillis.engage.Statuses;
import org.gazouillis.engage.Viewer;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.rollup.Rollup;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.testrig.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// From the doors through which events come to the figures on the page, beside a reference that knows nothing of both:
/// it keeps every event that counts by the published rules, and counts them one by one.
class FiguresFromEventsTest {
    private static final Duration ONCE_PER = Duration.ofMinutes(30);
    private static final Duration OPENED_ONCE_PER = Duration.ofSeconds(10);

    private static final Browser BROWSER = new Browser("Mozilla/5.0", null);
    private static final Browser PROGRAM = new Browser("Googlebot/2.1", null);

    private final World world = World.fresh();
    private final Reporting pages = new Reporting(world);
    private final EngagementHandler handler = new EngagementHandler(world.worker());
    private final OutboxRelay relay = new OutboxRelay(world.worker(), List.of(handler));
    private final SettledDays settledDays = new SettledDays();
    private final Rollup rollup = new Rollup(world.worker(), world.clock());

    private final List<ProfileId> readers = new ArrayList<>();
    private final Map<StatusId, Boolean> statuses = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Instant> lastReports = new HashMap<>();

    /// What counts: a view with its viewer, an opening, a like, quote or bookmark, one taken back, or a program's
    /// report.
    private record Fact(Instant at, String kind, String who) {}

    @ParameterizedTest
    @CsvSource({
        "1, Europe/Paris, 2026-10-24T12:00:00Z",
        "2, Australia/Lord_Howe, 2026-04-03T12:00:00Z",
        "3, Asia/Kathmandu, 2026-03-27T12:00:00Z",
        "4, America/St_Johns, 2026-10-31T12:00:00Z"
    })
    void figuresEqualThoseCountedFromRawEvents(long seed, String zone, Instant start) {
        Random random = new Random(seed);
        world.clock().set(start);
        world.worker()
                .useHandle(
                        handle -> handle.execute("update brand set zone = ? where id = ?", zone, World.NORD.value()));
        relay.subscribe();
        for (int i = 0; i < 6; i++) {
            readers.add(world.profile("reader" + i));
        }
        ZoneId brandZone = ZoneId.of(zone);
        LocalDate first = LocalDate.ofInstant(start, brandZone);
        Period week = new Period(TimeRange.ofDays(first, first.plusDays(6), brandZone), brandZone);
        for (int part = 0; part < 3; part++) {
            for (int step = 0; step < 40; step++) {
                happen(random);
                world.clock().advance(Duration.ofSeconds(random.nextInt(2_400)));
            }
            relay.run();
            rollup.run();
            // Its first days are settled; what comes to them later must be in the next reading.
            compare(week, Step.DAY);
            compare(week, Step.HOUR);
            compare(week, Step.DAY);
        }
        pages.close();
        // Ends of periods are settled now, too.
        world.clock().advance(Duration.ofDays(4));
        rollup.run();
        for (int round = 0; round < 12; round++) {
            Instant from = start.plus(Duration.ofMinutes(15L * random.nextInt(100)));
            Period period = new Period(
                    new TimeRange(from, from.plus(Duration.ofMinutes(15L * (1 + random.nextInt(300))))), brandZone);
            compare(period, Step.values()[round % 2]);
            compare(period, Step.values()[round % 2]);
        }
    }

    private void happen(Random random) {
        if (statuses.size() < 3 || random.nextInt(15) == 0) {
            statuses.put(Statuses.post(world, World.NORD_PROFILE), true);
        }
        StatusId status = List.copyOf(statuses.keySet()).get(random.nextInt(statuses.size()));
        switch (random.nextInt(16)) {
            case 0 -> remove(status);
            case 1, 2 -> act(random, status, "LIKE", "StatusLiked", "StatusUnliked");
            case 3 -> act(random, status, "BOOKMARK", "StatusBookmarked", "StatusUnbookmarked");
            case 10 -> act(random, status, "QUOTE", "StatusQuoted", "StatusUnquoted");
            case 6, 7, 8, 9 -> open(random, status);
            case 4 -> crash();
            case 5 -> rollup.run();
            default -> view(random, status);
        }
    }

    /// A removed post keeps what it had and gets no more views.
    private void remove(StatusId status) {
        statuses.put(status, false);
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update status set removed_at = ? where id = ?",
                        world.clock().instant(),
                        status.value()));
    }

    /// The same beacon comes twice, up to fifty minutes late.
    private void view(Random random, StatusId status) {
        boolean known = random.nextBoolean();
        int number = random.nextInt(readers.size());
        Instant now = world.clock().instant();
        Instant at = now.minusSeconds(random.nextInt(3_000));
        Viewer viewer = known ? new Viewer.Reader(readers.get(number)) : new Viewer.Visitor("cookie" + number);
        for (int time = 0; time < 2; time++) {
            pages.report(viewer, BROWSER, Report.seen(status, at));
        }
        String who = who(known, number);
        Instant last = lastReports.getOrDefault(who + " " + status, Instant.EPOCH);
        if (Boolean.TRUE.equals(statuses.get(status)) && !at.isBefore(last.plus(ONCE_PER))) {
            lastReports.put(who + " " + status, at);
            facts.add(new Fact(at, known ? "VIEW" : "ANONYMOUS", who));
        }
    }

    private String who(boolean known, int number) {
        LocalDate day = LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
        return (known ? "reader " : day + " visitor ") + number;
    }

    /// The same opening is told twice, up to fifty minutes late, and a program says the same once.
    private void open(Random random, StatusId status) {
        boolean known = random.nextBoolean();
        int number = random.nextInt(readers.size());
        Instant now = world.clock().instant();
        Instant at = now.minusSeconds(random.nextInt(3_000));
        Opened what = Opened.values()[random.nextInt(4)];
        Viewer viewer = known ? new Viewer.Reader(readers.get(number)) : new Viewer.Visitor("cookie" + number);
        Report report = Report.opened(status, what, at);
        pages.report(viewer, BROWSER, report);
        pages.report(viewer, PROGRAM, report);
        pages.report(viewer, BROWSER, report);
        if (Boolean.TRUE.equals(statuses.get(status))) {
            facts.add(new Fact(now, "REMOVED", "nobody"));
            String key = what + " " + who(known, number) + " " + status;
            if (!at.isBefore(lastReports.getOrDefault(key, Instant.EPOCH).plus(OPENED_ONCE_PER))) {
                lastReports.put(key, at);
                facts.add(new Fact(at, known ? "OPENED" : "OPENED BY VISITOR", who(known, number)));
            }
        }
    }

    /// The same fact is delivered twice before the relay brings it a third time.
    private void act(Random random, StatusId status, String act, String done, String undone) {
        int number = random.nextInt(readers.size());
        boolean back = random.nextInt(3) == 0;
        String kind = back ? undone : done;
        Instant at = world.clock().instant();
        world.worker()
                .useTransaction(handle ->
                        Outbox.append(handle, kind, null, status, "{\"profile\":" + readers.get(number) + "}", at));
        OutboxEvent event = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select id, kind, workspace_id, subject, payload::text as payload, at from outbox "
                                        + "order by id desc limit 1")
                        .map(Sql.row(OutboxEvent.class))
                        .one());
        handler.handle(List.of(event));
        handler.handle(List.of(event));
        facts.add(new Fact(at, (back ? "UN" : "") + act, "reader " + number));
    }

    /// The database is cut off after the roll-up has worked and before it is committed.
    private void crash() {
        assertThatThrownBy(() -> world.inWorkerTransaction(() -> {
                    rollup.run();
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
    }

    private void compare(Period period, Step step) {
        PerformanceQuery query = new PerformanceQuery(World.NORD, period, step, null);
        CurrentMember current = new CurrentMember();
        current.become(World.ANNA);
        BrandPerformance performance = world.as(
                World.ANNA, () -> new Performances(world.app(), new Permissions(current), settledDays).read(query));
        assertTotals(
                requireNonNull(performance.totals()),
                period.range().from(),
                period.range().to());
        for (BrandPerformance.Bucket bucket : performance.buckets()) {
            Instant start = bucket.start().toInstant();
            Instant end = step.next(bucket.start()).toInstant();
            if (bucket.totals() != null) {
                assertTotals(
                        bucket.totals(),
                        start.isBefore(period.range().from()) ? period.range().from() : start,
                        end.isAfter(period.range().to()) ? period.range().to() : end);
            }
        }
    }

    private void assertTotals(Totals totals, Instant from, Instant to) {
        Tally tally = totals.tally();
        String counted = tally.views() + " views, " + totals.reach() + " readers, " + totals.anonymousReach()
                + " visitors, " + tally.likes() + " likes, " + tally.quotes() + " quotes, "
                + tally.interest().bookmarks()
                + " bookmarks, "
                + tally.engagements() + " engagements by "
                + totals.crowd().engaged().number() + ", " + tally.removed()
                + " removed, " + totals.crowd().met().number() + " met";
        long likes = number(from, to, "LIKE") - number(from, to, "UNLIKE");
        long quotes = number(from, to, "QUOTE") - number(from, to, "UNQUOTE");
        assertThat(counted)
                .isEqualTo(number(from, to, "VIEW", "ANONYMOUS") + " views, " + people(from, to, "VIEW") + " readers, "
                        + people(from, to, "ANONYMOUS") + " visitors, " + likes + " likes, " + quotes + " quotes, "
                        + (number(from, to, "BOOKMARK") - number(from, to, "UNBOOKMARK")) + " bookmarks, "
                        + (likes + quotes + number(from, to, "OPENED", "OPENED BY VISITOR")) + " engagements by "
                        + people(from, to, "LIKE", "QUOTE", "OPENED") + ", " + number(from, to, "REMOVED")
                        + " removed, "
                        + people(from, to, "VIEW", "LIKE", "QUOTE", "OPENED") + " met");
    }

    private long number(Instant from, Instant to, String... kinds) {
        return facts.stream().filter(fact -> isOf(fact, from, to, kinds)).count();
    }

    private long people(Instant from, Instant to, String... kinds) {
        return facts.stream()
                .filter(fact -> isOf(fact, from, to, kinds))
                .map(Fact::who)
                .distinct()
                .count();
    }

    private static boolean isOf(Fact fact, Instant from, Instant to, String... kinds) {
        return List.of(kinds).contains(fact.kind())
                && !fact.at().isBefore(from)
                && fact.at().isBefore(to);
    }
}
