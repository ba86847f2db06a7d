package org.gazouillis.web.publish;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.Objects;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.publish.NewAccount;
import org.jspecify.annotations.Nullable;

/// What it takes to connect an account.
///
/// @param network `mastodon`, `webhook` or `rss`
/// @param endpoint the Mastodon server's address, or the receiver's of a webhook; not needed for a feed
/// @param token a Mastodon account's access token with the scopes `read` and `write:statuses`
/// @param expiresAt when the token ends, if you know
public record NewAccountJson(
        @Nullable String network,
        @Nullable String endpoint,
        @Nullable String token,
        @Nullable Instant expiresAt) {
    @JsonbCreator
    public NewAccountJson(
            @JsonbProperty("network") @Nullable String network,
            @JsonbProperty("endpoint") @Nullable String endpoint,
            @JsonbProperty("token") @Nullable String token,
            @JsonbProperty("expiresAt") @Nullable Instant expiresAt) {
        this.network = network;
        this.endpoint = endpoint;
        this.token = token;
        this.expiresAt = expiresAt;
    }

    NewAccount wish(BrandId brand) {
        return new NewAccount(
                brand,
                Objects.requireNonNullElse(network, ""),
                Objects.requireNonNullElse(endpoint, ""),
                Objects.requireNonNullElse(token, ""),
                expiresAt);
    }

    @Override
    public String toString() {
        return "an account on " + network;
    }
}
