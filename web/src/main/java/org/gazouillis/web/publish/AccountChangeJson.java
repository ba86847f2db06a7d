package org.gazouillis.web.publish;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What to change of an account: switch it off or on, or give it a new token.
public record AccountChangeJson(
        @Nullable Boolean enabled,
        @Nullable String token,
        @Nullable Instant expiresAt) {
    @JsonbCreator
    public AccountChangeJson(
            @JsonbProperty("enabled") @Nullable Boolean enabled,
            @JsonbProperty("token") @Nullable String token,
            @JsonbProperty("expiresAt") @Nullable Instant expiresAt) {
        this.enabled = enabled;
        this.token = token;
        this.expiresAt = expiresAt;
    }

    @Override
    public String toString() {
        return "a change of an account";
    }
}
