package org.gazouillis.index;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Why one status is found, and why it stands where it does.
///
/// @param reasons the parts of the query that it answers to, in their order; of alternatives those that hold.
/// Empty when nothing in particular was asked for
public record Why(List<Reason> reasons, Standing standing) {

    public Why {
        reasons = List.copyOf(reasons);
    }

    /// One part of the query.
    ///
    /// @param asked as the query language spells it: `rabais`, `"bonne journée"`, `#ete`, `lang:fr`
    /// @param without whether it was asked not to be so; then there are no places
    /// @param places where the text answers to it, the first few; empty for what is not said in the text
    public record Reason(Kind kind, String asked, boolean without, List<Place> places) {
        public Reason {
            places = List.copyOf(places);
        }
    }

    /// What was asked for.
    public enum Kind {
        WORD,
        PHRASE,
        /// Words that begin so.
        BEGINNING,
        /// Words near each other.
        NEAR,
        TAG,
        MENTION,
        AUTHOR,
        ADDRESSEE,
        LANGUAGE,
        SOURCE,
        /// What a status is or has: `is:reply`, `has:link`.
        TRAIT,
        LINK,
        BRAND,
        CAMPAIGN,
        /// Written by somebody on a list.
        LIST,
        TIME,
        LIKES,
        REPOSTS,
        REPLIES,
        IMPRESSIONS,
        IDS
    }

    /// @param said as it stands in the text; of a hashtag with its sign
    public record Place(String said, How how) {}

    /// How a place answers to what was asked.
    public enum How {
        /// Letter by letter, capitals aside.
        WRITTEN,
        /// With other accents or shapes of letters, or with an article cut off.
        FOLDED,
        /// In another form of the word: singular and plural, verb and noun.
        FORM,
        /// Within a hashtag of several words.
        HASHTAG
    }

    /// Where it stands among all that the search finds.
    ///
    /// @param before how many stand before it; empty when it lies behind those that are put in order, or when
    /// counting took too long
    /// @param counts what it has gathered at this moment
    /// @param merit by relevance only
    public record Standing(OptionalLong before, Counts counts, Optional<Merit> merit) {}
}
