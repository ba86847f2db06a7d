package org.gazouillis.dashboard;

import java.util.Locale;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Dimension;
import org.jspecify.annotations.Nullable;

/// What of a brand is looked at: all of it, or one campaign, account, post, hashtag or short link.
///
/// @param key an id in decimal digits, or the hashtag in lower case without its sign
public record Subject(Dimension dimension, String key) {
    public static Subject of(BrandId brand) {
        return new Subject(Dimension.BRAND, brand.toString());
    }

    /// The campaign, or the whole brand when there is none.
    public static Subject of(BrandId brand, @Nullable CampaignId campaign) {
        return campaign == null ? of(brand) : new Subject(Dimension.CAMPAIGN, campaign.toString());
    }

    public static Subject of(AccountId account) {
        return new Subject(Dimension.ACCOUNT, account.toString());
    }

    public static Subject of(StatusId status) {
        return new Subject(Dimension.STATUS, status.toString());
    }

    public static Subject of(LinkId link) {
        return new Subject(Dimension.LINK, link.toString());
    }

    /// @param tag with or without its sign, in any case
    public static Subject ofHashtag(String tag) {
        String bare = tag.strip().startsWith("#") ? tag.strip().substring(1) : tag.strip();
        return new Subject(Dimension.HASHTAG, bare.toLowerCase(Locale.ROOT));
    }
}
