package org.gazouillis.intake.bulk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a whole column tells about dates such as 3/4/2027: one 25/4 anywhere makes all of them day first, one 4/25
/// month first; both make the column contradict itself, neither leaves it open.
///
/// @param dayLine   first line with a date that can only be day first; 0 when there is none
/// @param monthLine first line with a date that can only be month first; 0 when there is none
public record ColumnOrder(int dayLine, int monthLine) {
    public static final ColumnOrder OPEN = new ColumnOrder(0, 0);
    static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:[ T,]+(.+))?", Pattern.DOTALL);
    private static final int MONTHS = 12;

    public enum Verdict {
        DAY_FIRST,
        MONTH_FIRST,
        OPEN,
        CONTRADICTORY
    }

    /// The same with one more cell seen.
    public ColumnOrder seeing(int line, @Nullable String date) {
        var match = date == null || date.length() > 60 ? null : NUMBERS.matcher(date.strip());
        if (match == null || !match.matches()) {
            return this;
        }
        int first = Integer.parseInt(match.group(1));
        int second = Integer.parseInt(match.group(3));
        boolean dotted = match.group(2).equals(".");
        boolean isDay = second <= MONTHS && (dotted || first > MONTHS);
        boolean isMonth = second > MONTHS && first <= MONTHS && !dotted;
        return new ColumnOrder(dayLine == 0 && isDay ? line : dayLine, monthLine == 0 && isMonth ? line : monthLine);
    }

    public Verdict verdict() {
        if (dayLine > 0 && monthLine > 0) {
            return Verdict.CONTRADICTORY;
        }
        return dayLine > 0 ? Verdict.DAY_FIRST : monthLine > 0 ? Verdict.MONTH_FIRST : Verdict.OPEN;
    }
}
