package org.gazouillis.notice;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.HookId;
import org.gazouillis.kernel.NoticeId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.OutcomeUnknown;
import org.gazouillis.network.RetryableNetworkException;
import org.gazouillis.network.SignedHttp;
import org.gazouillis.security.SecretBox;
import org.gazouillis.security.SecretNotReadable;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Calls members' own addresses with what is due there: signed, outside any transaction, each call written down. What
/// is not taken is tried again, each time later, up to twelve times; an address that took nothing for a day is
/// paused.
@ApplicationScoped
public class HookRound implements Tick {
    private static final int MOST_ATTEMPTS = 12;
    private static final int HOOKS = 16;
    private static final int CALLS = 5;
    private static final Logger LOG = Logger.getLogger(HookRound.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Jdbi db;
    private SignedHttp http;
    private SecretBox box;
    private PublicAddress address;

    @Inject
    public HookRound(@WorkerDb Jdbi db, SignedHttp http, SecretBox box, PublicAddress address) {
        this.db = db;
        this.http = http;
        this.box = box;
        this.address = address;
    }

    @SuppressWarnings("NullAway.Init")
    HookRound() {}

    @Override
    public String name() {
        return "notice-hooks";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /// All addresses at once, the calls of each in their order, so that a slow one keeps no other waiting for long.
    @Override
    public void run() {
        if (!box.isOpen()) {
            return;
        }
        List<Callable<Boolean>> work = due().stream()
                .<Callable<Boolean>>map(hook -> () -> {
                    lease(hook).forEach(this::call);
                    return true;
                })
                .toList();
        try {
            threads.invokeAll(work);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<HookId> due() {
        return db.withHandle(handle ->
                handle.createQuery("""
                        select c.hook_id from notice_call c
                        join notice_hook h on h.workspace_id = c.workspace_id and h.id = c.hook_id and h.state = 'ACTIVE'
                        join member m on m.workspace_id = h.workspace_id and m.id = h.member_id and m.disabled_at is null
                        where c.sent_at is null and c.given_up_at is null and c.next_attempt_at <= now()
                        group by c.hook_id order by min(c.next_attempt_at) limit :most
                        """).bind("most", HOOKS).mapTo(HookId.class).list());
    }

    private List<Due> lease(HookId hook) {
        return db.inTransaction(handle -> handle.createQuery("""
                        with free as (
                          select workspace_id, hook_id, notice_id from notice_call
                          where hook_id = :hook and sent_at is null and given_up_at is null and next_attempt_at <= now()
                          order by notice_id limit :most for update skip locked),
                        leased as (
                          update notice_call c set attempts = c.attempts + 1,
                                 next_attempt_at = now() + least(power(2, c.attempts) * 60, 7200) * interval '1 second'
                          from free f where c.workspace_id = f.workspace_id and c.hook_id = f.hook_id
                            and c.notice_id = f.notice_id
                          returning c.*)
                        select n.id, n.kind, n.brand_id, b.handle as brand, n.posts, n.opened_at, n.topic, n.label,
                               h.workspace_id, h.id as hook, h.endpoint, h.sealed
                        from leased l join notice n on n.workspace_id = l.workspace_id and n.id = l.notice_id
                        join notice_hook h on h.workspace_id = l.workspace_id and h.id = l.hook_id
                        left join brand b on b.workspace_id = n.workspace_id and b.id = n.brand_id
                        order by n.id
                        """)
                .bind("hook", hook)
                .bind("most", CALLS)
                .map(Sql.row(Due.class))
                .list());
    }

    private void call(Due due) {
        try {
            String key = box.open(due.workspaceId(), due.hook(), due.sealed());
            http.send(
                    URI.create(due.endpoint()),
                    key,
                    "notice:" + due.id() + ":" + due.hook(),
                    "notice",
                    due.data(address));
            settle(due, null);
        } catch (NetworkRejected
                | RetryableNetworkException
                | OutcomeUnknown
                | SecretNotReadable
                | IllegalArgumentException failed) {
            LOG.infof("Notice %s was not taken by hook %s: %s", due.id(), due.hook(), failed.getMessage());
            settle(due, String.valueOf(failed.getMessage()));
        }
    }

    private void settle(Due due, @Nullable String error) {
        db.useTransaction(handle -> {
            handle.createUpdate("""
                            update notice_call set last_error = left(:error, 500),
                              sent_at = case when cast(:error as text) is null then now() end,
                              given_up_at = case when cast(:error as text) is not null and attempts >= :most then now() end
                            where workspace_id = :workspace and hook_id = :hook and notice_id = :notice
                            """)
                    .bind("error", error)
                    .bind("most", MOST_ATTEMPTS)
                    .bind("workspace", due.workspaceId())
                    .bind("hook", due.hook())
                    .bind("notice", due.id())
                    .execute();
            handle.createUpdate("""
                            update notice_hook set
                              last_success_at = case when cast(:error as text) is null then now() else last_success_at end,
                              failing_since = case when cast(:error as text) is not null then coalesce(failing_since, now()) end,
                              state = case when cast(:error as text) is not null
                                             and failing_since < now() - interval '1 day' then 'PAUSED' else state end
                            where workspace_id = :workspace and id = :hook
                            """)
                    .bind("error", error)
                    .bind("workspace", due.workspaceId())
                    .bind("hook", due.hook())
                    .execute();
        });
    }

    private record Due(
            NoticeId id,
            NoticeKind kind,
            @Nullable BrandId brandId,
            @Nullable String brand,
            int posts,
            Instant openedAt,
            @Nullable Long topic,
            @Nullable String label,
            WorkspaceId workspaceId,
            HookId hook,
            String endpoint,
            byte[] sealed) {
        JsonObject data(PublicAddress address) {
            Notice notice = new Notice(id, kind, brandId, brand, posts, openedAt, false, topic, label);
            return Json.createObjectBuilder()
                    .add("notice", id.toString())
                    .add("kind", kind.name())
                    .add("brand", orNull(brand))
                    .add("count", posts)
                    .add("alert", orNull(notice.alert()))
                    .add("search", orNull(notice.search()))
                    .add("export", orNull(notice.export()))
                    .add("file", orNull(notice.file()))
                    .add("at", openedAt.toString())
                    .add("page", address.root() + notice.page())
                    .build();
        }

        private static JsonValue orNull(@Nullable String text) {
            return text == null ? JsonValue.NULL : Json.createValue(text);
        }
    }
}
