package org.gazouillis.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/// A recurrence rule after RFC 5545 (with `SKIP` after RFC 7529), reckoned on the clock on the wall: a daily series
/// at 09:30 is at 09:30 on every day, whatever the clocks do in between. A month without the day asked for has no
/// occurrence, unless the rule says `RSCALE=GREGORIAN;SKIP=BACKWARD` (then its last day) or `SKIP=FORWARD`.
public final class SeriesRule {
    private static final Set<Freq> CALM = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
    private static final int LONGEST = 500;
    private static final int MOST_A_DAY = 24;

    private final RecurrenceRule rule;
    private final LocalDateTime start;

    private SeriesRule(RecurrenceRule rule, LocalDateTime start) {
        this.rule = rule;
        this.start = start;
    }

    /// @param text such as `FREQ=WEEKLY;BYDAY=MO,TH`; an `UNTIL` in UTC means that instant in the zone, a day means
    ///     all of it
    /// @throws RuleNotUsable when it cannot be read, never happens, or happens more than 24 times a day
    public static SeriesRule of(String text, LocalDateTime start, ZoneId zone) {
        String bare = text.strip().replaceFirst("(?i)^RRULE:", "");
        if (bare.length() > LONGEST) {
            throw new RuleNotUsable("A rule has at most " + LONGEST + " characters.");
        }
        try {
            RecurrenceRule rule = new RecurrenceRule(bare.toUpperCase(Locale.ROOT));
            if (!CALM.contains(rule.getFreq())) {
                throw new RuleNotUsable("A series repeats by DAILY, WEEKLY, MONTHLY or YEARLY, not by " + rule.getFreq()
                        + ". Use BYHOUR for several times a day.");
            }
            localUntil(rule, zone);
            SeriesRule usable = new SeriesRule(rule, start.withNano(0));
            usable.requireCalm();
            return usable;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException unreadable) {
            throw new RuleNotUsable("The rule \"" + bare + "\" cannot be read as RFC 5545 (" + unreadable.getMessage()
                    + "). A rule looks like FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10.");
        }
    }

    /// Occurrences after that local time and up to the other, at most so many, in their order.
    public List<LocalDateTime> between(LocalDateTime after, LocalDateTime through, int most) {
        List<LocalDateTime> found = new ArrayList<>();
        try {
            collect(after, through, most, found);
        } catch (IllegalArgumentException nothingForVeryLong) {
            // A rule that finds nothing for a thousand turns is over: the library gives up then.
            return found;
        }
        return found;
    }

    private void collect(LocalDateTime after, LocalDateTime through, int most, List<LocalDateTime> found) {
        RecurrenceRuleIterator all = rule.iterator(dateTime(start));
        // Only a rule that counts must be counted from its beginning.
        if (rule.getCount() == null && after.isAfter(start)) {
            all.fastForward(dateTime(after));
        }
        while (found.size() < most && all.hasNext()) {
            LocalDateTime next = local(all.nextDateTime());
            if (next.isAfter(through)) {
                return;
            }
            if (next.isAfter(after)) {
                found.add(next);
            }
        }
    }

    /// As it is stored: normal form, local `UNTIL`.
    public String text() {
        return rule.toString();
    }

    private void requireCalm() {
        List<LocalDateTime> first = between(start.minusSeconds(1), LocalDateTime.MAX.withYear(9999), MOST_A_DAY + 1);
        if (first.isEmpty()) {
            throw new RuleNotUsable(
                    "By this rule the series never happens. Change the rule, its end or its first day.");
        }
        boolean tooMany = first.size() > MOST_A_DAY
                && first.getLast().isBefore(first.getFirst().plusDays(1));
        if (tooMany) {
            throw new RuleNotUsable(
                    "The series would happen more than " + MOST_A_DAY + " times a day. Make it calmer.");
        }
    }

    /// The library compares local with local only.
    private static void localUntil(RecurrenceRule rule, ZoneId zone) {
        DateTime until = rule.getUntil();
        if (until == null) {
            return;
        }
        if (until.isAllDay()) {
            LocalDate day = LocalDate.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth());
            rule.setUntil(dateTime(day.atTime(23, 59, 59)));
        } else if (!until.isFloating()) {
            rule.setUntil(
                    dateTime(LocalDateTime.ofInstant(java.time.Instant.ofEpochMilli(until.getTimestamp()), zone)));
        }
    }

    /// The library counts months from 0.
    private static DateTime dateTime(LocalDateTime at) {
        return new DateTime(
                at.getYear(), at.getMonthValue() - 1, at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
    }

    private static LocalDateTime local(DateTime at) {
        return LocalDateTime.of(
                at.getYear(), at.getMonth() + 1, at.getDayOfMonth(), at.getHours(), at.getMinutes(), at.getSeconds());
    }
}
