package org.gazouillis.compose;

import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// What somebody wants posted.
///
/// @param lang language of the text as a BCP 47 tag; null means the brand's
/// @param accounts none means all accounts of the brand on the built-in timeline
/// @param details what else belongs to it
public record PostOrder(
        BrandId brand,
        String text,
        @Nullable String lang,
        List<AccountId> accounts,
        @Nullable CampaignId campaign,
        Plan plan,
        Details details) {
    public PostOrder {
        accounts = accounts.stream().distinct().toList();
    }

    public PostOrder(
            BrandId brand,
            String text,
            @Nullable String lang,
            List<AccountId> accounts,
            @Nullable CampaignId campaign,
            Plan plan) {
        this(brand, text, lang, accounts, campaign, plan, Details.NONE);
    }

    /// Equal orders have equal fingerprints: an Idempotency-Key stands for one of them.
    byte[] fingerprint() {
        PostOrder bare = new PostOrder(brand, text, lang, accounts, campaign, plan);
        return Sha256.of(bare + details.content());
    }
}
