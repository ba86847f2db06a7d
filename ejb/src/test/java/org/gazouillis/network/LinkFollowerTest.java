package org.gazouillis.network;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.gazouillis.network.FakeServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinkFollowerTest {
    private final FakeServer server = new FakeServer();
    private final LinkFollower follower =
            new LinkFollower(OutboundRules.of("127.0.0.1", ""), Clock.systemUTC(), Duration.ofMillis(1_500));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aHeadIsEnoughWhereSomethingIsThere() {
        server.will(Answer.of(200, ""));
        assertThat(follow()).isEqualTo(LinkAnswer.THERE);
        assertThat(server.asked()).singleElement().returns("HEAD", FakeServer.Asked::method);
    }

    @Test
    void aServerThatWantsNoHeadIsReadALittle() {
        server.will(Answer.of(405, ""), Answer.of(200, "x".repeat(1 << 20)));
        assertThat(follow()).isEqualTo(LinkAnswer.THERE);
        assertThat(server.asked()).extracting(FakeServer.Asked::method).containsExactly("HEAD", "GET");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 500, 503})
    void whatTheServerDoesNotHaveIsDead(int status) {
        server.will(Answer.of(status, ""), Answer.of(status, ""));
        assertThat(follow()).isEqualTo(LinkAnswer.dead(String.valueOf(status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void whatIsNotForEverybodyIsThereAllTheSame(int status) {
        server.will(Answer.of(status, ""), Answer.of(status, ""));
        assertThat(follow()).isEqualTo(LinkAnswer.THERE);
    }

    @Test
    void redirectsAreFollowedFiveTimesAndNoFurther() {
        Answer on = new Answer(302, Map.of("Location", "/next"), "");
        server.will(on, on, on, on, on, Answer.of(200, ""));
        assertThat(follow()).isEqualTo(LinkAnswer.THERE);
        server.will(on, on, on, on, on, on, on, on, on, on, on, on);
        assertThat(follow()).isEqualTo(LinkAnswer.dead("circle"));
        assertThat(server.asked()).hasSize(6 + 12);
    }

    @Test
    void aRedirectIntoThePrivateNetworkIsNotFollowedAndNothingIsSaid() {
        server.will(new Answer(302, Map.of("Location", "https://10.0.0.1/secret"), ""));
        assertThat(follow()).isEqualTo(LinkAnswer.UNKNOWN);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/",
                "http://93.184.215.14/",
                "https://[::1]/",
                "ftp://example.com/",
                "https://user:x@example.com/"
            })
    void whereTheHouseMayNotGoNothingIsSaid(String address) {
        assertThat(follower.follow(URI.create(address))).isEqualTo(LinkAnswer.UNKNOWN);
    }

    @Test
    void silenceIsDeadAndNotWaitedForTwice() {
        server.will(FakeServer.SILENCE);
        assertThat(follow()).isEqualTo(LinkAnswer.dead("silent"));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void whereNobodyListensItIsDead() {
        URI nobody = server.address();
        server.close();
        assertThat(follower.follow(nobody)).isEqualTo(LinkAnswer.dead("unreachable"));
    }

    /// A name that nobody can know: without a way out of this machine that says nothing, so nothing is said.
    @Test
    void withoutAWayOutAnUnknownHostProvesNothing() {
        assertThat(follower.follow(URI.create("https://nobody.invalid/"))).isEqualTo(LinkAnswer.UNKNOWN);
    }

    private LinkAnswer follow() {
        return follower.follow(server.address().resolve("/page"));
    }
}
