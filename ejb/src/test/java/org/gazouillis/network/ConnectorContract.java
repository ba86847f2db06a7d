package org.gazouillis.network;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.network.FakeServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What every connector that calls somebody must do, whatever its network: the publisher relies on it. The cases are
/// those of `outside-network.jsonl` beside the publisher.
public abstract class ConnectorContract {
    protected static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    protected static final Dispatch DISPATCH = new Dispatch(
            new PublicationId(7),
            "5:6:1",
            "Bonjour & à demain #été https://example.com/a",
            "fr",
            NOW,
            Set.of(),
            List.of(),
            List.of(),
            null);
    protected static final Image IMAGE =
            new Image("https://nord.example/api/media/1.png", "image/png", 30, 20, "Une lampe « bleue »", "m1");

    protected final FakeServer server = new FakeServer();
    protected final OutboundHttp http = new OutboundHttp(
            OutboundRules.of("127.0.0.1", "gazouillis.test"),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofMillis(1_500));

    /// The connector, over [#http].
    protected abstract Connector connector();

    /// Access to an account whose server or receiver is at that address.
    protected abstract NetworkAccess accessAt(URI address);

    /// An answer by which the network says that it took the post.
    protected abstract Answer taken();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsTakenIsConfirmedAndBearsTheKey() {
        server.will(taken());
        assertThat(publish().id()).isNotBlank();
        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().getFirst().headers()).containsEntry("idempotency-key", "5:6:1");
        assertThat(server.asked().getFirst().body()).contains("Bonjour & à demain");
    }

    @Test
    void imagesAreWithTheTextAndSoAreTheirDescriptions() {
        server.will(taken());
        connector().publish(accessAt(server.address()), withImage());
        String body = server.asked().getLast().body();
        assertThat(body).contains(connector().network().stepwise() ? "\"m1\"" : IMAGE.address());
        assertThat(body.contains(IMAGE.alt())).isEqualTo(!connector().network().stepwise());
    }

    @Test
    void aLaterPartIsKnownAsOne() {
        server.will(taken());
        connector().publish(accessAt(server.address()), thread());
        String body = server.asked().getFirst().body();
        assertThat(body).contains(connector().network().stepwise() ? "\"in_reply_to_id\":\"76\"" : "\"And then\"");
    }

    @Test
    void slowDownIsKeptToTheSecond() {
        server.will(new Answer(429, Map.of("Retry-After", "120"), ""));
        assertThatExceptionOfType(RetryableNetworkException.class)
                .isThrownBy(this::publish)
                .satisfies(later -> assertThat(later.retryAfter()).contains(Duration.ofSeconds(120)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wed, 25 Nov 2026 09:00:00 GMT", "-5", "soon", ""})
    void slowDownWithNonsenseWaitsAMomentAllTheSame(String value) {
        server.will(new Answer(429, Map.of("Retry-After", value), ""));
        assertThatExceptionOfType(RetryableNetworkException.class)
                .isThrownBy(this::publish)
                .satisfies(later -> assertThat(later.retryAfter().orElseThrow())
                        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30)));
    }

    @Test
    void noAnswerProvesNothing() {
        server.will(FakeServer.SILENCE);
        assertThatThrownBy(this::publish).isInstanceOf(OutcomeUnknown.class);
        assertThat(server.asked()).as("it is not sent again").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 409})
    void anErrorOfTheServersOwnProvesNothing(int status) {
        server.will(Answer.of(status, "{}"));
        assertThatThrownBy(this::publish).isInstanceOf(OutcomeUnknown.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aRevokedTokenIsTheAccess() {
        server.will(Answer.of(401, "{\"error\":\"revoked\"}"));
        assertRejected(NetworkRejected.Reason.ACCESS);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 413, 422})
    void aRefusalIsFinal(int status) {
        server.will(Answer.of(status, "{\"error\":\"no\"}"));
        assertRejected(NetworkRejected.Reason.CONTENT);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (FakeServer elsewhere = new FakeServer()) {
            server.will(new Answer(302, Map.of("Location", elsewhere.address().toString()), ""));
            assertRejected(NetworkRejected.Reason.ADDRESS);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        URI nobody = server.address();
        server.close();
        assertThatThrownBy(() -> connector().publish(accessAt(nobody), DISPATCH))
                .isInstanceOf(RetryableNetworkException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9990/",
                "https://localhost:9990/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://169.254.169.254/latest",
                "https://[::ffff:127.0.0.1]/",
                "https://gazouillis.test/api",
                "http://93.184.215.14/",
                "https://user:secret@example.com/",
                "ftp://example.com/"
            })
    void aPrivateOrOpenAddressIsRefused(String address) {
        assertThatExceptionOfType(NetworkRejected.class)
                .isThrownBy(() -> connector().publish(accessAt(URI.create(address)), DISPATCH))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(NetworkRejected.Reason.ADDRESS));
    }

    @Test
    void nothingThatIsThrownShowsTheSecret() {
        server.will(Answer.of(401, "{}"));
        NetworkAccess access = accessAt(server.address());
        assertThatThrownBy(() -> connector().publish(access, DISPATCH))
                .satisfies(thrown -> assertThat(String.valueOf(thrown)).doesNotContain(access.secret()));
        assertThat(access.toString()).doesNotContain(access.secret());
    }

    protected RemoteStatus publish() {
        return connector().publish(accessAt(server.address()), DISPATCH);
    }

    private static Dispatch withImage() {
        return new Dispatch(
                DISPATCH.publication(),
                DISPATCH.key(),
                DISPATCH.text(),
                DISPATCH.lang(),
                NOW,
                Set.of(),
                List.of(IMAGE),
                List.of(),
                null);
    }

    /// The second part where a thread goes part by part, else the first with what follows.
    private Dispatch thread() {
        boolean stepwise = connector().network().stepwise();
        return new Dispatch(
                DISPATCH.publication(),
                DISPATCH.key(),
                DISPATCH.text(),
                DISPATCH.lang(),
                NOW,
                Set.of(),
                List.of(),
                stepwise ? List.of() : List.of("And then"),
                stepwise ? "76" : null);
    }

    protected static AccountId account() {
        return new AccountId(6);
    }

    private void assertRejected(NetworkRejected.Reason reason) {
        assertThatExceptionOfType(NetworkRejected.class)
                .isThrownBy(this::publish)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(server.asked()).hasSize(1);
    }
}
