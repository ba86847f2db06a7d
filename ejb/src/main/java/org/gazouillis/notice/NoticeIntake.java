package org.gazouillis.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxHandler;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Hears what went wrong or waits, and makes notices of it: a thousand posts that fail within a minute are one
/// notice.
@ApplicationScoped
public class NoticeIntake implements OutboxHandler {
    private Jdbi db;
    private TimeOrderedIds ids;

    @Inject
    public NoticeIntake(@WorkerDb Jdbi db, TimeOrderedIds ids) {
        this.db = db;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    NoticeIntake() {}

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "PublishFailed",
                "PublishMissed",
                "AccountPaused",
                "ApprovalRequested",
                "FenceRaised",
                "FenceReleased",
                "PlannedTimeMoved",
                "PostLinkDead");
    }

    /// Ticked off in the same transaction, so that each fact counts once.
    @Override
    public void handle(List<OutboxEvent> batch) {
        db.useTransaction(handle -> {
            Set<Long> open = Outbox.settle(handle, name(), batch);
            Map<Gathering, Integer> gathered = new LinkedHashMap<>();
            Map<Gathering, OutboxEvent> first = new LinkedHashMap<>();
            batch.stream()
                    .filter(each -> open.contains(each.id()))
                    .forEach(each -> gathering(each).ifPresent(into -> {
                        gathered.merge(into, 1, Integer::sum);
                        first.putIfAbsent(into, each);
                    }));
            gathered.forEach((into, count) -> keep(handle, into, count, first.get(into)));
        });
    }

    private static Optional<Gathering> gathering(OutboxEvent fact) {
        Long workspace = fact.workspaceId();
        if (workspace == null) {
            return Optional.empty();
        }
        JsonObject payload = payload(fact);
        return NoticeKind.of(fact.kind(), payload.getString("state", ""))
                .map(kind -> new Gathering(workspace, brand(payload), kind));
    }

    private static JsonObject payload(OutboxEvent fact) {
        try (JsonReader reader = Json.createReader(new StringReader(fact.payload()))) {
            return reader.readObject();
        }
    }

    private static @Nullable Long brand(JsonObject payload) {
        return payload.getOrDefault("brand", JsonValue.NULL).getValueType() == JsonValue.ValueType.NUMBER
                ? Long.valueOf(payload.getJsonNumber("brand").longValue())
                : null;
    }

    private void keep(Handle handle, Gathering into, int count, @Nullable OutboxEvent first) {
        handle.createUpdate("""
                        insert into notice as n (workspace_id, id, brand_id, kind, posts, subject, opened_at)
                        values (:workspace, :id, :brand, :kind, :count, :subject, now())
                        on conflict (workspace_id, brand_id, kind) where closed_at is null
                        do update set posts = n.posts + excluded.posts
                        """)
                .bind("workspace", into.workspace())
                .bind("id", ids.next())
                .bind("brand", into.brand())
                .bind("kind", into.kind().name())
                .bind("count", count)
                .bind("subject", first == null ? 0 : first.subject())
                .execute();
    }

    private record Gathering(long workspace, @Nullable Long brand, NoticeKind kind) {}
}
