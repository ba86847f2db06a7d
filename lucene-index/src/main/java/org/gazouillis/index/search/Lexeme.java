package org.gazouillis.index.search;

/// One token of a query.
///
/// @param text without quotes
/// @param position of its first character in the query, in UTF-16 code units
record Lexeme(Kind kind, String text, int position) {

    enum Kind {
        WORD,
        PHRASE,
        NOT,
        OR,
        AND,
        OPEN,
        CLOSE,
        END
    }
}
