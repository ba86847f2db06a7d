package org.gazouillis.publish;

import java.time.Instant;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// An account of a brand as its members see it; never its secret.
///
/// @param state `ACTIVE`, `PAUSED`, `DISABLED` or `DISCONNECTED`
/// @param trouble why it is paused: `ACCESS` (the token was refused) or `FAILING` (a day without a success)
/// @param endpoint the server, the receiver's address, or the feed's; null on the built-in timeline
/// @param waiting how many publications wait for it
public record ConnectedAccount(
        AccountId id,
        BrandId brandId,
        String network,
        String handle,
        String state,
        @Nullable String trouble,
        @Nullable String endpoint,
        @Nullable String profileUrl,
        @Nullable Instant expiresAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant pausedUntil,
        int waiting) {}
