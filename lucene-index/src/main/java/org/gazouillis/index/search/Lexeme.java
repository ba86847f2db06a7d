package org.gazouillis.index.search;

import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;

/// One token of a query.
///
/// @param text without quotes
/// @param position of its first character in the query, in UTF-16 code units
/// @param length in the query, quotes included
record Lexeme(Kind kind, String text, int position, int length) {

    enum Kind {
        WORD,
        PHRASE,
        /// `name:"a value"`; the text is without the quotes.
        OPERATOR,
        /// `~5` behind a phrase.
        DISTANCE,
        /// `NEAR/5`
        NEAR,
        NOT,
        OR,
        AND,
        OPEN,
        CLOSE,
        END
    }

    QuerySyntaxException fault(Fault fault, String mend) {
        return fault(fault, mend, "", "");
    }

    QuerySyntaxException fault(Fault fault, String mend, String instead, String choices) {
        return new QuerySyntaxException(fault, position, length, text, mend, instead, choices);
    }
}
