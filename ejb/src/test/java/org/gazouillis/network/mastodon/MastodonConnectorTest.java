package org.gazouillis.network.mastodon;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gazouillis.network.Connector;
import org.gazouillis.network.ConnectorContract;
import org.gazouillis.network.FakeServer;
import org.gazouillis.network.FakeServer.Answer;
import org.gazouillis.network.Lookup;
import org.gazouillis.network.NetworkAccess;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.OutcomeUnknown;
import org.gazouillis.network.RemoteImage;
import org.gazouillis.network.RemoteProfile;
import org.gazouillis.network.RemoteStatus;
import org.gazouillis.network.RetryableNetworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MastodonConnectorTest extends ConnectorContract {
    private static final String OURS = """
            {"id":"%s","url":"https://m.example/@n/%s","created_at":"%s","content":"<p>Bonjour &amp; à demain <a href=\\"#\\">#<span>été</span></a> \
            <a href=\\"https://example.com/a\\"><span class=\\"invisible\\">https://</span><span>example.com/a</span></a></p>"}""";

    @Override
    protected Connector connector() {
        return new MastodonConnector(http);
    }

    @Override
    protected NetworkAccess accessAt(URI address) {
        return new NetworkAccess(account(), address, "very-secret-token", "42");
    }

    @Override
    protected Answer taken() {
        return Answer.of(200, "{\"id\":\"77\",\"url\":\"https://m.example/@n/77\"}");
    }

    @Test
    void aStatusIsSentAsThePersonOfTheToken() {
        server.will(taken());
        assertThat(publish()).isEqualTo(new RemoteStatus("77", "https://m.example/@n/77"));
        assertThat(server.asked().getFirst().uri()).hasPath("/api/v1/statuses");
        assertThat(server.asked().getFirst().headers()).containsEntry("authorization", "Bearer very-secret-token");
        assertThat(server.asked().getFirst().body()).contains("\"language\":\"fr\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"7", "", "[]", "{}", "<html>", "{\"id\":7}"})
    void anAnswerThatCannotBeReadProvesNothing(String body) {
        server.will(Answer.of(200, body));
        assertThatThrownBy(this::publish).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aDuplicateIsLookedUp() {
        server.will(Answer.of(403, "{\"errors\":[{\"code\":187,\"message\":\"Status is a duplicate.\"}]}"));
        assertThatThrownBy(this::publish).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("already");
    }

    @Test
    void whatWasSentIsFoundAmongTheAccountsOwn() {
        server.will(Answer.of(
                200,
                "[" + other("80") + "," + ours("79", "2026-11-26T09:00:03.000Z") + ","
                        + other("60", "2026-11-25T00:00:00.000Z") + "]"));
        Lookup lookup = find();
        assertThat(lookup.complete()).isTrue();
        assertThat(lookup.matches()).containsExactly(new RemoteStatus("79", "https://m.example/@n/79"));
        assertThat(server.asked().getFirst().uri().toString()).startsWith("/api/v1/accounts/42/statuses");
    }

    @Test
    void whatIsTooOldIsAnother() {
        server.will(Answer.of(200, "[" + ours("60", "2026-11-26T08:00:00.000Z") + "]"));
        assertThat(find().isAbsent()).isTrue();
    }

    @Test
    void itReadsOnUntilItIsPastTheSending() {
        server.will(
                Answer.of(200, "[" + other("80") + "]"), Answer.of(200, "[" + other("79") + "]"), Answer.of(200, "[]"));
        assertThat(find().isAbsent()).isTrue();
        assertThat(server.asked().get(1).uri().getQuery()).contains("max_id=80");
    }

    @Test
    void aLookThatFailsTellsNothing() {
        server.will(Answer.of(500, "{}"));
        assertThatThrownBy(this::find).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void theAccessSaysWhoItBelongsTo() {
        server.will(Answer.of(200, "{\"id\":\"42\",\"acct\":\"nord\",\"url\":\"https://m.example/@nord\"}"));
        assertThat(connector().verify(accessAt(server.address())))
                .isEqualTo(new RemoteProfile("42", "nord", "https://m.example/@nord"));
        server.will(Answer.of(401, "{}"));
        assertThatThrownBy(() -> connector().verify(accessAt(server.address()))).isInstanceOf(NetworkRejected.class);
    }

    @Test
    void anImageIsBroughtWithItsDescription() {
        server.will(Answer.of(200, "{\"id\":\"m1\",\"url\":\"https://m.example/m1.png\"}"));
        assertThat(bring()).isEqualTo(new RemoteImage("m1", true));
        FakeServer.Asked asked = server.asked().getFirst();
        assertThat(asked.uri()).hasPath("/api/v2/media");
        assertThat(asked.headers().get("content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer very-secret-token");
        assertThat(asked.body())
                .contains("name=\"description\"")
                .contains(IMAGE.alt())
                .contains("filename=\"image.png\"")
                .contains("pixels")
                .endsWith("--\r\n");
    }

    @Test
    void anImageThatIsStillWorkedOnIsAskedForUntilItIsReady() {
        server.will(
                Answer.of(202, "{\"id\":\"m1\"}"),
                Answer.of(206, "{\"id\":\"m1\"}"),
                Answer.of(200, "{\"id\":\"m1\"}"));
        assertThat(bring().ready()).isFalse();
        assertThat(look().ready()).isFalse();
        assertThat(look().ready()).isTrue();
        assertThat(server.asked().getLast().uri()).hasPath("/api/v1/media/m1");
    }

    @Test
    void anImageWithoutAnAnswerMayBeBroughtAgainForNobodySawIt() {
        server.will(FakeServer.SILENCE, Answer.of(500, ""), Answer.of(200, "{\"id\":"));
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(this::bring).isInstanceOf(RetryableNetworkException.class);
        }
        server.will(Answer.of(422, "{}"));
        assertThatThrownBy(this::bring).isInstanceOf(NetworkRejected.class);
        server.will(Answer.of(404, "{}"));
        assertThatThrownBy(this::look).isInstanceOf(NetworkRejected.class);
    }

    @Test
    void itCountsAsMastodonDoes() {
        var limits = connector().network().limits();
        assertThat(limits.length("👩‍👩‍👧 https://example.com/" + "a".repeat(90)))
                .isEqualTo(2 + 23);
        assertThat(limits.length("@nord@mastodon.example hi")).isEqualTo(8);
        assertThat(limits.length("example.com/page")).as("no link there").isEqualTo(16);
        assertThat(limits.allows("x".repeat(501))).isFalse();
    }

    private RemoteImage bring() {
        return connector().bring(accessAt(server.address()), IMAGE, "pixels".getBytes(StandardCharsets.UTF_8));
    }

    private RemoteImage look() {
        return connector().look(accessAt(server.address()), "m1");
    }

    private Lookup find() {
        return connector().find(accessAt(server.address()), DISPATCH);
    }

    private static String ours(String id, String at) {
        return String.format(java.util.Locale.ROOT, OURS, id, id, at);
    }

    private static String other(String id) {
        return other(id, "2026-11-26T09:00:05.000Z");
    }

    private static String other(String id, String at) {
        return "{\"id\":\"" + id + "\",\"created_at\":\"" + at + "\",\"content\":\"<p>Something else</p>\"}";
    }
}
