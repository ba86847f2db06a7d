package org.gazouillis.publish;

import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// What somebody wants stopped: all that every given part covers.
///
/// @param brand null means the whole workspace, which only its owner may stop
/// @param keyword a word, words, or a `#hashtag` in the post's text
/// @param network as in [org.gazouillis.tenancy.VisibleBrand.Account]
public record StopWish(
        @Nullable BrandId brand,
        @Nullable CampaignId campaign,
        @Nullable String keyword,
        @Nullable String network,
        String reason) {
    private static final int LONGEST_REASON = 500;

    public StopWish {
        keyword = blankAsNull(keyword);
        network = blankAsNull(network);
        reason = reason.strip();
        if (campaign != null && brand == null) {
            throw new StopNotPlausible("A campaign belongs to a brand: name the brand, too.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new StopNotPlausible("The reason has more than " + LONGEST_REASON + " characters. Shorten it.");
        }
    }

    public static StopWish ofBrand(BrandId brand) {
        return new StopWish(brand, null, null, null, "");
    }

    public static StopWish ofWorkspace() {
        return new StopWish(null, null, null, null, "");
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
