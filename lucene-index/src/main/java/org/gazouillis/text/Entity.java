package org.gazouillis.text;

/// A stretch of a text that means more than its letters.
///
/// @param start first UTF-16 code unit, the sign `#`, `@` or `$` included
/// @param end code unit after the last
/// @param value a hashtag, handle or cashtag without its sign; a URL as it is written
public record Entity(Kind kind, int start, int end, String value) {
    /// What it is.
    public enum Kind {
        URL,
        HASHTAG,
        /// `@name`; of `@name/list` the value is the name, the stretch is all of it.
        MENTION,
        CASHTAG
    }
}
