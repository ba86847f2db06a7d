package org.gazouillis.index.analysis;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Folds what is matched as a whole.
public final class Keywords {

    /// No handle, hashtag or host is that long; anything longer is not worth a term.
    private static final int LONGEST = 500;

    private static final Pattern HOST = Pattern.compile(
            "(?:https?://)?(?:[^/@\\s]*@)?([\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,})(?::\\d+)?(?:[/?#].*)?");

    private Keywords() {}

    /// A hashtag or handle without case, accents and width; empty when nothing is left of it or it is absurdly long.
    public static String fold(String keyword) {
        if (keyword.length() <= LONGEST && isPlain(keyword)) {
            return keyword.toLowerCase(Locale.ROOT);
        }
        String folded = Folding.RULES.normalize(Normalizer.normalize(keyword.strip(), Normalizer.Form.NFKC));
        return folded.length() > LONGEST ? "" : folded;
    }

    /// Most handles and hashtags: of these characters folding changes nothing but the case.
    static boolean isPlain(String keyword) {
        for (int i = 0; i < keyword.length(); i++) {
            char c = keyword.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    /// The language of a tag without its country: `fr` for `fr-CA`.
    public static String language(String tag) {
        String lower = tag.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < lower.length() && end < 8 && lower.charAt(end) >= 'a' && lower.charAt(end) <= 'z') {
            end++;
        }
        return lower.substring(0, end);
    }

    /// The host of a URL, with or without its scheme, and without `www.`.
    public static Optional<String> host(String url) {
        var match = HOST.matcher(url);
        if (!match.matches() || match.group(1).length() > LONGEST) {
            return Optional.empty();
        }
        String host = match.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(host.startsWith("www.") ? host.substring(4) : host);
    }
}
