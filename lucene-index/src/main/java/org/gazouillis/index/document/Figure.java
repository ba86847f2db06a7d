package org.gazouillis.index.document;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.gazouillis.index.StatusDocument;

/// A figure by which `min_likes:` and its kin choose: the fixed one that the status was put with, in a plain column.
/// The only place that knows where such figures lie.
public enum Figure {
    LIKES("likes"),
    REPOSTS("reposts"),
    REPLIES("replies");

    private final String column;

    Figure(String column) {
        this.column = column;
    }

    /// Statuses with at least so many. A status without the figure has 0.
    public Query atLeast(long least) {
        return least <= 0
                ? MatchAllDocsQuery.INSTANCE
                : NumericDocValuesField.newSlowRangeQuery(column, least, Long.MAX_VALUE);
    }

    static void write(Document document, StatusDocument status) {
        LIKES.write(document, status.likes());
        REPOSTS.write(document, status.reposts());
        REPLIES.write(document, status.replies());
    }

    private void write(Document document, long figure) {
        if (figure > 0) {
            document.add(new NumericDocValuesField(column, figure));
        }
    }
}
