package org.gazouillis.schedule.ical;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.ValuedProperty;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.gazouillis.schedule.AlmanacRefused;
import org.gazouillis.schedule.AlmanacRefused.Flaw;
import org.gazouillis.schedule.Occasion;
import org.jspecify.annotations.Nullable;

/// Lays the events of a file out into single occasions between two days: repetitions with their exceptions and
/// additions, single occasions that were moved or cancelled, whole days, times in a zone and times without one.
public final class Layout {
    static final int MOST = 20_000;
    private static final int LONGEST_SUMMARY = 200;
    private static final Set<Frequency> TOO_OFTEN = Set.of(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY);

    /// The library reads days without a time by the clocks of the machine.
    private static final TimeZone DAYS = TimeZone.getDefault();

    private final EventFile file;
    private final Instant from;
    private final Instant to;
    private final List<Occasion> occasions = new ArrayList<>();
    private final Set<String> moved = new HashSet<>();

    private Layout(EventFile file, LocalDate from, LocalDate to) {
        this.file = file;
        this.from = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.to = to.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// @throws AlmanacRefused when an event repeats by the hour or faster, or there are more than 20,000 occasions
    public static List<Occasion> of(EventFile file, LocalDate from, LocalDate to) {
        Layout layout = new Layout(file, from, to);
        layout.file.events().forEach(layout::noteMoved);
        for (int i = 0; i < file.events().size(); i++) {
            layout.add(file.events().get(i), i);
        }
        return List.copyOf(layout.occasions);
    }

    /// A single occasion that stands elsewhere, or not at all, is left out of its event's repetitions.
    private void noteMoved(VEvent event) {
        if (event.getRecurrenceId() != null) {
            moved.add(key(event, event.getRecurrenceId().getValue()));
        }
    }

    private static String key(VEvent event, Date at) {
        return value(event.getUid()).orElse("") + "@" + at.getTime();
    }

    private void add(VEvent event, int index) {
        if (event.getStatus() != null && event.getStatus().equals(Status.cancelled())) {
            return;
        }
        boolean single = event.getRecurrenceId() != null;
        requireCalm(event, index);
        DateIterator dates = single ? null : event.getDateIterator(zone(event.getDateStart()));
        if (dates == null) {
            lay(event, event.getDateStart().getValue(), index);
            return;
        }
        dates.advanceTo(Date.from(from.minusMillis(length(event))));
        while (dates.hasNext()) {
            Date date = dates.next();
            if (!date.toInstant().isBefore(to)) {
                return;
            }
            if (!moved.contains(key(event, date))) {
                lay(event, date, index);
            }
        }
    }

    private void requireCalm(VEvent event, int index) {
        if (event.getRecurrenceRule() != null
                && TOO_OFTEN.contains(event.getRecurrenceRule().getValue().getFrequency())) {
            throw new AlmanacRefused(List.of(new Flaw(
                    file.line(index), "the event repeats within a day. Repeat it by the day or more rarely.")));
        }
    }

    private void lay(VEvent event, Date date, int index) {
        Instant start = date.toInstant();
        Instant end = start.plusMillis(length(event));
        if (!start.isBefore(to) || end.isBefore(from)) {
            return;
        }
        if (occasions.size() == MOST) {
            throw new AlmanacRefused(List.of(new Flaw(
                    file.line(index),
                    "up to here the file lays out more than " + MOST + " occasions. Split it, or repeat less.")));
        }
        boolean allDay = !event.getDateStart().getValue().hasTime();
        boolean floating = allDay || isFloating(event.getDateStart());
        ZoneId wall = allDay ? DAYS.toZoneId() : ZoneOffset.UTC;
        occasions.add(new Occasion(
                null,
                "",
                summary(event),
                allDay,
                floating ? wall(start, wall, allDay) : null,
                floating ? wall(end, wall, allDay) : null,
                floating ? null : start,
                floating ? null : end));
    }

    private static LocalDateTime wall(Instant at, ZoneId zone, boolean allDay) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        // A quarter of a day more makes up for nights in which the clocks change.
        return allDay ? local.plusHours(6).truncatedTo(ChronoUnit.DAYS) : local;
    }

    private static long length(VEvent event) {
        ICalDate start = event.getDateStart().getValue();
        Duration duration =
                event.getDuration() == null ? null : event.getDuration().getValue();
        if (event.getDateEnd() != null) {
            return Math.max(0, event.getDateEnd().getValue().getTime() - start.getTime());
        }
        if (duration != null) {
            return Math.max(0, duration.toMillis());
        }
        return start.hasTime() ? 0 : java.time.Duration.ofDays(1).toMillis();
    }

    private static String summary(VEvent event) {
        String text = value(event.getSummary()).orElse("").strip().replaceAll("\\s+", " ");
        return text.isEmpty() ? "–" : text.length() > LONGEST_SUMMARY ? text.substring(0, LONGEST_SUMMARY) : text;
    }

    private boolean isFloating(DateStart start) {
        return file.calendar().getTimezoneInfo().isFloating(start);
    }

    private TimeZone zone(DateStart start) {
        TimezoneAssignment assigned = file.calendar().getTimezoneInfo().getTimezone(start);
        return !start.getValue().hasTime() ? DAYS : assigned == null ? EventFile.UTC : assigned.getTimeZone();
    }

    private static <T> Optional<T> value(@Nullable ValuedProperty<T> property) {
        return property == null ? Optional.empty() : Optional.ofNullable(property.getValue());
    }

    /// Name of the file's calendar, as most programs write it; empty when it has none.
    public static String name(EventFile file) {
        return Optional.ofNullable(file.calendar().getExperimentalProperty("X-WR-CALNAME"))
                .map(property -> Objects.requireNonNullElse(property.getValue(), ""))
                .orElse("")
                .strip();
    }
}
