package org.gazouillis.network;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a poll on the built-in timeline offers, and for how long. The limits are Mastodon's, so that its clients know
/// them.
///
/// @param options in order, each on one line; empty ones are left out
/// @param multiple whether several may be chosen at once
/// @param hideTotals whether nobody sees the results before the end
/// @param lasts from the moment in which the status is there
public record PollTerms(List<String> options, boolean multiple, boolean hideTotals, Duration lasts) {
    public static final int FEWEST_OPTIONS = 2;
    public static final int MOST_OPTIONS = 4;
    /// What readers see as one character counts as one.
    public static final int LONGEST_OPTION = 50;

    public static final Duration SHORTEST = Duration.ofMinutes(5);
    /// A twelfth of a year.
    public static final Duration LONGEST = Duration.ofSeconds(2_629_746);

    /// Asks nothing.
    public static final PollTerms NONE = new PollTerms(List.of(), false, false, Duration.ofDays(1));

    public PollTerms {
        options = options.stream()
                .map(PollTerms::line)
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /// From the post's column.
    public static @Nullable PollTerms parse(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject poll = reader.readObject();
            return new PollTerms(
                    poll.getJsonArray("options").getValuesAs(JsonString::getString),
                    poll.getBoolean("multiple"),
                    poll.getBoolean("hideTotals"),
                    Duration.ofSeconds(poll.getInt("seconds")));
        }
    }

    /// For the post's column, always in the same words.
    public String json() {
        JsonArrayBuilder titles = Json.createArrayBuilder();
        options.forEach(titles::add);
        return Json.createObjectBuilder()
                .add("options", titles)
                .add("multiple", multiple)
                .add("hideTotals", hideTotals)
                .add("seconds", lasts.toSeconds())
                .build()
                .toString();
    }

    /// The same in other words.
    public PollTerms reworded(UnaryOperator<String> change) {
        return new PollTerms(options.stream().map(change).toList(), multiple, hideTotals, lasts);
    }

    /// Everything that is wrong with it; none when it can be put to readers.
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        if (options.size() < FEWEST_OPTIONS || options.size() > MOST_OPTIONS) {
            flaws.add(new Flaw(
                    Fault.OPTIONS,
                    "A poll has " + FEWEST_OPTIONS + " to " + MOST_OPTIONS + " options, this one has " + options.size()
                            + ". Add some, or leave some out.",
                    Integer.toString(options.size())));
        }
        options.stream()
                .filter(option -> Graphemes.count(option) > LONGEST_OPTION)
                .map(option -> new Flaw(
                        Fault.OPTION_LONG,
                        "The option “" + option + "” of the poll has more than " + LONGEST_OPTION
                                + " characters. Shorten it.",
                        option))
                .forEach(flaws::add);
        HashSet<String> known = new HashSet<>();
        options.stream()
                .filter(option -> !known.add(option))
                .map(option -> new Flaw(
                        Fault.OPTION_TWICE, "The poll offers “" + option + "” twice. Change one of them.", option))
                .forEach(flaws::add);
        if (lasts.compareTo(SHORTEST) < 0 || lasts.compareTo(LONGEST) > 0) {
            flaws.add(new Flaw(
                    Fault.DURATION,
                    "A poll lasts 5 minutes to one month (" + SHORTEST.toSeconds() + " to " + LONGEST.toSeconds()
                            + " seconds), this one " + lasts.toSeconds() + " seconds. Choose a time in between.",
                    Long.toString(lasts.toSeconds())));
        }
        return flaws;
    }

    /// On one line and without signs that nobody sees; PostgreSQL stores no NUL.
    private static String line(String typed) {
        return PostText.normalise(typed.replaceAll("[\\s\\p{Cc}]+", " "));
    }

    public enum Fault {
        OPTIONS,
        OPTION_LONG,
        OPTION_TWICE,
        DURATION
    }

    /// @param sentence what is wrong and how to mend it, in English
    /// @param about the number or the option that is meant
    public record Flaw(Fault fault, String sentence, String about) {}
}
