package org.gazouillis.network;

import com.twitter.twittertext.Extractor;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// The built-in timeline's rule of text: twitter-text's version 1 configuration, that is at most 140 code points
/// after NFC, where any URL counts 23. The browser applies the same rule; both run the same file of cases
/// (`post-text-cases.json`). Nowhere else is a text's length counted.
///
/// Source: github.com/twitter/twitter-text, config/v1.json.
public final class PostText {
    public static final int LIMIT = 140;
    public static final int URL_LENGTH = 23;

    private PostText() {}

    /// The text as it is stored: NFC, line breaks as one character each, without white space at its ends.
    public static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }

    /// Counted length of a normalised text: its code points, with 23 for each URL whatever its own length.
    public static int length(String text) {
        int length = text.codePointCount(0, text.length());
        for (Extractor.Entity url : new Extractor().extractURLsWithIndices(text)) {
            length += URL_LENGTH - text.codePointCount(url.getStart(), url.getEnd());
        }
        return length;
    }

    /// Hashtags (without `#`, lower case, NFC), mentions (without `@`, lower case) and URLs, each once, in order.
    public static Entities entities(String text) {
        List<String> tags = new ArrayList<>();
        List<String> mentions = new ArrayList<>();
        List<String> urls = new ArrayList<>();
        for (Extractor.Entity entity : new Extractor().extractEntitiesWithIndices(text)) {
            switch (entity.getType()) {
                case HASHTAG -> tags.add(fold(entity.getValue()));
                case MENTION -> mentions.add(fold(entity.getValue()));
                case URL -> urls.add(entity.getValue());
                case CASHTAG -> {}
            }
        }
        return new Entities(once(tags), once(mentions), once(urls));
    }

    /// The form under which a hashtag or handle is stored and compared.
    public static String fold(String tagOrHandle) {
        return Normalizer.normalize(tagOrHandle, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static List<String> once(List<String> values) {
        return List.copyOf(new LinkedHashSet<>(values));
    }

    public record Entities(List<String> hashtags, List<String> mentions, List<String> urls) {}
}
