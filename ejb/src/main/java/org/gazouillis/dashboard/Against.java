package org.gazouillis.dashboard;

import java.util.Arrays;
import java.util.Locale;

/// With which earlier period one is compared, where it is not said by dates.
public enum Against {
    /// As many days right before.
    PREVIOUS,
    /// As many days in whole weeks before, so that Mondays meet Mondays.
    WEEKDAYS,
    /// The same dates a year before.
    YEAR;

    /// @throws PeriodNotReadable when there is no such word
    public static Against named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.key().equals(word))
                .findFirst()
                .orElseThrow(() -> new PeriodNotReadable("A period is compared with \"previous\", \"weekdays\" or"
                        + " \"year\", not \"" + word + "\"."));
    }

    public Period of(Period period) {
        return switch (this) {
            case PREVIOUS -> period.previous();
            case WEEKDAYS -> period.weeksBefore();
            case YEAR -> period.yearBefore();
        };
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
