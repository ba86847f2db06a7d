package org.gazouillis.compose;

import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// What there is to say about one order of a batch.
///
/// @param checks          remarks about text and time, errors and warnings
/// @param accounts        the accounts it would go to; empty when they are refused
/// @param accountsRefused why its accounts will not do, as a sentence; null when they do
/// @param campaignRefused why its campaign will not do, as a sentence; null when it does
public record PostVerdict(
        List<Check> checks,
        List<AccountId> accounts,
        @Nullable String accountsRefused,
        @Nullable String campaignRefused) {
    public PostVerdict {
        checks = List.copyOf(checks);
        accounts = List.copyOf(accounts);
    }

    /// Whether a single post like this would be written.
    public boolean isWritable() {
        return accountsRefused == null
                && campaignRefused == null
                && checks.stream().noneMatch(Check::isError);
    }
}
