package org.gazouillis.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportMailingId;
import org.jspecify.annotations.Nullable;

/// A report that goes out by mail by itself.
///
/// @param setUpBy name of the member in whose name it goes out: who set it up, or changed it last
/// @param next    the next three times; none while it is switched off
/// @param trouble why the last one did not go out; null when it did
public record ReportMailing(
        ReportMailingId id,
        ReportId report,
        BrandId brand,
        String setUpBy,
        MailingPlan plan,
        List<Instant> next,
        @Nullable Trouble trouble) {
    public ReportMailing {
        next = List.copyOf(next);
    }

    /// Why a report did not go out.
    public enum Trouble {
        /// Whoever set it up may not take the brand's figures out any more: it is switched off.
        MAKER,
        /// The report cannot be made as it is, such as with too many posts.
        REFUSED,
        /// It could not be made for a day; the log says why.
        BROKEN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
