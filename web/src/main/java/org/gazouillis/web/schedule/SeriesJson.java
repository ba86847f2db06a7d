package org.gazouillis.web.schedule;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.schedule.SeriesSheet;
import org.jspecify.annotations.Nullable;

/// A recurring series.
///
/// @param rule after RFC 5545, counted from `startsAt` by the clock on the wall of `zone`
/// @param prefer which of two when a time comes twice: `earlier` or `later`
/// @param daysOff whether it keeps silent on the brand's days off
/// @param state `ACTIVE`, `PAUSED` or `ENDED`
/// @param version to be sent back with a change
/// @param coming how many of its posts are planned
/// @param nextAt when the next of them goes out
public record SeriesJson(
        String id,
        String brand,
        String name,
        String text,
        String lang,
        List<String> accounts,
        @Nullable String campaign,
        String rule,
        String startsAt,
        String zone,
        String prefer,
        boolean daysOff,
        String state,
        int version,
        Instant createdAt,
        int coming,
        @Nullable Instant nextAt) {
    static SeriesJson of(SeriesSheet sheet) {
        return new SeriesJson(
                sheet.id().toString(),
                sheet.brandId().toString(),
                sheet.name(),
                sheet.text(),
                sheet.lang(),
                sheet.accounts().stream().map(AccountId::toString).toList(),
                sheet.campaignId() == null ? null : sheet.campaignId().toString(),
                sheet.rule(),
                sheet.startsAt().toString(),
                sheet.zone().getId(),
                Preference.word(sheet.gapRule()),
                sheet.sparesDaysOff(),
                sheet.state().name(),
                sheet.version(),
                sheet.createdAt(),
                sheet.coming(),
                sheet.nextAt());
    }
}
