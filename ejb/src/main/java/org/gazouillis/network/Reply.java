package org.gazouillis.network;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/// What a server outside answered; its body is cut at what was asked for.
public record Reply(int status, HttpHeaders headers, String body, Clock clock) {
    static Reply of(int status, HttpHeaders headers, byte[] body, Clock clock) {
        return new Reply(status, headers, new String(body, StandardCharsets.UTF_8), clock);
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /// The answer to a request that changes something.
    ///
    /// @throws NetworkRejected when the server will not have it
    /// @throws RetryableNetworkException when it says that it did not take it for now
    /// @throws OutcomeUnknown when it may have taken it all the same
    public Reply orThrow() {
        if (isGood()) {
            return this;
        }
        switch (status) {
            case 429 ->
                throw new RetryableNetworkException(
                        "The network asks to slow down (429).", RetryAfter.of(headers, clock.instant()));
            case 401 -> throw refusal(NetworkRejected.Reason.ACCESS, "does not accept the token any more (401)");
            case 403 -> throw refusal(NetworkRejected.Reason.ACCESS, "says that the token may not do this (403)");
            case 400, 404, 405, 406, 410, 411, 413, 414, 415, 422, 451 ->
                throw refusal(NetworkRejected.Reason.CONTENT, "refused the post (" + status + ")");
            default -> {
                if (status >= 300 && status < 400) {
                    throw refusal(NetworkRejected.Reason.ADDRESS, "has moved (" + status + "); give its new address");
                }
                throw new OutcomeUnknown("The network answered " + status + ", which does not say whether it took it.");
            }
        }
    }

    /// The body as JSON.
    ///
    /// @throws OutcomeUnknown when it is none, or only half of one
    public JsonStructure json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.read();
        } catch (JsonException | IllegalStateException broken) {
            throw new OutcomeUnknown("The network's answer (" + status + ") cannot be read: it is no whole JSON.");
        }
    }

    private static NetworkRejected refusal(NetworkRejected.Reason reason, String what) {
        return new NetworkRejected(reason, "The network " + what + ".");
    }
}
