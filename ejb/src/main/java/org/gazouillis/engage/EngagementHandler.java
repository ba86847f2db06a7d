package org.gazouillis.engage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxHandler;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Turns the micro-blog's facts into engagements, exactly once: the delivery is ticked off in the transaction that
/// stores the engagement, so whatever happens between, both are done or none.
@ApplicationScoped
public class EngagementHandler implements OutboxHandler {
    public static final String NAME = "engagement";

    private final Jdbi db;

    @Inject
    public EngagementHandler(@WorkerDb Jdbi db) {
        this.db = db;
    }

    EngagementHandler() {
        this(Jdbi.create("jdbc:none"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "StatusLiked",
                "StatusUnliked",
                "StatusReposted",
                "StatusQuoted",
                "StatusUnquoted",
                "StatusBookmarked",
                "StatusUnbookmarked",
                "StatusPosted",
                "StatusRemoved",
                "Followed",
                "Unfollowed");
    }

    /// An original status is no engagement, only an answer is one.
    @Override
    public Map<String, String> needs() {
        return Map.of("StatusPosted", "inReplyTo");
    }

    @Override
    public void handle(List<OutboxEvent> batch) {
        db.useTransaction(handle -> {
            Set<Long> open = Outbox.settle(handle, NAME, batch);
            List<Fact> facts = batch.stream()
                    .filter(event -> open.contains(event.id()))
                    .map(Fact::of)
                    .toList();
            Map<ProfileId, Person> people =
                    Persons.of(handle, facts.stream().map(Fact::actor).toList());
            EngagementLog.append(
                    handle,
                    facts.stream()
                            .map(fact -> engagement(fact, people.get(fact.actor())))
                            .flatMap(Optional::stream)
                            .toList());
        });
    }

    private record Fact(OutboxEvent event, JsonObject payload) {
        static Fact of(OutboxEvent event) {
            try (JsonReader reader = Json.createReader(new StringReader(event.payload()))) {
                return new Fact(event, reader.readObject());
            }
        }

        ProfileId actor() {
            return new ProfileId(payload.getJsonNumber(payload.containsKey("follower") ? "follower" : "profile")
                    .longValue());
        }

        Optional<StatusId> status(String key) {
            return payload.containsKey(key) && !payload.isNull(key)
                    ? Optional.of(new StatusId(payload.getJsonNumber(key).longValue()))
                    : Optional.empty();
        }
    }

    /// Empty when the fact is no engagement (an original post), or the actor's profile is gone.
    private static Optional<Engagement> engagement(Fact fact, @Nullable Person by) {
        if (by == null) {
            return Optional.empty();
        }
        OutboxEvent event = fact.event();
        StatusId subject = new StatusId(event.subject());
        return switch (event.kind()) {
            case "StatusLiked" -> Optional.of(new Engagement.Like(subject, by, event.at()));
            case "StatusUnliked" -> back(Optional.of(new Engagement.Like(subject, by, event.at())));
            case "StatusBookmarked" -> Optional.of(new Engagement.Bookmark(subject, by, event.at()));
            case "StatusUnbookmarked" -> back(Optional.of(new Engagement.Bookmark(subject, by, event.at())));
            case "StatusQuoted" -> Optional.of(new Engagement.Quote(subject, by, event.at()));
            case "StatusUnquoted" -> back(Optional.of(new Engagement.Quote(subject, by, event.at())));
            case "StatusReposted" -> repost(fact, by);
            case "StatusPosted" -> reply(fact, by);
            case "StatusRemoved" -> back(repost(fact, by).or(() -> reply(fact, by)));
            case "Followed" -> Optional.of(follow(fact, by));
            case "Unfollowed" -> back(Optional.of(follow(fact, by)));
            default -> throw new IllegalArgumentException("not subscribed to " + event.kind());
        };
    }

    private static Engagement follow(Fact fact, Person by) {
        return new Engagement.Follow(
                new ProfileId(fact.event().subject()),
                fact.status("from").orElse(null),
                by,
                fact.event().at());
    }

    private static Optional<Engagement> repost(Fact fact, Person by) {
        return fact.status("of")
                .map(status -> new Engagement.Repost(status, by, fact.event().at()));
    }

    private static Optional<Engagement> reply(Fact fact, Person by) {
        return fact.status("inReplyTo")
                .map(status -> new Engagement.Reply(status, by, fact.event().at()));
    }

    private static Optional<Engagement> back(Optional<Engagement> act) {
        return act.map(done -> new Engagement.Withdrawal(done, done.at()));
    }
}
