package org.gazouillis.engage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Decides which reports count: of one person, status and kind at most one in the window of its kind.
///
/// The last ones that counted lie in the heap, but are always what `engagement` holds: nodes take turns under one lock
/// of the database, and who gets the turn first reads what others left. What a turn adds is known here only when it is
/// committed; if nobody knows whether it was, it is read like another's. The transactions of turns are numbered in
/// their order, because each begins with the lock.
///
/// Entries older than [#floor] are forgotten. Whoever is not known and might have counted before it is looked up in the
/// database, so that the rule holds however late a report is, however full the heap, whatever clocks say.
final class CountedWindow {
    private static final Duration USUAL = ViewRules.OLDEST.plus(ReportKind.LONGEST);
    private static final int SWEEP_FROM = 20_000;
    private static final int FETCH = 10_000;
    private static final long UNREAD = -1;
    private static final Logger LOG = Logger.getLogger(CountedWindow.class);

    private final Clock clock;
    private final int most;
    private final CountedTimes known = new CountedTimes();
    private final CountedTimes added = new CountedTimes();
    private long seen = UNREAD;
    private long turn;
    /// All that counted from here on is known, in microseconds.
    private long floor;
    private int sweepFrom = SWEEP_FROM;

    /// @param most entries that may lie in the heap
    CountedWindow(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /// The first thing in a transaction: waits for the turn and learns what others did.
    void begin(Handle handle) {
        handle.createQuery("select 1 from pg_advisory_xact_lock(hashtext('report_turn'))")
                .mapTo(Integer.class)
                .one();
        added.clear();
        long[] turns = handle.createQuery("select last::text, pg_current_xact_id()::text from report_turn")
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
                .one();
        turn = turns[1];
        if (seen == UNREAD || turns[0] < seen) {
            load(handle);
        } else if (turns[0] > seen) {
            catchUp(handle);
        }
        seen = turns[0];
    }

    /// The last thing in it.
    void end(Handle handle) {
        handle.execute("update report_turn set last = pg_current_xact_id()");
    }

    /// It is committed.
    void keep() {
        known.putAll(added);
        added.clear();
        seen = turn;
        if (known.size() > sweepFrom) {
            sweep();
        }
    }

    /// A database that was put back to yesterday has other turns: then all is read anew.
    private void load(Handle handle) {
        known.clear();
        floor = usualFloor();
        read(handle.createQuery("""
                        select status_id, kind, person_no, anonymous, at from engagement
                        where kind = any (:kinds) and at >= :floor::timestamptz
                        """).bind("kinds", ReportKind.names()).bind("floor", instant(floor)));
        LOG.debugf("%d reports of the last %s are known again", known.size(), USUAL);
    }

    private void catchUp(Handle handle) {
        read(handle.createQuery("""
                        select status_id, kind, person_no, anonymous, at from engagement
                        where xid > :seen::xid8 and kind = any (:kinds)
                        """).bind("kinds", ReportKind.names()).bind("seen", Long.toString(seen)));
    }

    private void read(Query query) {
        query.setFetchSize(FETCH).map((row, context) -> Counted.read(row)).forEach(one -> {
            if (one.at() >= floor || known.get(one.status(), one.who()) != CountedTimes.NONE) {
                known.put(one.status(), one.who(), one.at());
            }
            if (known.size() > most) {
                sweep();
            }
        });
    }

    /// Hands on those that count, in the order in which they came, when the database has been asked all that it needs
    /// to be.
    void count(Handle handle, List<ReportFact> facts, Consumer<ReportFact> counted) {
        lookUp(handle, facts.stream().filter(this::isUnsure).toList());
        for (ReportFact fact : facts) {
            long status = fact.home().original();
            long last = Math.max(known.get(status, fact.who()), added.get(status, fact.who()));
            if (last <= fact.freeFrom()) {
                added.put(status, fact.who(), fact.at());
                counted.accept(fact);
            }
        }
    }

    private boolean isUnsure(ReportFact fact) {
        return fact.freeFrom() < floor && known.get(fact.home().original(), fact.who()) == CountedTimes.NONE;
    }

    private void lookUp(Handle handle, List<ReportFact> unsure) {
        if (unsure.isEmpty()) {
            return;
        }
        long from = unsure.stream().mapToLong(ReportFact::freeFrom).min().orElseThrow();
        handle.createQuery("""
                        select e.status_id, e.kind, e.person_no, e.anonymous, max(e.at) as at
                        from (select distinct * from unnest(:statuses, :kinds, :people, :anonymous))
                          as u (status_id, kind, person_no, anonymous)
                        join engagement e on e.status_id = u.status_id and e.kind = u.kind
                          and e.person_no = u.person_no and e.anonymous = (u.anonymous = 1)
                        where e.at > :from::timestamptz
                        group by e.status_id, e.kind, e.person_no, e.anonymous
                        """)
                .bind("statuses", numbers(unsure, fact -> fact.home().original()))
                .bind("kinds", unsure.stream().map(fact -> fact.kind().name()).toArray(String[]::new))
                .bind("people", numbers(unsure, fact -> (long) fact.by().number()))
                .bind("anonymous", numbers(unsure, fact -> fact.by().anonymous() ? 1L : 0L))
                .bind("from", instant(from))
                .map((row, context) -> Counted.read(row))
                .forEach(one -> added.put(one.status(), one.who(), one.at()));
    }

    private static Long[] numbers(List<ReportFact> facts, Function<ReportFact, Long> part) {
        return facts.stream().map(part).toArray(Long[]::new);
    }

    /// Forgets what is outside every window of a report that comes in time, and the older half when that is not enough.
    private void sweep() {
        forget(Math.max(floor, usualFloor()));
        if (known.size() > most / 4 * 3) {
            LOG.warnf(
                    "More than %d reports of the last %s count: older ones are looked up in the database, which is"
                            + " slower. A larger heap (GAZOUILLIS_JAVA_OPTS=-Xmx…) holds more.",
                    most / 4 * 3, USUAL);
            forget(known.median() + 1);
        }
        sweepFrom = Math.clamp(2L * known.size(), Math.min(SWEEP_FROM, most), most);
    }

    private void forget(long before) {
        floor = before;
        known.forget(before);
    }

    private long usualFloor() {
        return ReportFact.micros(clock.instant().minus(USUAL));
    }

    private static String instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    private record Counted(long status, long who, long at) {
        static Counted read(ResultSet row) throws SQLException {
            Person by = new Person(row.getInt(3), row.getBoolean(4));
            return new Counted(
                    row.getLong(1),
                    CountedTimes.who(by, ReportKind.valueOf(row.getString(2))),
                    ReportFact.micros(row.getObject(5, OffsetDateTime.class).toInstant()));
        }
    }
}
