package org.gazouillis.web.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gazouillis.campaign.CampaignIdea;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.campaign.CampaignTerms;
import org.gazouillis.campaign.UtmTemplate;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// A campaign to be opened, or what is to be different about one; days as `2026-11-23`.
///
/// @param goal an empty object takes the goal away
/// @param budget an empty object takes the budget away
/// @param archived puts it away or back into use
/// @param version the version that was read; when given, a change made by somebody else meanwhile is not overwritten
public record CampaignWishJson(
        @Nullable String name,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable List<String> hashtags,
        @Nullable String colour,
        @Nullable GoalJson goal,
        @Nullable BudgetJson budget,
        @Nullable String utm,
        @Nullable List<String> accounts,
        @Nullable Boolean archived,
        @Nullable Integer version) {
    CampaignIdea idea(BrandId brand) {
        if (name == null || startsOn == null || endsOn == null) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.WHOLE, "A campaign needs \"name\", \"startsOn\" and \"endsOn\".");
        }
        return new CampaignIdea(
                brand,
                name,
                LocalDate.parse(startsOn),
                LocalDate.parse(endsOn),
                Objects.requireNonNullElse(hashtags, List.of()));
    }

    /// What is missing stays as it is.
    CampaignIdea idea(CampaignSheet now) {
        return new CampaignIdea(
                now.brand(),
                Objects.requireNonNullElse(name, now.card().name()),
                startsOn == null ? now.card().startsOn() : LocalDate.parse(startsOn),
                endsOn == null ? now.card().endsOn() : LocalDate.parse(endsOn),
                Objects.requireNonNullElse(hashtags, now.card().hashtags()));
    }

    CampaignTerms terms(CampaignTerms now) {
        return new CampaignTerms(
                goal == null ? now.goal() : goal.goal(),
                budget == null ? now.budget() : budget.budget(),
                utm == null ? now.utm() : UtmTemplate.of(utm),
                accounts == null
                        ? now.accounts()
                        : accounts.stream().map(AccountId::parse).toList(),
                Objects.requireNonNullElse(colour, now.colour()));
    }

    boolean isAboutMoreThanArchive() {
        return name != null
                || startsOn != null
                || endsOn != null
                || hashtags != null
                || colour != null
                || goal != null
                || budget != null
                || utm != null
                || accounts != null;
    }
}
