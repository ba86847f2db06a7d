package org.gazouillis.network;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.text.Entity;
import org.gazouillis.text.TextScanner;

/// A stretch of a post's text: plain, or something that readers can follow. Put together, the segments' `text` is the
/// whole text again.
///
/// @param text as it stands in the post, with `#` or `@`
/// @param target the folded hashtag, the folded handle, or the URL with its scheme; empty for plain text
public record TextSegment(Kind kind, String text, String target) {
    public enum Kind {
        PLAIN,
        HASHTAG,
        MENTION,
        LINK
    }

    public static List<TextSegment> split(String text) {
        List<TextSegment> segments = new ArrayList<>();
        int end = 0;
        for (Entity entity : TextScanner.entities(text)) {
            if (entity.kind() != Entity.Kind.CASHTAG) {
                plain(segments, text.substring(end, entity.start()));
                segments.add(of(entity, text.substring(entity.start(), entity.end())));
                end = entity.end();
            }
        }
        plain(segments, text.substring(end));
        return List.copyOf(segments);
    }

    private static void plain(List<TextSegment> segments, String text) {
        if (!text.isEmpty()) {
            segments.add(new TextSegment(Kind.PLAIN, text, ""));
        }
    }

    private static TextSegment of(Entity entity, String text) {
        String value = entity.value();
        return switch (entity.kind()) {
            case HASHTAG -> new TextSegment(Kind.HASHTAG, text, PostText.fold(value));
            case MENTION -> new TextSegment(Kind.MENTION, text, PostText.fold(value));
            case URL -> new TextSegment(Kind.LINK, text, value.matches("(?i)https?://.*") ? value : "https://" + value);
            case CASHTAG -> new TextSegment(Kind.PLAIN, text, "");
        };
    }
}
