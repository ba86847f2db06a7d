package org.gazouillis.index;

/// Marks in a text what a query asked for.
///
/// The result is HTML: everything of the text is escaped, and `<mark>` stands around matched words, phrases and
/// hashtags.
/// ```java
/// Highlighter highlighter = Highlighter.of("café #été");
/// highlighter.highlight("Au CAFÉ, <b>l'été</b>"); // Au <mark>CAFÉ</mark>, &lt;b&gt;…
/// ```
/// Immutable and safe for all threads; one per query serves a whole page of hits.
public final class Highlighter {

    private Highlighter() {}

    /// @throws QuerySyntaxException as a search would
    public static Highlighter of(String query) {
        throw new UnsupportedOperationException(query);
    }

    public String highlight(String text) {
        throw new UnsupportedOperationException(text);
    }
}
