package org.gazouillis.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One remark about a post that is being written: what is wrong, where, and how to mend it.
///
/// @param code stable name, also the key under which pages find their own words
/// @param numbers what a page's own words need: lengths, limits, times, words
/// @param sentence the remark in English, for programs
/// @param spot the stretch of the text that is meant; null when it is the whole field
/// @param where `part:2` for the second part of a thread, `account:<id>` for what one account says, `trial` for
///     the second text, `poll` for an option of the poll; else empty
public record Check(
        Severity severity,
        Code code,
        List<String> numbers,
        String sentence,
        @Nullable Spot spot,
        String where) {
    public enum Severity {
        /// The post cannot be saved or planned like this.
        ERROR,
        /// It can, once somebody has looked and says so.
        WARNING,
        /// Worth knowing.
        NOTE
    }

    /// The part of the form that a remark is about.
    public enum Field {
        TEXT,
        ACCOUNTS,
        TIME,
        MEDIA,
        POLL
    }

    public enum Code {
        EMPTY,
        TOO_LONG,
        UNPRINTABLE,
        STACKED_MARKS,
        PAST_TIME(Field.TIME),
        TOO_FAR(Field.TIME),
        GAP(Field.TIME),
        OVERLAP(Field.TIME),
        SAME_HOUR(Field.TIME),
        SAME_TEXT,
        NEAR_DUPLICATE,
        MANY_HASHTAGS,
        BANNED_WORD,
        WRONG_BRAND,
        MENTION_LOOKALIKE,
        LINK_DISGUISED,
        LINK_FOREIGN,
        ALT_TEXT_MISSING(Field.MEDIA),
        MANY_IMAGES(Field.MEDIA),
        MANY_PARTS,
        DEAD_LINK,
        ACCESS_ENDS(Field.ACCOUNTS),
        VARIABLE_UNKNOWN,
        QUIET(Field.TIME),
        QUIET_SHIFT(Field.TIME),
        QUIET_HOLD(Field.TIME),
        TRIAL_TERMS,
        TRIAL_ACCOUNT,
        TRIAL_SAME,
        POLL_OPTIONS(Field.POLL),
        POLL_OPTION_LONG(Field.POLL),
        POLL_OPTION_TWICE(Field.POLL),
        POLL_DURATION(Field.POLL),
        POLL_IMAGES(Field.POLL),
        POLL_ACCOUNT(Field.POLL),
        FLASH_ACCOUNT(Field.ACCOUNTS),
        FLASHES_OF_DAY(Field.TIME);

        private final Field field;

        Code() {
            this(Field.TEXT);
        }

        Code(Field field) {
            this.field = field;
        }

        public Field field() {
            return field;
        }

        public boolean isAboutTime() {
            return field == Field.TIME;
        }
    }

    public static Check error(Code code, String sentence, Object... numbers) {
        return new Check(Severity.ERROR, code, words(numbers), sentence, null, "");
    }

    public static Check warning(Code code, String sentence, Object... numbers) {
        return new Check(Severity.WARNING, code, words(numbers), sentence, null, "");
    }

    public static Check note(Code code, String sentence, Object... numbers) {
        return new Check(Severity.NOTE, code, words(numbers), sentence, null, "");
    }

    /// The same remark, about this stretch of the text.
    Check at(int start, int end) {
        return new Check(severity, code, numbers, sentence, new Spot(start, end), where);
    }

    /// The same remark, about another text of the post than its first.
    Check in(String place, String inWords) {
        return new Check(severity, code, numbers, inWords + ": " + sentence, spot, place);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public boolean isWarning() {
        return severity == Severity.WARNING;
    }

    private static List<String> words(Object... numbers) {
        return List.of(numbers).stream().map(Object::toString).toList();
    }

    /// A stretch of the normalised text, in UTF-16 units as programs count them, the end not included.
    public record Spot(int start, int end) {}
}
