package org.gazouillis.listen;

import org.gazouillis.index.QuerySyntaxException;

/// A query that does not follow the grammar, with the place and the mend.
public final class QueryNotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient QuerySyntaxException cause;

    QueryNotUnderstood(QuerySyntaxException cause) {
        super(cause.getMessage(), cause);
        this.cause = cause;
    }

    /// Name of the fault, for the choice of a translated sentence: `UNBALANCED_QUOTE`, `BAD_DATE`, …
    public String fault() {
        return cause.fault().name();
    }

    /// Index of the faulty token in the query, in UTF-16 code units from 0.
    public int position() {
        return cause.position();
    }

    /// How many UTF-16 code units the faulty token takes in the query.
    public int length() {
        return cause.length();
    }

    /// The faulty token as written, perhaps shortened.
    public String token() {
        return cause.token();
    }

    /// What was probably meant, such as `from:`; empty when nothing is near.
    public String instead() {
        return cause.instead();
    }

    /// What may stand there, parted by commas; empty when that is no list.
    public String choices() {
        return cause.choices();
    }

    /// What to write instead, in English.
    public String mend() {
        return cause.mend();
    }
}
