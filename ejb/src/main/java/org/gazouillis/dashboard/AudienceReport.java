package org.gazouillis.dashboard;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who follows a brand or one of its accounts, and when its readers are there.
///
/// @param growth    by the day; of each its audience alone is meant
/// @param people    how many different people follow now; who follows two accounts of a brand is one person
/// @param languages most followers first, then those of rare languages together
/// @param hours     the 168 hours of a week of the brand's clock, Monday 0 o'clock first, none left out
public record AudienceReport(BrandPerformance growth, long people, List<Language> languages, List<Hour> hours) {
    /// A group of fewer people is not told apart.
    public static final int FEWEST_PEOPLE = 10;

    public AudienceReport {
        languages = List.copyOf(languages);
        hours = List.copyOf(hours);
    }

    /// @param lang ISO 639 code of the followers' profiles; null for all those languages together that have fewer than
    ///     [#FEWEST_PEOPLE]
    public record Language(@Nullable String lang, long followers) {}

    /// What readers did in one hour of the week, over all weeks of the period.
    public record Hour(DayOfWeek day, int hour, long impressions, long engagements) {}
}
