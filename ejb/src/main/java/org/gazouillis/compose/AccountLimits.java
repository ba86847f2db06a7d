package org.gazouillis.compose;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.network.TextLimits;

/// How long texts may be on a brand's accounts, each network by its own rule.
record AccountLimits(Map<AccountId, TextLimits> byAccount) {
    AccountLimits {
        byAccount = Map.copyOf(byAccount);
    }

    /// What one account's own words are held to.
    TextLimits of(AccountId account) {
        return byAccount.getOrDefault(account, TextLimits.BUILT_IN);
    }

    /// What the post's text is held to: the rules of those accounts that have no words of their own, each once.
    List<TextLimits> ofText(Collection<AccountId> accounts, Supplement supplement) {
        List<AccountId> speakers = accounts.stream()
                .filter(account -> !supplement.variants().containsKey(account))
                .toList();
        return speakers.isEmpty()
                ? List.of(accounts.isEmpty() ? TextLimits.BUILT_IN : TextLimits.WIDEST)
                : once(speakers);
    }

    /// What each part of a thread is held to: every account says it.
    List<TextLimits> ofParts(Collection<AccountId> accounts) {
        return once(accounts);
    }

    private List<TextLimits> once(Collection<AccountId> accounts) {
        return accounts.stream().map(this::of).distinct().toList();
    }
}
