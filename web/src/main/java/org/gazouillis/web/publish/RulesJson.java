package org.gazouillis.web.publish;

import java.util.List;
import org.gazouillis.publish.BrandRules;
import org.gazouillis.publish.CampaignRule;
import org.gazouillis.publish.LateRule;
import org.jspecify.annotations.Nullable;

/// How a brand publishes.
///
/// @param undoSeconds how long "post now" on a page waits so that it can be undone; programs say `undoSeconds` per
///     post
/// @param late where the campaign says nothing else
public record RulesJson(int undoSeconds, LateJson late, List<CampaignLateJson> campaigns) {
    static RulesJson of(BrandRules rules, List<CampaignRule> campaigns) {
        return new RulesJson(
                rules.undoSeconds(),
                LateJson.of(rules.late()),
                campaigns.stream().map(CampaignLateJson::of).toList());
    }

    /// A campaign's own lateness; null where the brand's holds.
    public record CampaignLateJson(
            String id, String name, @Nullable LateJson late) {
        static CampaignLateJson of(CampaignRule rule) {
            return new CampaignLateJson(
                    rule.id().toString(),
                    rule.name(),
                    rule.latePolicy() == null || rule.lateMinutes() == null
                            ? null
                            : LateJson.of(new LateRule(rule.latePolicy(), rule.lateMinutes())));
        }
    }
}
