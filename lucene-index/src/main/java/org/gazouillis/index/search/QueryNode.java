package org.gazouillis.index.search;

import java.util.List;
import org.gazouillis.index.Measure;

/// What a query asks for, as a tree. `position` is where it stands in the query.
sealed interface QueryNode {

    record And(List<QueryNode> parts) implements QueryNode {}

    record Or(List<QueryNode> parts) implements QueryNode {}

    record Not(QueryNode part) implements QueryNode {}

    /// A word or a phrase: more than one term is wanted side by side.
    ///
    /// @param quoted wanted as it is written, in no other form
    record Words(String text, int position, boolean quoted) implements QueryNode {
        Words(String text, int position) {
            this(text, position, false);
        }
    }

    record Prefix(String text, int position) implements QueryNode {}

    /// All operands in any order, with at most `between` other words between them.
    ///
    /// @param operands of each, one of the alternatives is wanted
    record Near(List<List<Words>> operands, int between) implements QueryNode {}

    /// `"a b c"~5`: as [Near], of the single words of a text.
    record NearWords(Words words, int between) implements QueryNode {}

    /// A value matched as a whole.
    record Keyword(Kind kind, String value, boolean prefix) implements QueryNode {}

    /// Words of a link side by side.
    record Link(List<String> words, Lexeme lexeme) implements QueryNode {}

    /// A brand, campaign or list by its name; whose it is, only the asker's standpoint tells.
    record Named(Naming what, String name, Lexeme lexeme) implements QueryNode {}

    record Created(Bound bound, Period period, Lexeme lexeme) implements QueryNode {}

    record AtLeast(Measure measure, long least, Lexeme lexeme) implements QueryNode {}

    /// Ids in `[from, to]`.
    record Ids(long from, long to) implements QueryNode {}

    /// Nothing was asked for: everything is wanted.
    record Everything() implements QueryNode {}

    /// What a name stands for.
    enum Naming {
        BRAND,
        CAMPAIGN,
        /// Of profiles.
        LIST
    }

    enum Kind {
        TAG,
        MENTION,
        AUTHOR,
        ADDRESSEE,
        LANGUAGE,
        SOURCE,
        TRAIT
    }

    /// How a status lies to a stretch of time: from its beginning on, up to its end, before it, after it, within it.
    enum Bound {
        SINCE,
        UNTIL,
        BEFORE,
        AFTER,
        DURING
    }
}
