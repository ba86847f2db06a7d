package org.gazouillis.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A query, and what it means told without any index: the plain filter to compare with.
///
/// @param kind what it tries, for the message of a failing test
record Wish(String kind, String query, Predicate<StatusDocument> holds) {

    static Wish of(String query, Predicate<StatusDocument> holds) {
        return new Wish(query.replaceFirst(":.*", ":"), query, holds);
    }

    static Wish named(String kind, String query, Predicate<StatusDocument> holds) {
        return new Wish(kind, query, holds);
    }

    static Wish all(List<Wish> parts, String between) {
        return joined(parts, between, status -> parts.stream().allMatch(part -> part.holds.test(status)));
    }

    static Wish either(List<Wish> parts) {
        return joined(parts, " OR ", status -> parts.stream().anyMatch(part -> part.holds.test(status)));
    }

    private static Wish joined(List<Wish> parts, String between, Predicate<StatusDocument> holds) {
        return parts.size() == 1
                ? parts.getFirst()
                : named(
                        "combined",
                        String.join(between, parts.stream().map(Wish::query).toList()),
                        holds);
    }

    Wish not(String sign) {
        return named("not", sign + query, holds.negate());
    }

    Wish grouped() {
        return named(kind, "(" + query + ")", holds);
    }

    static List<String> words(StatusDocument status) {
        return List.of(status.text().split(" ", -1));
    }

    /// Where a phrase stands in a text, as the number of its first word.
    static List<Integer> places(List<String> phrase, List<String> text) {
        var places = new ArrayList<Integer>();
        for (int at = 0; at + phrase.size() <= text.size(); at++) {
            if (text.subList(at, at + phrase.size()).equals(phrase)) {
                places.add(at);
            }
        }
        return places;
    }

    /// Whether all operands stand somewhere with at most `between` other words between them, each at a place of its
    /// own, or a phrase that is said twice at one; tries all of them.
    ///
    /// @param operands of each, one of the alternatives is wanted
    static boolean near(List<List<List<String>>> operands, int between, List<String> text) {
        return combined(operands, 0, List.of()).stream()
                .anyMatch(phrases -> near(phrases, between, text, new ArrayList<>()));
    }

    private static List<List<List<String>>> combined(
            List<List<List<String>>> operands, int next, List<List<String>> begun) {
        if (next == operands.size()) {
            return List.of(begun);
        }
        var all = new ArrayList<List<List<String>>>();
        for (List<String> phrase : operands.get(next)) {
            var longer = new ArrayList<>(begun);
            if (phrase.size() == 1 || !begun.contains(phrase)) {
                longer.add(phrase);
            }
            all.addAll(combined(operands, next + 1, longer));
        }
        return all;
    }

    private static boolean near(List<List<String>> phrases, int between, List<String> text, List<Stretch> chosen) {
        if (chosen.size() == phrases.size()) {
            int first = chosen.stream().mapToInt(Stretch::first).min().orElseThrow();
            int last = chosen.stream().mapToInt(Stretch::last).max().orElseThrow();
            int covered = chosen.stream().mapToInt(Stretch::length).sum();
            return last - first + 1 - covered <= between;
        }
        List<String> phrase = phrases.get(chosen.size());
        for (int place : places(phrase, text)) {
            var here = new Stretch(place, phrase.size());
            if (!chosen.contains(here)) {
                chosen.add(here);
                boolean found = near(phrases, between, text, chosen);
                chosen.removeLast();
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Stretch(int first, int length) {
        int last() {
            return first + length - 1;
        }
    }
}
