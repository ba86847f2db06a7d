package org.gazouillis.web.compose;

import java.util.Locale;
import org.gazouillis.compose.Snippet;
import org.gazouillis.compose.SnippetRefused;
import org.jspecify.annotations.Nullable;

/// What a brand says again and again.
///
/// @param kind `TEMPLATE`, `SNIPPET` or `VARIABLE`; the latter stands for `{name}` when a post is saved
public record SnippetJson(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String text) {
    static SnippetJson of(Snippet snippet) {
        return new SnippetJson(snippet.id().toString(), snippet.kind().name(), snippet.name(), snippet.text());
    }

    Snippet.Idea idea() {
        return idea(kind, name == null ? "" : name, text == null ? "" : text);
    }

    static Snippet.Idea idea(@Nullable String kind, String name, String text) {
        for (Snippet.Kind each : Snippet.Kind.values()) {
            if (each.name().equals(String.valueOf(kind).toUpperCase(Locale.ROOT))) {
                return new Snippet.Idea(each, name, text);
            }
        }
        throw new SnippetRefused("kind", "Say a kind: TEMPLATE, SNIPPET or VARIABLE.");
    }
}
