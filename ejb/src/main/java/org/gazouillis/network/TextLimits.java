package org.gazouillis.network;

/// How long a text may be on a network, and how that network counts.
public record TextLimits(int most, Counting counting) {
    /// The rule by which characters are counted; pages name it beside the counter.
    public enum Counting {
        /// Code points after NFC, any link counts 23: the built-in timeline.
        LINKS_AS_23,
        /// What readers see as one character, any link counts 23, of a mention only the name counts: Mastodon.
        GRAPHEMES_LINKS_AS_23,
        /// Code points, as they are.
        CODE_POINTS
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
}
