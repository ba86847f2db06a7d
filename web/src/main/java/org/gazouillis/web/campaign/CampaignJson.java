package org.gazouillis.web.campaign;

import java.util.List;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.campaign.CampaignTerms;
import org.gazouillis.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// A campaign; both days are inside it.
///
/// @param accounts ids of those it speaks on; none means all of the brand
/// @param utm what its links carry, with places like `{network}`
/// @param version to be handed back with a change, so that nobody else's is overwritten
public record CampaignJson(
        String id,
        String brand,
        String name,
        String slug,
        String startsOn,
        String endsOn,
        List<String> hashtags,
        String colour,
        @Nullable GoalJson goal,
        @Nullable BudgetJson budget,
        String utm,
        List<String> accounts,
        boolean archived,
        int version) {
    static CampaignJson of(CampaignSheet sheet) {
        CampaignCard card = sheet.card();
        CampaignTerms terms = sheet.terms();
        return new CampaignJson(
                card.id().toString(),
                card.brand().toString(),
                card.name(),
                card.slug(),
                card.startsOn().toString(),
                card.endsOn().toString(),
                card.hashtags(),
                terms.colour(),
                GoalJson.of(terms.goal()),
                BudgetJson.of(terms.budget()),
                terms.utm().text(),
                terms.accounts().stream().map(AccountId::toString).toList(),
                sheet.isArchived(),
                sheet.version());
    }
}
