package org.gazouillis.index.analysis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The words of a URL, or of a piece of one: `https://www.example.org/soldes-d%27%C3%A9t%C3%A9?p=2` is `example org
/// soldes d ete p 2`.
public final class UrlWords {

    private static final Pattern BEGINNING = Pattern.compile("^(?:https?://)?(?:www\\.)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BORDER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    /// The tokenizer behind the field cuts longer words into pieces of its own.
    private static final int LONGEST = 250;

    private UrlWords() {}

    public static List<String> of(String url) {
        String bare = decoded(BEGINNING.matcher(url).replaceFirst(""));
        return Stream.of(BORDER.split(bare))
                .map(UrlWords::folded)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String folded(String word) {
        String folded = Keywords.fold(word);
        return BORDER.matcher(folded.length() <= LONGEST ? folded : folded.substring(0, LONGEST))
                .replaceAll("");
    }

    /// Escapes that are none stay as they are.
    private static String decoded(String url) {
        if (!ESCAPE.matcher(url).find()) {
            return url;
        }
        try {
            return URLDecoder.decode(url, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return url;
        }
    }
}
