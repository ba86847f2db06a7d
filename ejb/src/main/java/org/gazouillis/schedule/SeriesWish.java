package org.gazouillis.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.compose.GapRule;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/// What somebody wants said again and again.
///
/// @param accounts none means all accounts of the brand on the built-in timeline
/// @param rule after RFC 5545
/// @param startsAt from where the rule counts, by the clock on the wall of the zone
/// @param gapRule which of two when a time comes twice
/// @param sparesDaysOff whether it keeps silent on the brand's days off
/// @param without local times that are left out from the start
public record SeriesWish(
        BrandId brand,
        String name,
        String text,
        @Nullable String lang,
        List<AccountId> accounts,
        @Nullable CampaignId campaign,
        String rule,
        LocalDateTime startsAt,
        ZoneId zone,
        GapRule gapRule,
        boolean sparesDaysOff,
        List<LocalDateTime> without) {
    public SeriesWish {
        accounts = List.copyOf(accounts);
        without = List.copyOf(without);
    }

    SeriesRule usable() {
        return SeriesRule.of(rule, startsAt, zone);
    }
}
