package org.gazouillis.network.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gazouillis.network.Connector;
import org.gazouillis.network.ConnectorContract;
import org.gazouillis.network.FakeServer.Answer;
import org.gazouillis.network.FakeServer.Asked;
import org.gazouillis.network.NetworkAccess;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookConnectorTest extends ConnectorContract {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    @Override
    protected Connector connector() {
        return new WebhookConnector(http, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    protected NetworkAccess accessAt(URI address) {
        return new NetworkAccess(
                account(), address, "whsec_" + Base64.getEncoder().encodeToString(KEY), "hook");
    }

    @Override
    protected Answer taken() {
        return Answer.of(204, "");
    }

    @Test
    void theReceiverCanTellThatItIsWeAndNothingWasChanged() throws Exception {
        server.will(taken());
        publish();
        Asked asked = server.asked().getFirst();
        Map<String, String> headers = asked.headers();
        String signed = headers.get("webhook-id") + "." + headers.get("webhook-timestamp") + "." + asked.body();
        assertThat(headers).containsEntry("webhook-signature", "v1," + hmac(signed));
        assertThat(headers).containsEntry("webhook-timestamp", String.valueOf(NOW.getEpochSecond()));
        assertThat(headers.get("webhook-signature")).isNotEqualTo("v1," + hmac(signed + " "));
    }

    @Test
    void aHugeAnswerIsCut() {
        server.will(Answer.of(200, "x".repeat(3 << 20)));
        assertThat(publish().id()).isEqualTo("5:6:1");
    }

    @Test
    void aTestIsSignedAndSaysThatItIsOne() {
        server.will(taken());
        assertThat(connector().verify(accessAt(server.address())).handle()).isEqualTo("127.0.0.1");
        assertThat(server.asked().getFirst().body()).contains("\"type\":\"test\"");
        assertThat(server.asked().getFirst().headers()).containsKey("webhook-signature");
    }

    private static String hmac(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
