package org.gazouillis.index.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The operators of the form `name:value`, under the names that X, Mastodon and listening tools give them. The first
/// name is ours.
enum Operator {
    FROM("from", "author"),
    TO("to"),
    MENTIONS("mentions", "mention"),
    BRAND("brand"),
    CAMPAIGN("campaign"),
    LIST("list"),
    URL("url"),
    LANG("lang", "language"),
    SOURCE("source"),
    IS("is"),
    HAS("has"),
    FILTER("filter"),
    SINCE("since"),
    UNTIL("until"),
    BEFORE("before"),
    AFTER("after"),
    DURING("during"),
    MIN_LIKES("min_likes", "min_faves"),
    MIN_REPOSTS("min_reposts", "min_retweets"),
    MIN_REPLIES("min_replies"),
    MIN_IMPRESSIONS("min_impressions", "min_views"),
    SINCE_ID("since_id"),
    MAX_ID("max_id");

    private static final Map<String, Operator> NAMED = Arrays.stream(values())
            .flatMap(operator -> operator.names.stream().map(name -> Map.entry(name, operator)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> names;

    Operator(String... names) {
        this.names = List.of(names);
    }

    static Optional<Operator> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /// Whether a quotation mark behind this word opens the value of an operator.
    static boolean isBeginning(String word) {
        return word.endsWith(":")
                && named(word.substring(0, word.length() - 1).toLowerCase(Locale.ROOT))
                        .isPresent();
    }

    /// As it is written, `from:`.
    String word() {
        return names.getFirst() + ":";
    }

    static Stream<String> allNames() {
        return Arrays.stream(values()).flatMap(operator -> operator.names.stream());
    }

    /// All of them, under our names.
    static String list() {
        return Arrays.stream(values()).map(Operator::word).collect(Collectors.joining(", "));
    }
}
