package org.gazouillis.bench;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.GapRule;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.publish.Publisher;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.schedule.SeriesTick;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Jdbi;

/// F8: nights in which clocks change. In each of six zones daily series and single posts stand all over the day; the
/// application's own tick and publisher run through the days around it on a database whose clock is set, and are
/// begun anew in the middle of the night. SQL judges: every series was said once on every local day, every post once.
public final class ClockChaos {
    private static final List<String> ZONES = List.of(
            "Europe/Paris",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Africa/Casablanca",
            "Pacific/Apia");

    /// The instants at which everything is begun anew: gaps, overlaps, and the day that Samoa left out.
    private static final Map<String, Instant> NIGHTS = new TreeMap<>(Map.of(
            "gap in Europe", Instant.parse("2027-03-28T00:59:30Z"),
            "overlap in Europe", Instant.parse("2026-10-25T00:59:30Z"),
            "gap in America", Instant.parse("2027-03-14T06:59:30Z"),
            "overlap in America", Instant.parse("2026-11-01T05:59:30Z"),
            "overlap on Lord Howe", Instant.parse("2027-04-03T14:59:30Z"),
            "gap in Morocco", Instant.parse("2027-03-14T01:59:30Z"),
            "the day that Samoa left out", Instant.parse("2011-12-30T09:59:30Z")));

    private static final Duration BEFORE = Duration.ofDays(2);
    private static final Duration AFTER = Duration.ofDays(3);
    private static final int DAY = 24 * 60;

    private final PrintWriter out;
    /// Another for each process: they follow each other faster than real ones, which ids made in advance would notice.
    private int node;

    public ClockChaos(PrintWriter out) {
        this.out = out;
    }

    /// The names of all nights.
    public static List<String> nights() {
        return List.copyOf(NIGHTS.keySet());
    }

    /// On a fresh, empty database. The ratio of each result is 1 when each was said once.
    ///
    /// @param each how many series and how many single posts per zone
    /// @param step how often the clock is looked at
    public List<BenchResult> run(DatabaseAccess access, int each, Duration step, List<String> nights)
            throws SQLException {
        PublishGround.on(access);
        RiggedClock clock = RiggedClock.in(access);
        Jdbi worker = Sql.over(clock.worker());
        List<BenchResult> results = new ArrayList<>();
        for (String night : nights) {
            Instant change = NIGHTS.getOrDefault(night, Instant.EPOCH);
            empty(access);
            Night lived = new Night(change, each, step);
            live(lived, clock, worker);
            results.addAll(judge(night, lived, worker));
        }
        return results;
    }

    private record Night(Instant change, int each, Duration step) {}

