package org.gazouillis.timeline.live;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.SecondText;
import org.gazouillis.microblog.TimelineFacts;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.outbox.Position;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.gazouillis.timeline.ListMembers;
import org.gazouillis.timeline.LiveEvent;
import org.gazouillis.timeline.LiveReaders;
import org.gazouillis.timeline.Quoted;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.StatusViews;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Follows the outbox on one thread and pushes what is new to this node's open readers, ten times a second. It never
/// waits for a reader: each has its own queue and its own writer.
@ApplicationScoped
public class LiveTail {
    private static final Logger LOG = Logger.getLogger(LiveTail.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int BATCH = 500;
    private static final String LIST_CHANGED = "ListChanged";
    private static final Set<String> KINDS =
            Stream.concat(TimelineFacts.KINDS.stream(), Stream.of(LIST_CHANGED)).collect(Collectors.toSet());

    private final OutboxTail tail;
    private final LiveReaders readers;
    private final Jdbi db;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private @Nullable Position position;

    @Inject
    public LiveTail(OutboxTail tail, LiveReaders readers, @WorkerDb Jdbi db) {
        this.tail = tail;
        this.readers = readers;
        this.db = db;
    }

    LiveTail() {
        this(
                new OutboxTail(Jdbi.create("jdbc:none")),
                new LiveReaders(Jdbi.create("jdbc:none")),
                Jdbi.create("jdbc:none"));
    }

    public void start(ManagedThreadFactory threads) {
        Thread thread = threads.newThread(this::follow);
        thread.setName("timeline-live");
        thread.start();
    }

    /// Ends the thread within [#PAUSE] and all readers at once.
    public void stop() {
        stopping.countDown();
        readers.closeAll();
    }

    private void follow() {
        try {
            do {
                attempt();
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            while (advance() == BATCH) {
                LOG.debug("More than one batch of news was waiting");
            }
        } catch (RuntimeException failure) {
            // The position stays, so the next attempt continues where this one failed.
            LOG.errorf(failure, "Live timelines pause: the outbox cannot be read");
        }
    }

    /// Reads the next facts and pushes them; the first call only finds where "now" is.
    ///
    /// @return how many facts were read
    int advance() {
        if (position == null) {
            position = tail.now();
            return 0;
        }
        List<OutboxTail.Entry> entries = tail.read(position, KINDS, BATCH);
        if (!entries.isEmpty()) {
            if (!readers.isEmpty()) {
                push(entries.stream().map(OutboxTail.Entry::event).toList());
            }
            position = entries.getLast().position();
        }
        return entries.size();
    }

    private void push(List<OutboxEvent> facts) {
        moveFollows(facts);
        readLists(facts);
        readers.push(events(facts));
    }

    private List<LiveEvent> events(List<OutboxEvent> facts) {
        List<StatusId> posted = new ArrayList<>();
        List<LiveEvent> events = new ArrayList<>();
        for (OutboxEvent fact : facts) {
            StatusId subject = new StatusId(fact.subject());
            if (fact.kind().equals("StatusPosted") || fact.kind().equals("StatusReposted")) {
                posted.add(subject);
            } else if (fact.kind().equals("StatusRemoved")) {
                events.add(LiveEvent.removed(subject));
            }
        }
        events.addAll(db.withHandle(
                handle -> posted(handle, posted.stream().distinct().toList())));
        return events;
    }

    /// Of what is being tried, both texts: whom which is for is known where it is sent.
    private static List<LiveEvent> posted(Handle handle, List<StatusId> ids) {
        List<StatusView> views = StatusViews.load(handle, ids, null, ReaderKey.NOBODY);
        Map<StatusId, SecondText> trials =
                SecondText.of(handle, views.stream().flatMap(LiveTail::told).toList());
        Map<StatusId, StatusView> seconds = trials.isEmpty()
                ? Map.of()
                : StatusViews.seconds(handle, ids).stream()
                        .collect(Collectors.toMap(StatusView::id, Function.identity()));
        return views.stream()
                .map(view -> event(view, trial(view, trials), seconds.get(view.id())))
                .toList();
    }

    /// A quoting status tells two texts, of which either may be tried; when both are, the second goes by the first.
    private static Stream<StatusId> told(StatusView view) {
        Quoted quote = view.shown().quote();
        return Stream.concat(
                Stream.of(view.shown().id()), Stream.ofNullable(quote).map(Quoted::id));
    }

    private static @Nullable SecondText trial(StatusView view, Map<StatusId, SecondText> trials) {
        return told(view).map(trials::get).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static LiveEvent event(StatusView view, @Nullable SecondText trial, @Nullable StatusView second) {
        return trial == null || second == null ? LiveEvent.posted(view) : LiveEvent.tried(view, trial, second);
    }

    private void moveFollows(List<OutboxEvent> facts) {
        Long[] ids = facts.stream()
                .filter(fact -> fact.kind().endsWith("ollowed"))
                .map(OutboxEvent::id)
                .toArray(Long[]::new);
        if (ids.length > 0) {
            moves(ids).forEach(move -> {
                if (move.following()) {
                    readers.followed(move.author(), move.follower());
                } else {
                    readers.unfollowed(move.author(), move.follower());
                }
            });
        }
    }

    private void readLists(List<OutboxEvent> facts) {
        facts.stream()
                .filter(fact -> fact.kind().equals(LIST_CHANGED))
                .map(fact -> new ListId(fact.subject()))
                .distinct()
                .filter(readers::isRead)
                .forEach(list -> readers.listed(list, db.withHandle(handle -> ListMembers.of(handle, list))));
    }

    private List<Move> moves(Long[] facts) {
        return db.withHandle(handle -> handle.createQuery("""
                        select subject as author, (payload ->> 'follower')::bigint as follower,
                               kind = 'Followed' as following
                        from outbox where id = any (:facts) order by xid, id
                        """)
                .bind("facts", facts)
                .map(Sql.row(Move.class))
                .list());
    }

    record Move(ProfileId author, ProfileId follower, boolean following) {}
}
