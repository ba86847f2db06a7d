package org.gazouillis.web.campaign;

import java.math.BigDecimal;
import org.gazouillis.campaign.Budget;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.jspecify.annotations.Nullable;

/// An amount in an ISO 4217 currency; both, or none for no budget.
public record BudgetJson(
        @Nullable BigDecimal amount, @Nullable String currency) {
    static @Nullable BudgetJson of(@Nullable Budget budget) {
        return budget == null ? null : new BudgetJson(budget.amount(), budget.currency());
    }

    @Nullable
    Budget budget() {
        if (amount == null && currency == null) {
            return null;
        }
        if (amount == null || currency == null) {
            throw new CampaignNotPlausible(
                    CampaignNotPlausible.Part.BUDGET, "A budget needs \"amount\" and \"currency\", or none of them.");
        }
        return new Budget(amount, currency);
    }
}
