package org.gazouillis.network;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How long a text may be on a network, and how that network counts. The browser applies the same rules, see
/// `post-text.js`; both run the same file of cases.
///
/// @param network key, as in `social_account.network`
/// @param name of the network, the same in every language
/// @param most what a text may count
public record TextLimits(String network, String name, int most, Counting counting) {
    /// The built-in timeline's rule, which also holds where nothing else is known.
    public static final TextLimits BUILT_IN =
            new TextLimits(Networks.BUILT_IN, "Gazouillis", PostText.LIMIT, Counting.LINKS_AS_23);

    private static final TextLimits WEBHOOK = new TextLimits("webhook", "Webhook", 10_000, Counting.CODE_POINTS);

    private static final Map<String, TextLimits> BY_NETWORK = List.of(
                    BUILT_IN,
                    new TextLimits("mastodon", "Mastodon", 500, Counting.GRAPHEMES_LINKS_AS_23),
                    WEBHOOK,
                    new TextLimits("rss", "RSS", 10_000, Counting.CODE_POINTS))
            .stream()
            .collect(Collectors.toUnmodifiableMap(TextLimits::network, Function.identity()));

    /// The longest that any text may be, also one that no account says because each has its own words.
    public static final TextLimits WIDEST = WEBHOOK;

    /// The rule by which characters are counted; pages name it beside the counter.
    public enum Counting {
        /// Code points after NFC, any link counts 23: the built-in timeline.
        LINKS_AS_23,
        /// What readers see as one character, a link with its scheme counts 23, of a mention only the name: Mastodon.
        GRAPHEMES_LINKS_AS_23,
        /// Code points, as they are.
        CODE_POINTS
    }

    /// The rule of that network.
    public static TextLimits of(String network) {
        return BY_NETWORK.getOrDefault(network, BUILT_IN);
    }

    /// The text's length by this rule.
    public int length(String text) {
        return switch (counting) {
            case LINKS_AS_23 -> PostText.length(text);
            case GRAPHEMES_LINKS_AS_23 -> Graphemes.length(text);
            case CODE_POINTS -> text.codePointCount(0, text.length());
        };
    }

    public boolean allows(String text) {
        return length(text) <= most;
    }

    /// How the rule counts, as the end of a sentence about it.
    public String inWords() {
        return switch (counting) {
            case LINKS_AS_23 -> "a link counts " + PostText.URL_LENGTH;
            case GRAPHEMES_LINKS_AS_23 ->
                "a link with https:// counts " + PostText.URL_LENGTH + ", of @name@server only @name counts";
            case CODE_POINTS -> "each counts as it stands";
        };
    }
}
