package org.gazouillis.publish;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.network.FakeServer;
import org.gazouillis.network.FakeServer.Answer;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.OutboundRules;
import org.gazouillis.network.RetryableNetworkException;
import org.gazouillis.network.SelfSigned;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.publish.OutsideWorld.MASTODON;
import static org.gazouillis.publish.OutsideWorld.WEBHOOK;

/// The cases of `outside-network.jsonl`, from the network's answer to what stands in the database.
class OutsideCasesTest {
    private static final Answer NOTHING = Answer.of(200, "[]");
    private static final Answer FOUND =
            Answer.of(200, "[{\"id\":\"9\",\"created_at\":\"2999-01-01T00:00:00Z\",\"content\":\"<p>Case</p>\"}]");

    private final OutsideWorld outside = new OutsideWorld();
    private final FakeServer server = new FakeServer();

    @AfterEach
    void close() {
        outside.dispatcher.stop();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseEndsAsItShould(String name) throws Exception {
        switch (name) {
            case "target-loopback" -> assertRefused("http://localhost:9990/");
            case "target-own-host" -> assertRefused("https://app.test/api");
            case "bad-signature" -> signaturesNameTheirBody();
            case "reply-500-forever" -> failingForever();
            case "reply-huge" -> assertThat(huge()).hasSize(64 << 10);
            case "429-retry-after" -> waits("120", 60, 121);
            case "429-date" -> waits("Wed, 25 Nov 2015 09:00:00 GMT", -60, 31);
            case "timeout-after-accept" -> becomes("PUBLISHED", 1, FakeServer.SILENCE, FOUND);
            case "duplicate-403" ->
                becomes(
                        "PUBLISHED",
                        1,
                        Answer.of(403, "{\"errors\":[{\"code\":187,\"message\":\"duplicate\"}]}"),
                        FOUND);
            case "401-revoked" -> becomes("FAILED refused", 1, Answer.of(401, "{}"));
            case "json-truncated" -> becomes("PUBLISHED", 1, Answer.of(200, "{\"id\":"), NOTHING, FOUND);
            case "redirect-to-private" ->
                becomes("FAILED refused", 1, new Answer(302, Map.of("Location", "http://127.0.0.1/"), ""));
            case "tls-bad-cert" -> badCertificate();
            default -> throw new AssertionError("No test plays the case " + name);
        }
    }

    private void becomes(String state, int sendings, Answer... answers) {
        outside.connect(MASTODON, "mastodon", server.address());
        server.will(answers);
        PostId post = outside.claimed("Case", MASTODON);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            work();
            return outside.state(post).equals(state);
        });
        assertThat(server.asked().stream().filter(each -> each.method().equals("POST")))
                .hasSize(sendings);
        assertThat(server.asked()).hasSize(answers.length);
    }

    private void waits(String retryAfter, int least, int most) {
        outside.connect(MASTODON, "mastodon", server.address());
        server.will(new Answer(429, Map.of("Retry-After", retryAfter), ""));
        outside.claimed("Case", MASTODON);
        outside.claimed("Behind it", MASTODON);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            work();
            return outside.text("select count(*) from attempt where outcome = 'LATER'")
                    .equals("1");
        });
        work();
        assertThat(server.asked()).hasSize(1);
        double seconds = Double.parseDouble(
                outside.text("select extract(epoch from paused_until - now()) from social_account where id = 450"));
        assertThat(seconds).isBetween((double) least, (double) most);
    }

    private static void assertRefused(String address) {
        OutboundHttp http = new OutboundHttp(OutboundRules.of("", "app.test"), Clock.systemUTC());
        assertThatThrownBy(() -> http.check(URI.create(address))).isInstanceOf(NetworkRejected.class);
        assertThatThrownBy(() -> http.post(URI.create(address), Map.of(), new byte[0], 10))
                .isInstanceOf(NetworkRejected.class);
    }

    private void signaturesNameTheirBody() {
        outside.connect(WEBHOOK, "webhook", server.address());
        server.will(Answer.of(200, ""), Answer.of(200, ""));
        PostId one = outside.claimed("One body", WEBHOOK);
        PostId other = outside.claimed("Another body", WEBHOOK);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            work();
            return outside.state(one).equals("PUBLISHED")
                    && outside.state(other).equals("PUBLISHED");
        });
        assertThat(server.asked())
                .extracting(each -> each.headers().get("webhook-signature"))
                .doesNotHaveDuplicates();
    }

    /// The waits grow, and the last sending is the last.
    private void failingForever() {
        var webhook = outside.network("webhook");
        Judgement judgement = new Judgement(Patience.USUAL);
        Duration before = Duration.ZERO;
        for (int attempts = 1; attempts < Judgement.MOST_ATTEMPTS; attempts++) {
            Verdict verdict = judgement.of(sent(attempts), new Outcome.Unclear("500"), webhook);
            assertThat(verdict.state()).isEqualTo(PublicationState.DUE);
            assertThat(verdict.after()).isGreaterThanOrEqualTo(before);
            before = verdict.after();
        }
        assertThat(before).isGreaterThan(Duration.ofHours(1));
        Verdict last = judgement.of(sent(Judgement.MOST_ATTEMPTS), new Outcome.Unclear("500"), webhook);
        assertThat(last.state()).isEqualTo(PublicationState.REJECTED);
        assertThat(last.failure()).isEqualTo("gave up");
    }

    private static Delivery sent(int attempts) {
        return new Delivery(
                World.AGENCY,
                new PublicationId(1),
                new PostId(2),
                new AccountId(3),
                "webhook",
                Delivery.Kind.SEND,
                1,
                1,
                "Case",
                "en",
                1,
                Instant.EPOCH,
                attempts,
                0,
                0,
                0,
                1,
                1,
                null,
                null,
                new String[0],
                new String[0],
                0,
                null,
                null,
                null,
                new String[0]);
    }

    private String huge() {
        server.will(Answer.of(200, "x".repeat(1 << 20)));
        OutboundHttp http = new OutboundHttp(OutboundRules.of("127.0.0.1", ""), Clock.systemUTC());
        return http.post(server.address(), Map.of(), new byte[0], 64 << 10).body();
    }

    private void badCertificate() throws Exception {
        try (SelfSigned selfSigned = SelfSigned.start()) {
            URI address = URI.create("https://127.0.0.1:" + selfSigned.port() + "/");
            OutboundHttp patient = new OutboundHttp(OutboundRules.of("127.0.0.1", ""), Clock.systemUTC());
            assertThatThrownBy(() -> patient.post(address, Map.of(), new byte[0], 10))
                    .isInstanceOf(RetryableNetworkException.class);
            outside.connect(MASTODON, "mastodon", address);
            PostId post = outside.claimed("Case", MASTODON);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                work();
                return !outside.texts("select outcome from attempt where outcome is not null")
                        .isEmpty();
            });
            assertThat(outside.text("select outcome || ' ' || detail from attempt order by id limit 1"))
                    .startsWith("LATER ");
            assertThat(outside.state(post)).isEqualTo("CLAIMED");
            assertThat(selfSigned.requests()).isZero();
        }
    }

    private void work() {
        outside.dispatcher.run();
        outside.upkeep.run();
    }

    static List<String> cases() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OutsideCasesTest.class.getResourceAsStream("outside-network.jsonl")),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(OutsideCasesTest::name).toList();
        }
    }

    private static String name(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject one = reader.readObject();
            return one.getString("name");
        }
    }
}
