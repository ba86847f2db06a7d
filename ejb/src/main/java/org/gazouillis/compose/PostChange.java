package org.gazouillis.compose;

import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// What is to be different about a post; null leaves a thing as it is.
///
/// @param withoutCampaign takes the post out of its campaign
/// @param revision the revision that the change is meant for; null means whichever there is
/// @param version the version that the change is meant for, which every change counts up, also a move; null means
///     whichever there is
/// @param details what else is to be different
public record PostChange(
        @Nullable String text,
        @Nullable List<AccountId> accounts,
        @Nullable CampaignId campaign,
        boolean withoutCampaign,
        @Nullable Plan plan,
        @Nullable Integer revision,
        @Nullable Integer version,
        Details details) {
    public PostChange(
            @Nullable String text,
            @Nullable List<AccountId> accounts,
            @Nullable CampaignId campaign,
            boolean withoutCampaign,
            @Nullable Plan plan,
            @Nullable Integer revision) {
        this(text, accounts, campaign, withoutCampaign, plan, revision, null, Details.NONE);
    }

    public PostChange(
            @Nullable String text,
            @Nullable List<AccountId> accounts,
            @Nullable CampaignId campaign,
            boolean withoutCampaign,
            @Nullable Plan plan,
            @Nullable Integer revision,
            Details details) {
        this(text, accounts, campaign, withoutCampaign, plan, revision, null, details);
    }

    public static PostChange reword(String text) {
        return new PostChange(text, null, null, false, null, null);
    }

    public static PostChange replan(Plan plan) {
        return new PostChange(null, null, null, false, plan, null);
    }
}
