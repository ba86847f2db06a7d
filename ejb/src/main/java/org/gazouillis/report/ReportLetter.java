package org.gazouillis.report;

import java.time.Instant;
import java.util.Locale;
import org.gazouillis.kernel.ReportLetterId;
import org.gazouillis.kernel.ReportMailingId;
import org.gazouillis.kernel.ReportRunId;
import org.jspecify.annotations.Nullable;

/// One mail of a run to one recipient.
///
/// @param attempts  how often it was handed to the mail server
/// @param nextAt    when it is tried again; null unless it waits
/// @param settledAt when its state became what it is; null while it is on its way
/// @param error     what the mail server said last; null when nothing went wrong
/// @param askedBy   name of who asked to send it again; null when the rhythm did
/// @param newest    whether it is the last one to this recipient
public record ReportLetter(
        ReportLetterId id,
        ReportMailingId mailingId,
        ReportRunId runId,
        String recipient,
        State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant settledAt,
        @Nullable String error,
        @Nullable String askedBy,
        boolean newest) {
    /// Where a mail stands. The database knows these words.
    public enum State {
        /// It waits for its turn or for its next try.
        PENDING,
        /// It is being handed to the mail server.
        SENDING,
        /// The mail server has it.
        SENT,
        /// The mail server does not have it, and it is not tried any more.
        FAILED,
        /// The mail server may have it: nobody knows. It is not sent again by itself.
        UNKNOWN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether a person may ask to send it again.
    public boolean canGoAgain() {
        return newest && state != State.PENDING && state != State.SENDING;
    }
}
