package org.gazouillis.publish;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// An account to be connected.
///
/// @param network `mastodon`, `webhook` or `rss`
/// @param endpoint the server's address, or the receiver's; empty for a feed, which is ours
/// @param token the access token of a Mastodon account; empty elsewhere
/// @param expiresAt when the token ends, as far as its owner knows
public record NewAccount(
        BrandId brand,
        String network,
        String endpoint,
        String token,
        @Nullable Instant expiresAt) {
    @Override
    public String toString() {
        return "an account on " + network + " at " + endpoint;
    }
}
