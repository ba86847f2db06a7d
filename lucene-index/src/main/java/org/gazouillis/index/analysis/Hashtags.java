package org.gazouillis.index.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hashtags and mentions in running text, and the words that camel case hides in a hashtag.
///
/// Deliberately a little more generous than twitter-text, which decides at writing what *is* a hashtag: here a mark
/// too many in a
/// highlighted text does no harm.
public final class Hashtags {

    private static final String WORD = "[\\p{L}\\p{M}\\p{N}_\\u200c\\u200d\\u30fb\\u00b7]";
    private static final Pattern TAG = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_&])[#＃](" + WORD + "+)");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_])[@＠]([\\p{L}\\p{N}_]+)");
    private static final Pattern LEADING = Pattern.compile(WORD + "+");

    /// Borders: lower|Upper, UPPER|Upper-lower, letter|digit, digit|letter, underscores.
    private static final Pattern BORDER =
            Pattern.compile("_+|(?<=[\\p{Ll}\\p{Lo}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{M}*\\p{Ll})"
                    + "|(?<=[\\p{L}\\p{M}])(?=\\p{Nd})|(?<=\\p{Nd})(?=\\p{L})");

    private Hashtags() {}

    /// Where hashtags stand in a text, their `#` included.
    public static List<Span> in(String text) {
        return spans(TAG, text);
    }

    /// Where mentions stand in a text, their `@` included.
    public static List<Span> mentionsIn(String text) {
        return spans(MENTION, text);
    }

    /// The longest beginning of a text that could be a hashtag; empty when there is none.
    public static String leading(String text) {
        if (Keywords.isPlain(text)) {
            return text;
        }
        Matcher match = LEADING.matcher(text);
        return match.lookingAt() ? match.group() : "";
    }

    /// The words within a hashtag, parted by spaces: `ÉtéBrûlant2026` gives `Été Brûlant 2026`; empty when it is one
    /// word.
    public static String words(String hashtag) {
        if (isOfSmallLetters(hashtag)) {
            return "";
        }
        String spaced = BORDER.matcher(hashtag).replaceAll(" ").strip();
        return spaced.indexOf(' ') < 0 ? "" : spaced;
    }

    private static boolean isOfSmallLetters(String hashtag) {
        for (int i = 0; i < hashtag.length(); i++) {
            if (hashtag.charAt(i) < 'a' || hashtag.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static List<Span> spans(Pattern pattern, String text) {
        var spans = new ArrayList<Span>();
        for (Matcher match = pattern.matcher(text); match.find(); ) {
            spans.add(new Span(match.start(), match.end()));
        }
        return spans;
    }
}
