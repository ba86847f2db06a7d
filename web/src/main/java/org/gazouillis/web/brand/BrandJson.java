package org.gazouillis.web.brand;

import java.util.List;
import org.gazouillis.tenancy.VisibleBrand;

/// A brand: `zone` is an IANA name, `accounts` are what it can publish to.
public record BrandJson(String id, String handle, String name, String zone, List<AccountJson> accounts) {
    static BrandJson of(VisibleBrand brand) {
        return new BrandJson(
                brand.id().toString(),
                brand.handle(),
                brand.name(),
                brand.zone().getId(),
                brand.accounts().stream().map(AccountJson::of).toList());
    }

    /// A social account; `network` is `gazouillis` for the built-in micro-blog.
    public record AccountJson(String id, String network, String handle) {
        static AccountJson of(VisibleBrand.Account account) {
            return new AccountJson(account.id().toString(), account.network(), account.handle());
        }
    }
}
