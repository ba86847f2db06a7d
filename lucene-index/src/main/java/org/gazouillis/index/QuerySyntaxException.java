package org.gazouillis.index;

/// The query cannot be understood. Carries what a page needs to point at the place and say how to mend it.
public final class QuerySyntaxException extends RuntimeException {

    /// What is wrong, for the choice of a translated sentence.
    public enum Fault {
        TOO_LONG,
        TOO_MANY_WORDS,
        UNKNOWN_OPERATOR,
        MISSING_VALUE,
        BAD_DATE,
        UNBALANCED_QUOTE,
        UNBALANCED_PARENTHESIS,
        EMPTY_PARENTHESES,
        TOO_DEEP,
        DANGLING_OR,
        BAD_WILDCARD,
        NO_DISTANCE
    }

    private final Fault fault;
    private final int position;
    private final String token;
    private final String mend;

    /// @param position index of the faulty token in the query, in UTF-16 code units from 0
    /// @param token the faulty token as written, shortened to 60 characters
    /// @param mend one English sentence: what to write instead
    public QuerySyntaxException(Fault fault, int position, String token, String mend) {
        super("The query is not understood at character " + (position + 1) + " (" + shortened(token) + "): " + mend);
        this.fault = fault;
        this.position = position;
        this.token = shortened(token);
        this.mend = mend;
    }

    public Fault fault() {
        return fault;
    }

    public int position() {
        return position;
    }

    public String token() {
        return token;
    }

    public String mend() {
        return mend;
    }

    private static String shortened(String token) {
        return token.length() <= 60 ? token : token.substring(0, 60) + "…";
    }
}
