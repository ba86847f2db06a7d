package org.gazouillis.publish;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// The proof of what became of a post on one account: what went out, when, as what, and every try.
public record Receipt(Facts facts, List<Attempt> attempts) {
    /// @param hash SHA-256 of the text as it went out, in hex
    /// @param failure see [Outlet]
    /// @param part of a thread that is brought there part by part: the one at hand, of so many `steps`
    public record Facts(
            PublicationId id,
            PostId postId,
            BrandId brandId,
            AccountId account,
            String network,
            String handle,
            PublicationState state,
            @Nullable String failure,
            String text,
            String hash,
            @Nullable Instant dueAt,
            @Nullable Instant nextAt,
            @Nullable Instant publishedAt,
            @Nullable StatusId statusId,
            @Nullable String remoteId,
            @Nullable String remoteUrl,
            int part,
            int steps,
            boolean resendable) {}

    public Receipt {
        attempts = List.copyOf(attempts);
    }

    /// How many parts of its thread are there.
    public int partsThere() {
        return facts.state() == PublicationState.CONFIRMED ? facts.steps() : facts.part() - 1;
    }
}
