package org.gazouillis.listen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.outbox.OutboxTail;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Transactions;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;

/// The test world with a running indexer over one folder, and the few deeds that the tests of this room need.
public final class Ground implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final World world = World.fresh();
    final Path folder;
    private @Nullable StatusIndexer indexer;

    public Ground(Path folder) {
        this.folder = folder;
    }

    public StatusIndexer start() {
        StatusIndexer started = new StatusIndexer(
                new OutboxTail(world.worker()),
                new StatusDocuments(world.worker()),
                world.worker(),
                world.clock(),
                world.transactions(null));
        started.start(IndexPlace.folder(folder), Thread.ofPlatform().daemon().factory());
        indexer = started;
        return started;
    }

    public StatusIndexer running() {
        StatusIndexer started = indexer;
        return started == null ? start() : started;
    }

    void stop() {
        if (indexer != null) {
            indexer.stop();
            indexer = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    public ConditionFactory eventually() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    long post(ProfileId author, String text, String... hashtags) {
        long id = world.ids().next();
        world.worker().useTransaction(handle -> {
            handle.execute(
                    "insert into status (id, profile_id, text, lang, created_at, conversation_id, hashtags)"
                            + " values (?, ?, ?, 'fr', ?, ?, ?)",
                    id,
                    author.value(),
                    text,
                    world.clock().instant(),
                    id,
                    hashtags);
            announce(handle, "StatusPosted", id, "{}");
        });
        return id;
    }

    void reword(long id, String text) {
        world.worker().useTransaction(handle -> {
            handle.execute("update status set text = ? where id = ?", text, id);
            announce(handle, "StatusReworded", id, "{}");
        });
    }

    void repost(ProfileId by, long of) {
        long id = world.ids().next();
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into status (id, profile_id, text, lang, created_at, conversation_id, repost_of)"
                                + " values (?, ?, '', 'fr', ?, ?, ?)",
                        id,
                        by.value(),
                        world.clock().instant(),
                        id,
                        of));
    }

    /// As the micro-blog does it: the count and its fact in one transaction.
    void like(long id, int times) {
        count(id, "likes", times, "StatusLiked", id, "{}");
    }

    void unlike(long id) {
        count(id, "likes", -1, "StatusUnliked", id, "{}");
    }

    void announceRepost(long of) {
        count(of, "reposts", 1, "StatusReposted", world.ids().next(), "{\"of\":" + of + "}");
    }

    void takeRepostBack(long of) {
        count(of, "reposts", -1, "StatusRemoved", world.ids().next(), "{\"of\":" + of + "}");
    }

    void announceReply(long to) {
        count(to, "replies", 1, "StatusPosted", world.ids().next(), "{\"inReplyTo\":" + to + "}");
    }

    private void count(long id, String column, int change, String kind, long subject, String payload) {
        world.worker().useTransaction(handle -> {
            handle.createUpdate(String.format(java.util.Locale.ROOT, """
                            insert into status_count (status_id, %1$s) values (:id, :change)
                            on conflict (status_id) do update set %1$s = status_count.%1$s + :change
                            """, column))
                    .bind("id", id)
                    .bind("change", change)
                    .execute();
            announce(handle, kind, subject, payload);
        });
    }

    void remove(long id) {
        world.worker().useTransaction(handle -> {
            handle.execute(
                    "update status set removed_at = ? where id = ?",
                    world.clock().instant(),
                    id);
            announce(handle, "StatusRemoved", id, "{}");
        });
    }

    /// Brings `texts` in as one announced batch, as the intake does.
    public void bringIn(MemberScope member, BrandId brand, List<String> texts) {
        long run = world.ids().next();
        world.worker().useTransaction(handle -> {
            handle.execute(
                    "insert into import_run (workspace_id, id, brand_id, member_id, file_name, lease_until, started_at)"
                            + " values (?, ?, ?, ?, 'file.csv', now(), now())",
                    member.workspace().value(),
                    run,
                    brand.value(),
                    member.member().value());
            long first = world.ids().reserve(texts.size());
            for (int line = 0; line < texts.size(); line++) {
                handle.execute(
                        "insert into imported_status (workspace_id, id, brand_id, import_id, line, source, foreign_id,"
                                + " text, created_at, likes, impressions, imported_at)"
                                + " values (?, ?, ?, ?, ?, 'x', ?, ?, ?, 7, 5000, now())",
                        member.workspace().value(),
                        first + line,
                        brand.value(),
                        run,
                        line + 1,
                        run + "-" + line,
                        texts.get(line),
                        world.clock().instant());
            }
            announce(handle, "StatusImported", run, "{\"from\":1,\"to\":" + texts.size() + "}");
        });
    }

    private void announce(org.jdbi.v3.core.Handle handle, String kind, long subject, String payload) {
        handle.execute(
                "insert into outbox (kind, subject, payload, at) values (?, ?, ?::jsonb, ?)",
                kind,
                subject,
                payload,
                world.clock().instant());
    }

    SearchAnswer search(@Nullable MemberScope member, String query) {
        return search(member, new SearchQuestion(query, null, SearchOrder.NEWEST, 100, null));
    }

    SearchAnswer search(@Nullable MemberScope member, SearchQuestion question) {
        CurrentMember current = new CurrentMember();
        if (member != null) {
            current.become(member);
        }
        return statuses(current).search(question);
    }

    StatusSearch statuses(CurrentMember current) {
        return new StatusSearch(running(), world.app(), current, asker(current), transactions(current));
    }

    Transactions transactions(CurrentMember current) {
        return world.transactions(current.scope().orElse(null));
    }

    Asker asker(CurrentMember current) {
        VisibleBrands brands = new VisibleBrands(world.app(), current);
        return new Asker(
                current,
                new Permissions(current),
                brands,
                new SearchStandpoint(world.app(), current, brands, world.clock()),
                transactions(current));
    }

    /// Most engaged first.
    List<Long> engaged(@Nullable MemberScope member, String query) {
        return search(member, new SearchQuestion(query, null, SearchOrder.ENGAGED, 100, null)).items().stream()
                .map(FoundStatus::id)
                .toList();
    }

    Set<Long> found(@Nullable MemberScope member, String query) {
        return search(member, query).items().stream().map(FoundStatus::id).collect(java.util.stream.Collectors.toSet());
    }

    /// Whether the index is open and nothing is missing from it.
    public boolean complete() {
        return indexer != null
                && indexer.state().filter(state -> !state.partial()).isPresent();
    }
}
