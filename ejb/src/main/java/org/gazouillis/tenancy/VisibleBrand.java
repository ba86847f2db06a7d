package org.gazouillis.tenancy;

import java.time.ZoneId;
import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;

/// A brand as its members see it, with the accounts it can publish to.
public record VisibleBrand(
        BrandId id, String handle, String name, ZoneId zone, String colour, String locale, List<Account> accounts) {
    public VisibleBrand {
        accounts = List.copyOf(accounts);
    }

    /// A social account; `network` is `gazouillis` for the built-in micro-blog.
    public record Account(AccountId id, String network, String handle) {}
}
