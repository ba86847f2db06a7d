package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.compose.GapRule;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.SeriesId;
import org.jspecify.annotations.Nullable;

/// A series as it is read.
///
/// @param coming how many of its posts are planned
/// @param nextAt when the next of them goes out; null when none is planned
public record SeriesSheet(
        SeriesId id,
        BrandId brandId,
        String name,
        String text,
        String lang,
        Long[] accountIds,
        @Nullable CampaignId campaignId,
        String rule,
        LocalDateTime startsAt,
        ZoneId zone,
        GapRule gapRule,
        boolean sparesDaysOff,
        SeriesState state,
        int version,
        Instant createdAt,
        int coming,
        @Nullable Instant nextAt) {
    public List<AccountId> accounts() {
        return Arrays.stream(accountIds).map(AccountId::new).toList();
    }

    /// This series as a wish, to be changed and sent back.
    public SeriesWish wish() {
        return new SeriesWish(
                brandId,
                name,
                text,
                lang,
                accounts(),
                campaignId,
                rule,
                startsAt,
                zone,
                gapRule,
                sparesDaysOff,
                List.of());
    }
}
