package org.gazouillis.schedule.ical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gazouillis.schedule.AlmanacRefused.Flaw;

/// Looks at every date of a file as it is written. The library would take 30 February for 2 March.
final class DateLines {
    private static final Set<String> DATED = Set.of("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE");
    private static final DateTimeFormatter DAY = strict("uuuuMMdd");
    private static final DateTimeFormatter TIME = strict("uuuuMMdd'T'HHmmss");
    private static final int LENGTH_OF_DAY = 8;

    private DateLines() {}

    static List<Flaw> flaws(List<String> lines) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i).split("[;:]", 2)[0].toUpperCase(Locale.ROOT);
            if (DATED.contains(name)) {
                String whole = unfolded(lines, i);
                String values = whole.substring(whole.lastIndexOf(':') + 1);
                for (String value : values.split(",")) {
                    if (!value.contains("/") && !isDate(value.strip())) {
                        flaws.add(new Flaw(
                                i + 1,
                                name + " \"" + shortened(value) + "\" is no date. Write 20261225 or 20261225T093000."));
                    }
                }
            }
        }
        return flaws;
    }

    private static String unfolded(List<String> lines, int first) {
        StringBuilder whole = new StringBuilder(lines.get(first));
        for (int i = first + 1; i < lines.size() && lines.get(i).matches("^[ \t].*"); i++) {
            whole.append(lines.get(i).substring(1));
        }
        return whole.toString();
    }

    private static boolean isDate(String value) {
        try {
            if (value.length() == LENGTH_OF_DAY) {
                LocalDate.parse(value, DAY);
            } else {
                LocalDateTime.parse(value.endsWith("Z") ? value.substring(0, value.length() - 1) : value, TIME);
            }
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private static String shortened(String value) {
        return value.length() > 30 ? value.substring(0, 30) + "…" : value;
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
