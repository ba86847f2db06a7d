package org.gazouillis.index;

import java.util.Comparator;
import java.util.List;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Span;
import org.gazouillis.index.search.Marker;

/// Marks in a text what a query asked for.
///
/// The result is HTML: everything of the text is escaped, and `<mark>` stands around matched words, phrases, hashtags
/// and mentions.
/// ```java
/// Highlighter highlighter = Highlighter.of("cafe #été");
/// highlighter.highlight("Un CAFÉ <b>"); // Un <mark>CAFÉ</mark> &lt;b&gt;
/// ```
/// Safe for all threads; one per query serves a whole page of hits.
public final class Highlighter {

    private static final PostText ANALYZER = new PostText();

    private final Marker marker;

    private Highlighter(Marker marker) {
        this.marker = marker;
    }

    /// @throws QuerySyntaxException as a search would
    public static Highlighter of(String query) {
        return new Highlighter(new Marker(ANALYZER, query));
    }

    public String highlight(String text) {
        List<Span> marks = marker.marks(text).stream()
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
        var html = new StringBuilder(text.length() + 32);
        int done = 0;
        for (int i = 0; i < marks.size(); i++) {
            int start = marks.get(i).start();
            int end = marks.get(i).end();
            while (i + 1 < marks.size() && marks.get(i + 1).start() <= end) {
                end = Math.max(end, marks.get(++i).end());
            }
            escape(text, done, start, html);
            html.append("<mark>");
            escape(text, start, end, html);
            html.append("</mark>");
            done = end;
        }
        escape(text, done, text.length(), html);
        return html.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&#34;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
