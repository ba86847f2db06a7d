package org.gazouillis.web.schedule;

import java.time.DayOfWeek;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Map;

/// On which day weeks begin for a reader: as in the country that the browser names beside the language (`en-GB`),
/// else as where most speakers of the language live.
final class WeekStart {
    private static final Map<String, Locale> HOMES = Map.of("en", Locale.US, "fr", Locale.FRANCE);

    private WeekStart() {}

    static DayOfWeek of(Locale language, Locale browser) {
        boolean same = browser.getLanguage().equals(language.getLanguage())
                && !browser.getCountry().isEmpty();
        Locale home = same ? browser : HOMES.getOrDefault(language.getLanguage(), language);
        return WeekFields.of(home).getFirstDayOfWeek();
    }
}
