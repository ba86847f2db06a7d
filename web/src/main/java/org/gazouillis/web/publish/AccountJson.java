package org.gazouillis.web.publish;

import java.time.Instant;
import org.gazouillis.network.TextLimits;
import org.gazouillis.publish.AccountSecret;
import org.gazouillis.publish.ConnectedAccount;
import org.jspecify.annotations.Nullable;

/// An account of a brand.
///
/// @param state `ACTIVE`, `PAUSED`, `DISABLED` or `DISCONNECTED`
/// @param trouble why it is paused: `ACCESS` (the token was refused) or `FAILING` (a day without a success)
/// @param waiting how many publications wait for it
/// @param limit how long a text may be there
/// @param secret a webhook's key, shown once, when it is connected
public record AccountJson(
        String id,
        String brand,
        String network,
        String handle,
        String state,
        @Nullable String trouble,
        @Nullable String endpoint,
        @Nullable String profileUrl,
        @Nullable Instant expiresAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant pausedUntil,
        int waiting,
        LimitJson limit,
        @Nullable String secret) {
    static AccountJson of(ConnectedAccount account) {
        return of(account, null);
    }

    static AccountJson of(AccountSecret connected) {
        return of(connected.account(), connected.secret().isEmpty() ? null : connected.secret());
    }

    private static AccountJson of(ConnectedAccount account, @Nullable String secret) {
        return new AccountJson(
                account.id().toString(),
                account.brandId().toString(),
                account.network(),
                account.handle(),
                account.state(),
                account.trouble(),
                account.endpoint(),
                account.profileUrl(),
                account.expiresAt(),
                account.verifiedAt(),
                account.pausedUntil(),
                account.waiting(),
                LimitJson.of(TextLimits.of(account.network())),
                secret);
    }

    /// @param counting `LINKS_AS_23` (code points, a link counts 23), `GRAPHEMES_LINKS_AS_23` (what readers see as
    ///     one sign, a link with its scheme counts 23, of `@name@server` only `@name`) or `CODE_POINTS`
    public record LimitJson(int most, String counting) {
        static LimitJson of(TextLimits limits) {
            return new LimitJson(limits.most(), limits.counting().name());
        }
    }
}
