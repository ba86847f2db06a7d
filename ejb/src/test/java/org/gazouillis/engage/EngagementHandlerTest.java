package org.gazouillis.engage;

import java.util.List;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxRelay;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngagementHandlerTest {
    private World world;
    private EngagementHandler handler;
    private OutboxRelay relay;
    private StatusId ours;

    @BeforeEach
    void build() {
        world = World.fresh();
        handler = new EngagementHandler(world.worker());
        relay = new OutboxRelay(world.worker(), List.of(handler));
        relay.subscribe();
        ours = Statuses.post(world, World.NORD_PROFILE);
    }

    @Test
    void everyActOnABrandBecomesAnEngagement() {
        append("StatusLiked", ours.value(), "{\"profile\":311}");
        append("StatusUnliked", ours.value(), "{\"profile\":311}");
        append("StatusReposted", 9001, "{\"profile\":312,\"of\":" + ours + "}");
        append("StatusRemoved", 9001, "{\"profile\":312,\"of\":" + ours + "}");
        append("StatusPosted", 9002, "{\"profile\":313,\"inReplyTo\":" + ours + "}");
        append("StatusRemoved", 9002, "{\"profile\":313,\"inReplyTo\":" + ours + "}");
        append("StatusQuoted", ours.value(), "{\"profile\":312}");
        append("StatusUnquoted", ours.value(), "{\"profile\":312}");
        append("Followed", World.NORD_PROFILE.value(), "{\"follower\":313}");
        append("Unfollowed", World.NORD_PROFILE.value(), "{\"follower\":313}");
        append("StatusBookmarked", ours.value(), "{\"profile\":311}");
        append("StatusUnbookmarked", ours.value(), "{\"profile\":311}");
        relay.run();
        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        "LIKE",
                        "UNLIKE",
                        "REPOST",
                        "UNREPOST",
                        "REPLY",
                        "UNREPLY",
                        "QUOTE",
                        "UNQUOTE",
                        "FOLLOW",
                        "UNFOLLOW",
                        "BOOKMARK",
                        "UNBOOKMARK");
    }

    @Test
    void aFollowFromAStatusBelongsToBothAccountAndStatus() {
        append("Followed", World.NORD_PROFILE.value(), "{\"follower\":313,\"from\":" + ours + "}");
        append("Followed", World.NORD_PROFILE.value(), "{\"follower\":312,\"from\":null}");
        relay.run();
        List<String> follows = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select profile_id || ' ' || coalesce(status_id, 0) from engagement")
                        .mapTo(String.class)
                        .list());
        assertThat(follows).containsExactlyInAnyOrder("301 " + ours, "301 0");
    }

    @Test
    void whatConcernsNoBrandIsLeftOut() {
        StatusId stranger = Statuses.post(world, world.profile("stranger"));
        append("StatusLiked", stranger.value(), "{\"profile\":311}");
        append("StatusPosted", ours.value(), "{\"profile\":301,\"inReplyTo\":null}");
        append("Followed", World.ANNA_PROFILE.value(), "{\"follower\":313}");
        append("StatusLiked", ours.value(), "{\"profile\":999999}");
        relay.run();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aFactThatIsDeliveredTwiceCountsOnce() {
        append("StatusLiked", ours.value(), "{\"profile\":311}");
        OutboxEvent event = world.worker()
                .withHandle(handle -> handle.createQuery(
                                "select id, kind, workspace_id, subject, payload::text as payload, at from outbox")
                        .map(Sql.row(OutboxEvent.class))
                        .one());
        handler.handle(List.of(event));
        handler.handle(List.of(event));
        relay.run();
        assertThat(kinds()).containsExactly("LIKE");
    }

    private void append(String kind, long subject, String payload) {
        world.worker()
                .useTransaction(handle -> Outbox.append(
                        handle,
                        kind,
                        null,
                        new StatusId(subject),
                        payload,
                        world.clock().instant()));
    }

    private List<String> kinds() {
        return world.worker()
                .withHandle(handle -> handle.createQuery("select kind from engagement")
                        .mapTo(String.class)
                        .list());
    }
}
