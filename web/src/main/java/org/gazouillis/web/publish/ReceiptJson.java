package org.gazouillis.web.publish;

import java.time.Instant;
import java.util.List;
import org.gazouillis.publish.Attempt;
import org.gazouillis.publish.Receipt;
import org.jspecify.annotations.Nullable;

/// The proof of what became of a post on one account.
///
/// @param hash SHA-256 of the text that went out, in hex
/// @param parts how many parts there are where a thread is brought part by part
/// @param partsThere how many of them are there
/// @param resendable whether `send-again` may be called
public record ReceiptJson(
        String publication,
        String post,
        String account,
        String network,
        String handle,
        String state,
        @Nullable String failure,
        String text,
        String hash,
        @Nullable Instant dueAt,
        @Nullable Instant nextAt,
        @Nullable Instant publishedAt,
        @Nullable String statusId,
        @Nullable String remoteId,
        @Nullable String remoteUrl,
        int parts,
        int partsThere,
        boolean resendable,
        List<AttemptJson> attempts) {
    static ReceiptJson of(Receipt receipt) {
        Receipt.Facts facts = receipt.facts();
        return new ReceiptJson(
                facts.id().toString(),
                facts.postId().toString(),
                facts.account().toString(),
                facts.network(),
                facts.handle(),
                facts.state().name(),
                facts.failure(),
                facts.text(),
                facts.hash(),
                facts.dueAt(),
                facts.nextAt(),
                facts.publishedAt(),
                facts.statusId() == null ? null : facts.statusId().toString(),
                facts.remoteId(),
                facts.remoteUrl(),
                facts.steps(),
                receipt.partsThere(),
                facts.resendable(),
                receipt.attempts().stream().map(AttemptJson::of).toList());
    }

    /// One try.
    ///
    /// @param part which part of a thread it was about
    /// @param kind `SEND`, `LOOK` or `PERSON`
    /// @param outcome `CONFIRMED`, `REJECTED`, `LATER`, `UNKNOWN`, `ABSENT` …; null while it lasts
    public record AttemptJson(
            String kind,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable String detail,
            @Nullable String hash,
            @Nullable String remoteId,
            @Nullable Instant nextAt,
            int part,
            @Nullable String member) {
        static AttemptJson of(Attempt attempt) {
            return new AttemptJson(
                    attempt.kind(),
                    attempt.startedAt(),
                    attempt.endedAt(),
                    attempt.outcome(),
                    attempt.detail(),
                    attempt.hash(),
                    attempt.remoteId(),
                    attempt.nextAt(),
                    attempt.part(),
                    attempt.member());
        }
    }
}
