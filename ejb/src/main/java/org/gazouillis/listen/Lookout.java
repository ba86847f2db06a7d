package org.gazouillis.listen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.outbox.Position;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Holds new statuses against what is watched, round by round. All nodes listen and one at a time works, so another
/// goes on at once when it dies.
///
/// The facts of statuses and those of changed watches and lists come in one order, so a status said after a watch
/// began is seen by it. An imported status is looked at when it was said within [#RECENT] before the import: a file
/// with the past is no news.
final class Lookout implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lookout.class);
    private static final Set<String> KINDS = Set.of("StatusPosted", "StatusImported", "WatchChanged", "ListChanged");
    private static final int FACTS = 100;
    /// Between rounds when there was nothing to do.
    static final Duration PAUSE = Duration.ofMillis(25);
    /// When those who publish go first.
    private static final Duration REST = Duration.ofMillis(200);
    private static final int ROWS = 1_000;
    private static final Duration RECENT = Duration.ofDays(1);
    private static final Duration READ_AGAIN = Duration.ofMinutes(5);

    private final OutboxTail tail;
    private final StatusDocuments documents;
    private final MatchBook book;
    private final Watches watches;
    private final Clock clock;
    private final Rush rush = new Rush();
    private @Nullable Position heard;
    private Instant readAt = Instant.MIN;

    Lookout(OutboxTail tail, StatusDocuments documents, Jdbi db, Clock clock) {
        this.tail = tail;
        this.documents = documents;
        this.book = new MatchBook(db, clock);
        this.watches = new Watches(db, clock);
        this.clock = clock;
    }

    /// One step; says how long to pause until the next.
    Duration round() {
        Position from = heard == null ? start() : heard;
        if (clock.instant().isAfter(readAt.plus(READ_AGAIN))) {
            book.reached(from);
            watches.readAll();
            readAt = clock.instant();
        }
        heard = from;
        OutboxTail.Batch batch = tail.next(from, KINDS, FACTS);
        if (batch.entries().size() < FACTS) {
            rush.end();
        } else if (rush.mayGrow() && rush.grows(tail.waiting(from, KINDS))) {
            return REST;
        }
        return hear(batch);
    }

    private Duration hear(OutboxTail.Batch batch) {
        boolean done = batch.entries().isEmpty() || hear(batch.entries());
        if (done) {
            heard = batch.reached();
        }
        return done && !batch.entries().isEmpty() ? Duration.ZERO : PAUSE;
    }

    private Position start() {
        Position begun = book.position().orElseGet(() -> {
            Position now = tail.now();
            LOG.info("Alerts look at what is said from now on");
            book.reached(now);
            return now;
        });
        watches.readAll();
        readAt = clock.instant();
        return begun;
    }

    /// Run by run: what was said before a watch began is not for it.
    private boolean hear(List<OutboxTail.Entry> facts) {
        int from = 0;
        boolean done = true;
        while (done && from < facts.size()) {
            boolean change = isChange(facts.get(from));
            int to = from;
            while (to < facts.size() && isChange(facts.get(to)) == change) {
                to++;
            }
            List<OutboxTail.Entry> run = facts.subList(from, to);
            done = change ? readAgain(run) : book.work(run, this::look);
            from = to;
        }
        return done;
    }

    private static boolean isChange(OutboxTail.Entry fact) {
        return fact.event().kind().equals("WatchChanged") || isOfList(fact);
    }

    private static boolean isOfList(OutboxTail.Entry fact) {
        return fact.event().kind().equals("ListChanged");
    }

    private boolean readAgain(List<OutboxTail.Entry> changes) {
        watches.read(changes.stream()
                .filter(change -> !isOfList(change))
                .map(change -> change.event().subject())
                .collect(Collectors.toSet()));
        if (changes.stream().anyMatch(Lookout::isOfList)) {
            watches.readListed();
        }
        return true;
    }

    private List<MatchBook.Seen> look(List<OutboxTail.Entry> facts) {
        if (watches.isEmpty()) {
            return List.of();
        }
        Set<Long> posted = new LinkedHashSet<>();
        List<MatchBook.Seen> seen = new ArrayList<>();
        for (OutboxTail.Entry fact : facts) {
            if (fact.event().kind().equals("StatusPosted")) {
                posted.add(fact.event().subject());
            } else {
                lookAtImported(fact, seen);
            }
        }
        look(documents.own(posted), seen);
        return seen;
    }

    private void lookAtImported(OutboxTail.Entry fact, List<MatchBook.Seen> seen) {
        Instant recent = fact.event().at().minus(RECENT);
        long after = 0;
        int size = ROWS;
        while (size == ROWS) {
            List<StatusDocument> page = documents.importedBy(fact.event().id(), after, ROWS);
            size = page.size();
            after = size == 0 ? after : page.getLast().id();
            look(page.stream().filter(each -> each.createdAt().isAfter(recent)).toList(), seen);
        }
    }

    private void look(List<StatusDocument> statuses, List<MatchBook.Seen> seen) {
        Map<Long, Long> brands = new HashMap<>();
        statuses.forEach(status -> brands.put(status.id(), status.isPublic() ? 0L : status.brand()));
        watches.match(statuses)
                .forEach(sighting -> seen.add(new MatchBook.Seen(
                        sighting.watch(), sighting.status(), brands.getOrDefault(sighting.status(), 0L))));
    }

    @Override
    public void close() {
        watches.close();
    }
}
