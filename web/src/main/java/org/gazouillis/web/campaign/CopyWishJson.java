package org.gazouillis.web.campaign;

import java.time.LocalDate;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.gazouillis.schedule.CopyOrder;
import org.jspecify.annotations.Nullable;

/// When the copy of a campaign begins: on a day, or so many days after the original.
///
/// @param planned true lets the posts go out by themselves; else they are drafts with their times
public record CopyWishJson(
        @Nullable String name,
        @Nullable String startsOn,
        @Nullable Integer days,
        @Nullable Boolean planned) {
    CopyOrder order(CampaignCard original) {
        if (name == null || (startsOn == null) == (days == null)) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.WHOLE,
                    "A copy needs a \"name\" and either \"startsOn\" (a day) or \"days\" (after the original).");
        }
        LocalDate first = startsOn == null || days != null
                ? original.startsOn().plusDays(days == null ? 0 : days)
                : LocalDate.parse(startsOn);
        return new CopyOrder(name, first, Boolean.TRUE.equals(planned));
    }
}
