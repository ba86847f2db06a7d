package org.gazouillis.intake.layout;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether dates such as 3/4/2017 are day first or month first, told by the whole column: one 25/4 anywhere makes all
/// of them day first. A column with 25/4 and 4/25, or with neither, decides nothing.
final class DateOrder {
    static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:[ T,]+(.+))?", Pattern.DOTALL);
    private static final int MONTHS = 12;

    private boolean dayFirst;
    private boolean monthFirst;

    void see(@Nullable String date) {
        if (date == null || date.length() > 40) {
            return;
        }
        var match = NUMBERS.matcher(date.strip());
        if (match.matches()) {
            int first = Integer.parseInt(match.group(1));
            int second = Integer.parseInt(match.group(3));
            dayFirst |= match.group(2).equals(".") || (first > MONTHS && second <= MONTHS);
            monthFirst |= second > MONTHS && first <= MONTHS;
        }
    }

    boolean isDayFirst() {
        return dayFirst && !monthFirst;
    }

    boolean isMonthFirst() {
        return monthFirst && !dayFirst;
    }
}
