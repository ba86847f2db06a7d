package org.gazouillis.network;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.gazouillis.text.Entity;
import org.gazouillis.text.TextScanner;

/// The built-in timeline's rule of text: twitter-text's version 1 configuration, that is at most 140 code points
/// after NFC, where any URL counts 23. The browser applies the same rule; both run the same file of cases
/// (`post-text-cases.json`). Nowhere else is a text's length counted. What is a URL, hashtag or mention is found by
/// [org.gazouillis.text.TextScanner].
///
/// Source: github.com/twitter/twitter-text, config/v1.json.
public final class PostText {
    public static final int LIMIT = 140;
    public static final int URL_LENGTH = TextScanner.URL_LENGTH;

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
        return TextScanner.length(text);
    }

    /// Hashtags (without `#`, lower case, NFC), mentions (without `@`, lower case) and URLs, each once, in order.
    public static Entities entities(String text) {
        List<String> tags = new ArrayList<>();
        List<String> mentions = new ArrayList<>();
        List<String> urls = new ArrayList<>();
        for (Entity entity : TextScanner.entities(text)) {
            switch (entity.kind()) {
                case HASHTAG -> tags.add(fold(entity.value()));
                case MENTION -> mentions.add(fold(entity.value()));
                case URL -> urls.add(entity.value());
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
