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
                "PostLinkDead",
                "AlertMatched",
                "AlertSpiked",
                "ReportNotMailed",
                "ExportFinished",
                "ExportFailed");
    }

    /// Ticked off in the same transaction, so that each fact counts once.
    @Override
    public void handle(List<OutboxEvent> batch) {
        db.useTransaction(handle -> {
            Set<Long> open = Outbox.settle(handle, name(), batch);
            Map<Gathering, Integer> gathered = new LinkedHashMap<>();
            Map<Gathering, Told> first = new LinkedHashMap<>();
            batch.stream()
                    .filter(each -> open.contains(each.id()))
                    .map(Told::of)
                    .forEach(told -> told.gathering().ifPresent(into -> {
                        gathered.merge(into, told.count(), Integer::sum);
                        first.putIfAbsent(into, told);
                    }));
            first.forEach((into, told) -> keep(handle, into, gathered.getOrDefault(into, 1), told));
        });
    }

    /// What comes to one of a member's own makes it unread again: a day's digest is no single event.
    private void keep(Handle handle, Gathering into, int count, Told first) {
        handle.createUpdate("""
                        with kept as (
                          insert into notice as n (workspace_id, id, brand_id, kind, member_id, topic, label, posts, subject,
                            opened_at, closes_at)
                          values (:workspace, :id, :brand, :kind, :member, :topic, :label, :count, :subject, now(),
                            cast(:closes as timestamptz))
                          on conflict (workspace_id, brand_id, kind, member_id, topic) where closed_at is null
                          do update set posts = n.posts + excluded.posts, label = excluded.label
                          returning workspace_id, id, member_id)
                        delete from notice_read r using kept k
                        where r.workspace_id = k.workspace_id and r.notice_id = k.id and r.member_id = k.member_id
                        """)
                .bind("workspace", into.workspace())
                .bind("id", ids.next())
                .bind("brand", into.brand())
                .bind("kind", into.kind().name())
                .bind("member", into.member())
                .bind("topic", into.topic())
                .bind("label", first.text("label"))
                .bind("closes", first.text("closes"))
                .bind("count", count)
                .bind("subject", first.fact().subject())
                .execute();
    }

    /// @param member whom alone it is for
    /// @param topic what it is about beside its kind
    private record Gathering(
            long workspace,
            @Nullable Long brand,
            NoticeKind kind,
            @Nullable Long member,
            @Nullable Long topic) {}

    /// A fact and what it says.
    private record Told(OutboxEvent fact, JsonObject payload) {
        static Told of(OutboxEvent fact) {
            try (JsonReader reader = Json.createReader(new StringReader(fact.payload()))) {
                return new Told(fact, reader.readObject());
            }
        }

        Optional<Gathering> gathering() {
            Long workspace = fact.workspaceId();
            if (workspace == null) {
                return Optional.empty();
            }
            Long member = number("watcher");
            return NoticeKind.of(fact.kind(), payload.getString("state", ""))
                    .map(kind -> new Gathering(
                            workspace,
                            number("brand"),
                            kind,
                            member,
                            member == null ? null : Long.valueOf(fact.subject())));
        }

        int count() {
            return payload.getInt("posts", 1);
        }

        @Nullable
        String text(String name) {
            return payload.getString(name, null);
        }

        private @Nullable Long number(String name) {
            return payload.getOrDefault(name, JsonValue.NULL).getValueType() == JsonValue.ValueType.NUMBER
                    ? Long.valueOf(payload.getJsonNumber(name).longValue())
                    : null;
        }
    }
}
