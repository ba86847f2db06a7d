package org.gazouillis.network;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.gazouillis.network.FakeServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboundHttpTest {
    private final FakeServer server = new FakeServer();
    private final OutboundHttp http =
            new OutboundHttp(OutboundRules.of(authority(server), ""), Clock.systemUTC(), Duration.ofSeconds(2));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void twoRedirectsAreFollowedAndTheThirdIsTheAnswer() {
        Answer onwards = new Answer(302, Map.of("Location", "/next"), "");
        server.will(onwards, onwards, onwards);
        assertThat(get().status()).isEqualTo(302);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aRedirectToAPrivateAddressIsRefused() {
        try (FakeServer inside = new FakeServer()) {
            server.will(new Answer(302, Map.of("Location", inside.address().toString()), ""));
            assertThatThrownBy(this::get).isInstanceOf(NetworkRejected.class);
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void aTokenDoesNotGoAlongToAnotherHost() {
        try (FakeServer other = new FakeServer()) {
            OutboundHttp both = new OutboundHttp(
                    OutboundRules.of(authority(server) + "," + authority(other), ""),
                    Clock.systemUTC(),
                    Duration.ofSeconds(2));
            server.will(new Answer(302, Map.of("Location", other.address().toString()), ""));
            other.will(Answer.of(200, "ok"));
            both.get(server.address(), Map.of("Authorization", "Bearer secret"));
            assertThat(other.asked().getFirst().headers()).doesNotContainKey("authorization");
            assertThat(server.asked().getFirst().headers()).containsKey("authorization");
        }
    }

    @Test
    void anAnswerIsReadUpToAMegabyte() {
        server.will(Answer.of(200, "x".repeat(3 << 20)));
        assertThat(get().body()).hasSize(OutboundHttp.MOST);
    }

    /// Nobody signed it but itself, and there is no way around that.
    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        try (SelfSigned server = SelfSigned.start()) {
            OutboundHttp guarded = new OutboundHttp(
                    OutboundRules.of("127.0.0.1,localhost", ""), Clock.systemUTC(), Duration.ofSeconds(5));
            assertThatThrownBy(() -> guarded.post(
                            URI.create("https://localhost:" + server.port() + "/"), Map.of(), new byte[] {1}, 10))
                    .isInstanceOf(RetryableNetworkException.class);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void whatNobodyKnowsWasNotCalled() {
        assertThatThrownBy(() -> http.get(URI.create("https://nowhere.invalid/"), Map.of()))
                .isInstanceOf(RetryableNetworkException.class)
                .hasMessageContaining("nowhere.invalid");
    }

    private Reply get() {
        return http.get(server.address(), Map.of());
    }

    private static String authority(FakeServer server) {
        return server.address().getAuthority();
    }
}
