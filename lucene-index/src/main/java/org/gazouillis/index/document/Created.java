package org.gazouillis.index.document;

import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/// Everything created in `[from, to)`, in milliseconds since 1970. Where it is required at the top of a query the
/// search turns it into the first and last document of each segment and takes it out; elsewhere it is an ordinary
/// range of the sorted column.
public final class Created extends Query {

    private final long from;
    private final long to;

    Created(long from, long to) {
        this.from = from;
        this.to = to;
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) {
        return NumericDocValuesField.newSlowRangeQuery(Fields.CREATED, from, to - 1);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(Fields.CREATED)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String field) {
        return Fields.CREATED + ":[" + from + " TO " + to + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Created that && from == that.from && to == that.to;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(from) * 31 + Long.hashCode(to);
    }
}
