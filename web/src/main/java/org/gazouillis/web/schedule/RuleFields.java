package org.gazouillis.web.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.schedule.RuleNotUsable;
import org.gazouillis.schedule.SeriesRule;
import org.jspecify.annotations.Nullable;

/// How often a series repeats, as a form asks it: by day, week, month or year, or in the words of RFC 5545. A month
/// that lacks the day (the 31st, 29 February) has the occurrence on its last day.
public final class RuleFields {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final int SHORTEST_MONTH = 28;

    private String repeat = "WEEKLY";
    private int interval = 1;
    private List<String> days = List.of();
    private String end = "never";
    private String until = "";
    private int count = 10;
    private String custom = "";

    /// Finds the fields again in a stored rule; one that the form cannot say is shown in its own words.
    static RuleFields of(String rule, LocalDateTime start, ZoneId zone) {
        RuleFields fields = new RuleFields();
        fields.read(Stream.of(rule.split(";", -1))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (a, b) -> a)));
        fields.custom = rule;
        if (!fields.says(rule, start, zone)) {
            fields.repeat = "CUSTOM";
        }
        return fields;
    }

    private void read(Map<String, String> parts) {
        String freq = parts.getOrDefault("FREQ", "");
        String byDay = parts.getOrDefault("BYDAY", "");
        repeat = freq.equals("MONTHLY") && !byDay.isEmpty() ? "WEEKDAY" : freq;
        interval = number(parts.getOrDefault("INTERVAL", "1"), 1);
        days = freq.equals("WEEKLY") && !byDay.isEmpty() ? List.of(byDay.split(",")) : List.of();
        if (parts.containsKey("COUNT")) {
            end = "count";
            count = number(parts.getOrDefault("COUNT", "10"), 10);
        }
        String last = parts.getOrDefault("UNTIL", "");
        if (last.length() >= 8) {
            end = "until";
            until = last.substring(0, 4) + "-" + last.substring(4, 6) + "-" + last.substring(6, 8);
        }
    }

    private boolean says(String rule, LocalDateTime start, ZoneId zone) {
        try {
            return SeriesRule.of(text(start), start, zone).text().equals(rule);
        } catch (RuleNotUsable cannot) {
            return false;
        }
    }

    /// The rule after RFC 5545, for a series that begins then.
    String text(LocalDateTime start) {
        if (repeat.equals("CUSTOM")) {
            return custom;
        }
        String every = interval == 1 ? "" : ";INTERVAL=" + interval;
        return "FREQ=" + (repeat.equals("WEEKDAY") ? "MONTHLY" : repeat) + every + when(start) + ending();
    }

    private String when(LocalDateTime start) {
        int day = start.getDayOfMonth();
        String own = DAYS.get(start.getDayOfWeek().getValue() - 1);
        String last = ";RSCALE=GREGORIAN;SKIP=BACKWARD";
        return switch (repeat) {
            case "WEEKLY" -> ";BYDAY=" + (days.isEmpty() ? own : String.join(",", days));
            case "MONTHLY" -> ";BYMONTHDAY=" + day + (day > SHORTEST_MONTH ? last : "");
            case "WEEKDAY" -> ";BYDAY=" + ordinal(day) + own;
            case "YEARLY" ->
                ";BYMONTH=" + start.getMonthValue() + ";BYMONTHDAY=" + day + (day > SHORTEST_MONTH ? last : "");
            default -> "";
        };
    }

    /// The fifth Monday is not in every month: it means the last.
    private static int ordinal(int day) {
        int nth = (day - 1) / 7 + 1;
        return nth > 4 ? -1 : nth;
    }

    private String ending() {
        return switch (end) {
            case "until" -> ";UNTIL=" + until.replace("-", "");
            case "count" -> ";COUNT=" + count;
            default -> "";
        };
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : otherwise;
    }

    public String getRepeat() {
        return repeat;
    }

    public void setRepeat(@Nullable String repeat) {
        this.repeat = repeat == null ? "WEEKLY" : repeat.toUpperCase(Locale.ROOT);
    }

    public int getInterval() {
        return interval;
    }

    public void setInterval(int interval) {
        this.interval = interval;
    }

    public List<String> getDays() {
        return days;
    }

    public void setDays(@Nullable List<String> days) {
        this.days = days == null ? List.of() : List.copyOf(days);
    }

    /// `never`, `until` or `count`.
    public String getEnd() {
        return end;
    }

    public void setEnd(@Nullable String end) {
        this.end = end == null ? "never" : end;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until == null ? "" : until;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    /// The rule in the words of RFC 5545.
    public String getCustom() {
        return custom;
    }

    public void setCustom(@Nullable String custom) {
        this.custom = custom == null ? "" : custom.strip();
    }
}
