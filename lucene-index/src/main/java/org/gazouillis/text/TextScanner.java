package org.gazouillis.text;

import java.util.ArrayList;
import java.util.List;

/// Finds hashtags, mentions, cashtags and URLs in one pass, and counts a text's length.
public final class TextScanner {
    /// What any URL counts, whatever its own length.
    public static final int URL_LENGTH = 23;

    private TextScanner() {}

    /// All entities in the order in which they stand; of two that overlap, the one that begins first.
    public static List<Entity> entities(String text) {
        var found = new ArrayList<Entity>(4);
        var urls = new Urls(text, false);
        var hashtags = new Hashtags(text);
        var mentions = new Mentions(text);
        var cashtags = new Cashtags(text);
        for (int i = 0; i < text.length(); i++) {
            Entity entity =
                    switch (text.charAt(i)) {
                        case '.' -> urls.at(i);
                        case '#', '＃' -> hashtags.at(i);
                        case '@', '＠' -> mentions.at(i);
                        case '$' -> cashtags.at(i);
                        default -> null;
                    };
            if (entity != null) {
                insert(found, entity);
            }
        }
        withoutOverlaps(found);
        return found;
    }

    /// The URLs alone, also those written without their scheme.
    public static List<Entity> urls(String text) {
        return all(text, new Urls(text, false));
    }

    /// The URLs that are written with `http://` or `https://`.
    public static List<Entity> urlsWithScheme(String text) {
        return all(text, new Urls(text, true));
    }

    /// How long a text counts by twitter-text's version 1: its code points, with [#URL_LENGTH] for each URL.
    ///
    /// @param text in NFC, as it is to be stored
    public static int length(String text) {
        int length = text.codePointCount(0, text.length());
        for (Entity url : urls(text)) {
            length += URL_LENGTH - text.codePointCount(url.start(), url.end());
        }
        return length;
    }

    private static List<Entity> all(String text, Urls urls) {
        var found = new ArrayList<Entity>(2);
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            Entity url = urls.at(dot);
            if (url != null) {
                found.add(url);
            }
        }
        return found;
    }

    /// A URL is noticed at a dot, when what stands between its beginning and the dot has been looked at already.
    private static void insert(List<Entity> found, Entity entity) {
        int at = found.size();
        while (at > 0 && found.get(at - 1).start() > entity.start()) {
            at--;
        }
        found.add(at, entity);
    }

    private static void withoutOverlaps(List<Entity> found) {
        for (int i = 1; i < found.size(); ) {
            if (found.get(i).start() < found.get(i - 1).end()) {
                found.remove(i);
            } else {
                i++;
            }
        }
    }
}
