package org.gazouillis.text;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextConfiguration;
import com.twitter.twittertext.TwitterTextParser;
import java.text.Normalizer;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/// twitter-text itself: whatever it answers, our scanner must answer, too.
final class Oracle {
    /// github.com/twitter/twitter-text, config/v1.json.
    private static final TwitterTextConfiguration VERSION_1 = new TwitterTextConfiguration.Builder()
            .setVersion(1)
            .setMaxWeightedTweetLength(140)
            .setScale(1)
            .setDefaultWeight(1)
            .setEmojiParsingEnabled(false)
            .setTransformedURLLength(23)
            .setRanges(List.of())
            .build();

    private static final Extractor ALL = new Extractor();
    private static final Extractor WITH_SCHEME = new Extractor();

    static {
        WITH_SCHEME.setExtractURLWithoutProtocol(false);
    }

    private Oracle() {}

    static void agreesOn(String text) {
        agreesOnEntitiesAndLength(text);
        assertThat(TextScanner.urls(text)).as(text).isEqualTo(ours(ALL.extractURLsWithIndices(text)));
        assertThat(TextScanner.urlsWithScheme(text)).as(text).isEqualTo(ours(WITH_SCHEME.extractURLsWithIndices(text)));
    }

    static void agreesOnEntitiesAndLength(String text) {
        assertThat(TextScanner.entities(text)).as(text).isEqualTo(entities(text));
        String stored = Normalizer.normalize(text, Normalizer.Form.NFC);
        assertThat(TextScanner.length(stored)).as(text).isEqualTo(length(text));
    }

    static List<Entity> entities(String text) {
        return ours(ALL.extractEntitiesWithIndices(text));
    }

    /// It does not count what is nothing but white space.
    private static int length(String text) {
        return text.trim().isEmpty()
                ? text.codePointCount(0, text.length())
                : TwitterTextParser.parseTweet(text, VERSION_1).weightedLength;
    }

    private static List<Entity> ours(List<Extractor.Entity> entities) {
        return entities.stream()
                .map(entity -> new Entity(
                        Entity.Kind.valueOf(entity.getType().name()),
                        entity.getStart(),
                        entity.getEnd(),
                        entity.getValue()))
                .toList();
    }
}
