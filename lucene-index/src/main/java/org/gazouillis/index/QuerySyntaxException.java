package org.gazouillis.index;

/// The query cannot be understood. Carries what a page needs to point at the place and say how to mend it.
public final class QuerySyntaxException extends RuntimeException {

    /// What is wrong, for the choice of a translated sentence.
    public enum Fault {
        TOO_LONG,
        TOO_MANY_WORDS,
        /// More `*` than one query may have.
        TOO_MANY_WILDCARDS,
        /// `choices` are the operators there are.
        UNKNOWN_OPERATOR,
        /// `choices` are the values that the operator takes.
        UNKNOWN_VALUE,
        /// No brand, campaign or list of this name that the asker may see.
        UNKNOWN_NAME,
        MISSING_VALUE,
        /// `choices` are the forms that a time may have.
        BAD_DATE,
        BAD_NUMBER,
        UNBALANCED_QUOTE,
        UNBALANCED_PARENTHESIS,
        EMPTY_PARENTHESES,
        TOO_DEEP,
        /// `OR`, `AND`, `NOT`, `-` or `NEAR/n` with nothing at one of its sides.
        DANGLING_OR,
        BAD_WILDCARD,
        /// The number after `~` or `NEAR/`.
        BAD_DISTANCE,
        /// Something beside `NEAR/n` that has no place in the text.
        BAD_NEAR,
        /// Depends on the moment of asking, or on what happens to a status later: no alert can wait for it.
        NOT_WATCHABLE
    }

    private final Fault fault;
    private final int position;
    private final int length;
    private final String token;
    private final String mend;
    private final String instead;
    private final String choices;

    /// As below, for a token that stands in the query as it is given, and with nothing to choose from.
    public QuerySyntaxException(Fault fault, int position, String token, String mend) {
        this(fault, position, token.length(), token, mend, "", "");
    }

    /// @param position index of the faulty token in the query, in UTF-16 code units from 0
    /// @param length of the faulty token in the query, quotation marks included
    /// @param token the faulty token as written, shortened to 60 characters
    /// @param mend one English sentence: what to write instead
    /// @param instead what was probably meant, such as `from:`; empty when nothing is near
    /// @param choices what may stand there, parted by commas; empty when that is no list
    public QuerySyntaxException(
            Fault fault, int position, int length, String token, String mend, String instead, String choices) {
        super("The query is not understood at character " + (position + 1) + " (" + shortened(token) + "): " + mend);
        this.fault = fault;
        this.position = position;
        this.length = length;
        this.token = shortened(token);
        this.mend = mend;
        this.instead = instead;
        this.choices = choices;
    }

    public Fault fault() {
        return fault;
    }

    public int position() {
        return position;
    }

    public int length() {
        return length;
    }

    public String token() {
        return token;
    }

    public String mend() {
        return mend;
    }

    public String instead() {
        return instead;
    }

    public String choices() {
        return choices;
    }

    private static String shortened(String token) {
        return token.length() <= 60 ? token : token.substring(0, 60) + "…";
    }
}
