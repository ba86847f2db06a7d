package org.gazouillis.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/// Posts signed JSON to an address of the receiver's own, as standardwebhooks.com has it. The receiver knows a
/// repetition by `webhook-id`. Nothing of an answer is used but its number.
@ApplicationScoped
public class SignedHttp {
    private static final int ANSWER = 64 << 10;
    private static final int KEY = 24;

    private final SecureRandom random = new SecureRandom();
    private OutboundHttp http;
    private Clock clock;

    @Inject
    public SignedHttp(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    SignedHttp() {}

    /// A key that nobody has yet.
    public String freshKey() {
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /// Sends once.
    ///
    /// @param id the same at every repetition
    /// @throws NetworkRejected when the receiver will not have it, or nobody may go there
    /// @throws RetryableNetworkException when it is known that the receiver did not take it
    /// @throws OutcomeUnknown when it may have taken it
    public void send(URI endpoint, String key, String id, String type, JsonObject data) {
        Instant now = clock.instant();
        byte[] body = Json.createObjectBuilder()
                .add("type", type)
                .add("timestamp", now.toString())
                .add("data", data)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        String seconds = Long.toString(now.getEpochSecond());
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                id,
                "webhook-id",
                id,
                "webhook-timestamp",
                seconds,
                "webhook-signature",
                new Signature(key).of(id, seconds, body));
        http.post(endpoint, headers, body, ANSWER).orThrow();
    }
}
