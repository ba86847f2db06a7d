package org.gazouillis.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// A row of `campaign`, as SQL reads it.
record CampaignRow(
        CampaignId id,
        BrandId brandId,
        String name,
        String slug,
        LocalDate startsOn,
        LocalDate endsOn,
        List<String> hashtags,
        String colour,
        @Nullable String goalMeasure,
        @Nullable Long goalTarget,
        @Nullable LocalDate goalOn,
        @Nullable BigDecimal budgetAmount,
        @Nullable String budgetCurrency,
        String utm,
        List<Long> accountIds,
        Instant createdAt,
        @Nullable Instant archivedAt,
        int version) {
    static final String COLUMNS = """
            id, brand_id, name, slug, starts_on, ends_on, hashtags, colour, goal_measure, goal_target, goal_on,
            budget_amount, budget_currency, utm, account_ids, created_at, archived_at, version
            """;

    CampaignSheet sheet() {
        CampaignCard card = new CampaignCard(id, brandId, name, slug, startsOn, endsOn, hashtags);
        return new CampaignSheet(card, terms(), createdAt, archivedAt, version);
    }

    private CampaignTerms terms() {
        Goal goal = goalMeasure == null || goalTarget == null || goalOn == null
                ? null
                : new Goal(GoalMeasure.named(goalMeasure), goalTarget, goalOn);
        Budget budget =
                budgetAmount == null || budgetCurrency == null ? null : new Budget(budgetAmount, budgetCurrency);
        List<AccountId> accounts = accountIds.stream().map(AccountId::new).toList();
        return new CampaignTerms(goal, budget, UtmTemplate.of(utm), accounts, colour);
    }
}
