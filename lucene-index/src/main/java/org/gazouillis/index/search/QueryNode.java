package org.gazouillis.index.search;

import java.time.LocalDate;
import java.util.List;

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

    /// A value matched as a whole.
    record Keyword(Kind kind, String value, boolean prefix) implements QueryNode {}

    record Since(LocalDate day) implements QueryNode {}

    record Until(LocalDate day) implements QueryNode {}

    /// Nothing was asked for: everything is wanted.
    record Everything() implements QueryNode {}

    enum Kind {
        TAG,
        MENTION,
        AUTHOR,
        LANGUAGE
    }
}
