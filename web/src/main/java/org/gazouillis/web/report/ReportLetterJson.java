package org.gazouillis.web.report;

import java.time.Instant;
import org.gazouillis.report.ReportLetter;
import org.jspecify.annotations.Nullable;

/// One mail of a run to one recipient.
///
/// @param state     `pending`, `sending`, `sent`, `failed` (not sent), or `unknown` (perhaps sent)
/// @param attempts  how often it was handed to the mail server
/// @param nextAt    when it is tried again; left out unless it waits
/// @param settledAt when its state became what it is; left out while it is on its way
/// @param error     what the mail server said last; left out when nothing went wrong
/// @param askedBy   name of who asked to send it again; left out when the rhythm did
public record ReportLetterJson(
        String id,
        String mailing,
        String run,
        String recipient,
        String state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant settledAt,
        @Nullable String error,
        @Nullable String askedBy) {
    static ReportLetterJson of(ReportLetter letter) {
        return new ReportLetterJson(
                letter.id().toString(),
                letter.mailingId().toString(),
                letter.runId().toString(),
                letter.recipient(),
                letter.state().key(),
                letter.attempts(),
                letter.createdAt(),
                letter.nextAt(),
                letter.settledAt(),
                letter.error(),
                letter.askedBy());
    }
}
