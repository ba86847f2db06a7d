package org.gazouillis.schedule.ical;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import org.gazouillis.schedule.AlmanacRefused;
import org.gazouillis.schedule.AlmanacRefused.Flaw;

/// A file of events whose every line was understood. Times without a zone are read as if they were UTC's.
///
/// @param lines in which line each event begins, in the order of the events
public record EventFile(String text, ICalendar calendar, List<VEvent> events, List<Integer> lines) {
    public static final int MOST_BYTES = 1 << 20;
    static final int MOST_EVENTS = 2_000;
    static final TimeZone UTC = TimeZone.getTimeZone("UTC");
    /// A zone without a definition, found by its name all the same; the file's definition of a zone preferred to
    /// ours.
    private static final Set<Integer> HARMLESS = Set.of(37, 43);

    /// @throws AlmanacRefused with each line that is wrong
    public static EventFile read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new AlmanacRefused("The file is larger than 1 MB. Split it, or leave the past out.");
        }
        return read(decoded(bytes));
    }

    /// @throws AlmanacRefused with each line that is wrong
    public static EventFile read(String text) {
        List<String> lines = text.lines().toList();
        requireFrame(lines);
        try (ICalReader reader = new ICalReader(text)) {
            reader.setDefaultTimezone(UTC);
            ICalendar calendar = Objects.requireNonNull(reader.readNext(), "the frame was seen");
            List<Flaw> flaws = new ArrayList<>(DateLines.flaws(lines));
            reader.getWarnings().stream()
                    .filter(warning -> !HARMLESS.contains(Objects.requireNonNullElse(warning.getCode(), -1)))
                    .map(warning -> flaw(warning, lines))
                    .filter(flaw -> flaws.stream().noneMatch(known -> known.line() == flaw.line()))
                    .toList()
                    .forEach(flaws::add);
            EventFile file = new EventFile(text, calendar, calendar.getEvents(), beginnings(lines));
            file.requireSensible(flaws);
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void requireSensible(List<Flaw> flaws) {
        if (events.size() > MOST_EVENTS) {
            throw new AlmanacRefused("The file has " + events.size() + " events; " + MOST_EVENTS
                    + " are the most. Split it, or leave the past out.");
        }
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).getDateStart() == null) {
                flaws.add(new Flaw(line(i), "the event has no DTSTART that can be read. Give it one."));
            }
        }
        if (!flaws.isEmpty()) {
            throw new AlmanacRefused(flaws);
        }
        if (events.isEmpty()) {
            throw new AlmanacRefused("There is no event (BEGIN:VEVENT) in the file.");
        }
    }

    int line(int event) {
        return event < lines.size() ? lines.get(event) : 1;
    }

    private static void requireFrame(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
            throw new AlmanacRefused(List.of(
                    new Flaw(1, "an .ics file begins with BEGIN:VCALENDAR. Export the calendar as iCalendar.")));
        }
        String last = lines.reversed().stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElseThrow();
        if (!last.strip().equalsIgnoreCase("END:VCALENDAR")) {
            throw new AlmanacRefused(List.of(new Flaw(
                    lines.size(), "the file ends without END:VCALENDAR: a part is missing. Save it once more.")));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).chars().anyMatch(sign -> sign == 0)) {
                throw new AlmanacRefused(List.of(new Flaw(i + 1, "it holds the character NUL. Remove it.")));
            }
        }
    }

    private static List<Integer> beginnings(List<String> lines) {
        List<Integer> beginnings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equalsIgnoreCase("BEGIN:VEVENT")) {
                beginnings.add(i + 1);
            }
        }
        return beginnings;
    }

    /// Some remarks of the library name no line, but what they quote stands in one.
    private static Flaw flaw(ParseWarning warning, List<String> lines) {
        String property = warning.getPropertyName() == null ? "" : warning.getPropertyName() + ": ";
        Integer line = warning.getLineNumber();
        return new Flaw(line == null ? quoted(warning.getMessage(), lines) : line, property + warning.getMessage());
    }

    private static int quoted(String message, List<String> lines) {
        String[] parts = message.split("\"", 3);
        for (int i = 0; parts.length == 3 && i < lines.size(); i++) {
            if (lines.get(i).contains(parts[1])) {
                return i + 1;
            }
        }
        return 1;
    }

    private static String decoded(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int line = 1 + (int) out.chars().filter(sign -> sign == '\n').count();
            throw new AlmanacRefused(List.of(new Flaw(line, "it is not UTF-8. Save the file as UTF-8.")));
        }
        String text = out.toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
