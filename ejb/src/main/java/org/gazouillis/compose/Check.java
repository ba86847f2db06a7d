package org.gazouillis.compose;

import java.util.List;

/// One remark about a post that is being written.
///
/// @param code stable name, also the key under which pages find their own words
/// @param numbers what a page's own words need: lengths, limits, times
/// @param sentence the remark in English, for programs
public record Check(Severity severity, Code code, List<String> numbers, String sentence) {
    public enum Severity {
        /// The post cannot be saved or planned like this.
        ERROR,
        /// It can, but somebody should look.
        WARNING,
        /// Worth knowing.
        NOTE
    }

    public enum Code {
        EMPTY,
        TOO_LONG,
        UNPRINTABLE,
        PAST_TIME,
        TOO_FAR,
        GAP,
        OVERLAP,
        SAME_TEXT,
        MANY_HASHTAGS,
        QUIET,
        QUIET_SHIFT,
        QUIET_HOLD;

        public boolean isAboutTime() {
            return this == PAST_TIME || this == TOO_FAR || this == GAP || this == OVERLAP || name().startsWith("QUIET");
        }
    }

    public static Check error(Code code, String sentence, Object... numbers) {
        return new Check(Severity.ERROR, code, words(numbers), sentence);
    }

    public static Check warning(Code code, String sentence, Object... numbers) {
        return new Check(Severity.WARNING, code, words(numbers), sentence);
    }

    public static Check note(Code code, String sentence, Object... numbers) {
        return new Check(Severity.NOTE, code, words(numbers), sentence);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static List<String> words(Object... numbers) {
        return List.of(numbers).stream().map(Object::toString).toList();
    }
}
