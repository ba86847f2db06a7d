package org.gazouillis.web.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.schedule.WishNotPlausible;
import org.jspecify.annotations.Nullable;

/// A queue time to be added on several days of the week.
///
/// @param days `MONDAY` to `SUNDAY`; none means every day
/// @param at `09:30`
/// @param zone IANA name; the brand's when missing
public record NewSlotJson(
        @Nullable String account,
        @Nullable List<String> days,
        @Nullable String at,
        @Nullable String zone) {
    AccountId accountId() {
        if (account == null) {
            throw new WishNotPlausible("Name the \"account\" whose queue the time is for.");
        }
        return AccountId.parse(account);
    }

    Set<DayOfWeek> weekdays() {
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        (days == null ? List.<String>of() : days).forEach(day -> chosen.add(weekday(day)));
        return chosen.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : chosen;
    }

    LocalTime time() {
        try {
            return LocalTime.parse(at == null ? "" : at);
        } catch (DateTimeParseException malformed) {
            throw new WishNotPlausible("\"at\" is \"" + at + "\"; write the time of a queue like 09:30.");
        }
    }

    ZoneId zoneOr(ZoneId brandZone) {
        return zone == null || zone.isBlank() ? brandZone : PublishTime.zone(zone.strip());
    }

    private static DayOfWeek weekday(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(name.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new WishNotPlausible("\"" + name + "\" is no day of the week; MONDAY to SUNDAY are.");
    }
}
