package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.VisibleBrand;

/// Whom a flash reached.
///
/// @param account   handle of the account that said it
/// @param named     whether the reader may read names: those who administer the brand may
/// @param all       among the followers to whom it was delivered
/// @param lists     among those on each list of the account, by title
public record FlashReceipt(
        StatusId status,
        VisibleBrand brand,
        String account,
        Instant publishedAt,
        Instant asOf,
        boolean named,
        Coverage all,
        Unanswered unanswered,
        List<CoveredList> lists) {
    /// What is urgent has been seen by then, or came too late.
    public static final Duration WATCHED = Duration.ofDays(7);

    public FlashReceipt {
        lists = List.copyOf(lists);
    }
}
