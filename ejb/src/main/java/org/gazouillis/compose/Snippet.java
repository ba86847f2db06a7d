package org.gazouillis.compose;

import java.text.Normalizer;
import java.util.Locale;
import org.gazouillis.kernel.SnippetId;

/// What a brand says again and again.
///
/// @param name of a variable: what stands between the braces
public record Snippet(SnippetId id, Kind kind, String name, String text) {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_TEXT = 2_000;

    /// How it gets into a post.
    public enum Kind {
        /// A post begins with it.
        TEMPLATE,
        /// It is put in where the writer is.
        SNIPPET,
        /// It stands for `{name}` when the post is saved.
        VARIABLE
    }

    /// Something to be kept.
    ///
    /// @throws SnippetRefused when name or text will not do
    public record Idea(Kind kind, String name, String text) {
        public Idea {
            name = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
            text = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replace("\r\n", "\n");
            if (kind == Kind.VARIABLE) {
                name = name.replaceAll("^\\{|}$", "").toLowerCase(Locale.ROOT);
                requireVariable(name, text);
            }
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                throw new SnippetRefused("name", "Give it a name of 1 to " + LONGEST_NAME + " characters.");
            }
            if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf(0) >= 0) {
                throw new SnippetRefused("text", "Give it a text of 1 to " + LONGEST_TEXT + " characters.");
            }
        }

        private static void requireVariable(String name, String text) {
            if (!Variables.NAME.matcher(name).matches() || Variables.BUILT_IN.contains(name)) {
                throw new SnippetRefused(
                        "name",
                        "A variable's name has small letters, digits and _, begins with a letter, and is none of "
                                + String.join(", ", Variables.BUILT_IN) + ".");
            }
            if (Variables.USE.matcher(text).find()) {
                throw new SnippetRefused("text", "A variable cannot stand for another. Write out what it means.");
            }
        }
    }
}
