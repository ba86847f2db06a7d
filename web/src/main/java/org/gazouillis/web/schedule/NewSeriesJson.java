package org.gazouillis.web.schedule;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.gazouillis.compose.GapRule;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.schedule.SeriesWish;
import org.gazouillis.schedule.WishNotPlausible;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// A series to be opened, or what is to be different about one; what is missing then stays.
///
/// @param name the beginning of the text when missing
/// @param accounts all accounts of the brand on the built-in timeline when missing
/// @param campaign an id, or the empty string for none
/// @param rule after RFC 5545, such as `FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10`
/// @param startsAt `2026-11-23T09:30`, from where the rule counts
/// @param zone IANA name; the brand's when missing
/// @param prefer which of two when a time comes twice: `earlier` (the default) or `later`
/// @param daysOff whether it keeps silent on the brand's days off; true when missing
/// @param without local times that are left out (EXDATE)
/// @param version of the series that the change is meant for
public record NewSeriesJson(
        @Nullable String name,
        @Nullable String text,
        @Nullable String lang,
        @Nullable List<String> accounts,
        @Nullable String campaign,
        @Nullable String rule,
        @Nullable String startsAt,
        @Nullable String zone,
        @Nullable String prefer,
        @Nullable Boolean daysOff,
        @Nullable List<String> without,
        @Nullable Integer version) {
    SeriesWish wish(VisibleBrand brand) {
        if (text == null || rule == null || startsAt == null) {
            throw new WishNotPlausible("A series needs \"text\", \"rule\" and \"startsAt\".");
        }
        return over(new SeriesWish(
                brand.id(),
                "",
                text,
                null,
                List.of(),
                null,
                rule,
                LocalDateTime.MIN,
                brand.zone(),
                GapRule.EARLIER_OFFSET,
                true,
                List.of()));
    }

    /// The given wish with everything that is named here.
    SeriesWish over(SeriesWish base) {
        return new SeriesWish(
                base.brand(),
                Objects.requireNonNullElse(name, base.name()),
                Objects.requireNonNullElse(text, base.text()),
                lang == null ? base.lang() : lang,
                accounts == null
                        ? base.accounts()
                        : accounts.stream().map(AccountId::parse).toList(),
                campaignOver(base.campaign()),
                Objects.requireNonNullElse(rule, base.rule()),
                startsAt == null ? base.startsAt() : GivenTime.local(startsAt),
                zone == null ? base.zone() : PublishTime.zone(zone),
                prefer == null ? base.gapRule() : Preference.of(prefer),
                Objects.requireNonNullElse(daysOff, base.sparesDaysOff()),
                without == null
                        ? List.of()
                        : without.stream().map(GivenTime::local).toList());
    }

    private @Nullable CampaignId campaignOver(@Nullable CampaignId base) {
        if (campaign == null) {
            return base;
        }
        return campaign.isEmpty() ? null : CampaignId.parse(campaign);
    }
}
