package org.gazouillis.network;

import java.util.regex.Pattern;
import org.gazouillis.text.Entity;
import org.gazouillis.text.TextScanner;

/// Counts as Mastodon does: grapheme clusters, 23 for a link that is written with its scheme (nothing else becomes a
/// link there), and `@name@server` as `@name`.
final class Graphemes {
    private static final Pattern ONE = Pattern.compile("\\X");
    private static final Pattern REMOTE_MENTION = Pattern.compile("(?<![\\w/])(@\\w+)@[\\w.-]+\\w");
    private static final String LINK = "x".repeat(PostText.URL_LENGTH);

    private Graphemes() {}

    static int length(String text) {
        StringBuilder counted = new StringBuilder();
        int end = 0;
        for (Entity url : TextScanner.urlsWithScheme(text)) {
            counted.append(text, end, url.start()).append(LINK);
            end = url.end();
        }
        counted.append(text.substring(end));
        return count(REMOTE_MENTION.matcher(counted).replaceAll("$1"));
    }

    /// Each as it stands.
    static int count(CharSequence text) {
        return (int) ONE.matcher(text).results().count();
    }
}