    private void live(Night night, RiggedClock clock, Jdbi worker) throws SQLException {
        Instant from = night.change().minus(BEFORE);
        clock.set(from);
        TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), node++);
        for (String zone : ZONES) {
            plan(worker, ids, ZoneId.of(zone), night, from);
        }
        pass(from, night.change(), night.step(), clock, worker);
        pass(night.change(), night.change().plus(AFTER), night.step(), clock, worker);
    }

    /// A process from its start to its end: its own tick and publisher, nothing known of the one before.
    private void pass(Instant from, Instant until, Duration step, RiggedClock clock, Jdbi worker) throws SQLException {
        TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), node++);
        SeriesTick tick = new SeriesTick(worker, ids);
        Publisher publisher = new Publisher(worker, ids);
        int published = 0;
        for (Instant now = from; !now.isAfter(until); now = now.plus(step)) {
            clock.set(now);
            tick.run();
            published += publisher.publishDue();
        }
        out.printf(Locale.ROOT, "from %s until %s: %,d posts taken%n", from, until, published);
    }

    private static void plan(Jdbi worker, TimeOrderedIds ids, ZoneId zone, Night night, Instant from) {
        LocalDate day = LocalDate.ofInstant(night.change(), zone);
        worker.useTransaction(handle -> {
            for (int i = 0; i < night.each(); i++) {
                LocalDateTime local = day.atStartOfDay().plusMinutes((long) i * DAY / night.each());
                DueTime due =
                        PublishTime.of(local, zone, GapRule.EARLIER_OFFSET).due();
                handle.createUpdate("""
                                insert into series (workspace_id, id, brand_id, author_id, name, text, lang, content_hash,
                                                    account_ids, rule, starts_at, zone, planned_through, created_at, updated_at)
                                values (1, :id, 1, 1, 'Daily', 'Daily at ' || :zone || ' ' || :local, 'en', '\\x00', '{1}',
                                        'FREQ=DAILY', :local::timestamp - interval '30 days', :zone,
                                        :from::timestamptz at time zone :zone, now(), now())
                                """)
                        .bind("id", ids.next())
                        .bind("zone", zone.getId())
                        .bind("local", local.toString())
                        .bind("from", from)
                        .execute();
                handle.createUpdate("""
                                insert into post (workspace_id, id, brand_id, author_id, account_ids, text, lang, state, due_at,
                                                  local_at, zone, content_hash, created_at, updated_at)
                                values (1, :id, 1, 1, '{1}', 'Once at ' || :zone || ' ' || :local, 'en', 'SCHEDULED', :due,
                                        :local::timestamp, :zone, '\\x01', now(), now())
                                """)
                        .bind("id", ids.next())
                        .bind("zone", zone.getId())
                        .bind("local", local.toString())
                        .bind("due", due.at())
                        .execute();
            }
        });
    }

    /// Local days that lie wholly within the run, by Java's knowledge of the zones and not the database's.
    private static List<BenchResult> judge(String night, Night lived, Jdbi worker) {
        Map<Long, Map<LocalDate, Long>> said = said(worker, lived.step());
        long expected = 0;
        long once = 0;
        for (Planned series : planned(worker)) {
            LocalDate last = LocalDate.ofInstant(lived.change().plus(AFTER), series.zone())
                    .minusDays(1);
            LocalDate first = LocalDate.ofInstant(lived.change().minus(BEFORE), series.zone())
                    .plusDays(1);
            for (LocalDate day : first.datesUntil(last.plusDays(1)).toList()) {
                boolean exists = day.atStartOfDay(series.zone()).toLocalDate().equals(day);
                long times = said.getOrDefault(series.id(), Map.of()).getOrDefault(day, 0L);
                expected += exists ? 1 : 0;
                once += exists ? times == 1 ? 1 : 0 : -times;
            }
        }
        long single = one(worker, """
                select count(*) from (select p.id from post p join publication u on u.post_id = p.id and u.state = 'CONFIRMED'
                  where p.content_hash = '\\x01' and u.published_at >= p.due_at group by p.id having count(*) = 1) as once
                """);
        long twice = one(worker, """
                select count(*) from (select post_id from publication group by post_id having count(*) > 1) as twice
                """);
        double posts = (double) lived.each() * ZONES.size();
        return List.of(
                BenchResult.rate(night + ": series said once a local day", once, expected, "series days"),
                BenchResult.rate(night + ": single posts said once", single, posts, "posts"),
                BenchResult.rate(night + ": none said twice", posts - twice, posts, "posts"));
    }

    /// How often each series was said on which local day, within a step of its time.
    private static Map<Long, Map<LocalDate, Long>> said(Jdbi worker, Duration step) {
        return worker.withHandle(handle ->
                handle.createQuery("""
                        select s.id, s.zone, p.due_at from series s
                        join series_occurrence o on o.series_id = s.id
                        join post p on p.id = o.post_id join publication u on u.post_id = p.id
                        where u.state = 'CONFIRMED' and u.published_at >= p.due_at
                          and u.published_at <= p.due_at + :step * interval '1 second'
                        """).bind("step", step.toSeconds()).map(Sql.row(Said.class)).stream()
                        .collect(Collectors.groupingBy(
                                Said::id,
                                Collectors.groupingBy(
                                        each -> LocalDate.ofInstant(each.dueAt(), each.zone()),
                                        Collectors.counting()))));
    }

    private static List<Planned> planned(Jdbi worker) {
        return worker.withHandle(handle -> handle.createQuery("select id, zone from series")
                .map(Sql.row(Planned.class))
                .list());
    }

    private record Planned(long id, ZoneId zone) {}

    private record Said(long id, ZoneId zone, Instant dueAt) {}

    private static long one(Jdbi worker, String sql) {
        return worker.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static void empty(DatabaseAccess access) throws SQLException {
        try (Connection owner = access.connect(access.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("truncate series, series_occurrence, post, publication, status, outbox cascade");
        }
    }
}
