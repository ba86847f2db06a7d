package org.gazouillis.index.column;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.gazouillis.index.document.Fields;

/// The first documents of a segment that have a term, which are the newest, and which statuses these are: what a page
/// of them needs, without the segment's dictionary, its postings and two of its columns. Deleted ones are among
/// them, since a later reader of the segment sees other deletions, and those that not everyone may see.
public final class Beginning {

    private static final int MOST = 128;

    private final int[] docs;
    private final long[] created;
    private final long[] ids;
    private final boolean whole;

    private Beginning(int[] docs, long[] created, long[] ids, boolean whole) {
        this.docs = docs;
        this.created = created;
        this.ids = ids;
        this.whole = whole;
    }

    static Beginning of(LeafReader reader, Term term) throws IOException {
        PostingsEnum postings = reader.postings(term, PostingsEnum.NONE);
        int[] docs = new int[MOST];
        int size = 0;
        int doc = postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS && size < MOST) {
            docs[size++] = doc;
            doc = postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
        }
        int[] first = Arrays.copyOf(docs, size);
        return new Beginning(
                first,
                read(reader, Fields.CREATED, first),
                read(reader, Fields.ID, first),
                doc == DocIdSetIterator.NO_MORE_DOCS);
    }

    private static long[] read(LeafReader reader, String field, int[] docs) throws IOException {
        NumericDocValues column = Numbers.of(reader, field);
        long[] read = new long[docs.length];
        for (int i = 0; i < docs.length; i++) {
            read[i] = Numbers.at(column, docs[i]);
        }
        return read;
    }

    public int size() {
        return docs.length;
    }

    public int doc(int place) {
        return docs[place];
    }

    /// Milliseconds since 1970.
    public long created(int place) {
        return created[place];
    }

    public long id(int place) {
        return ids[place];
    }

    /// The first document that is not told of: how many documents there are (or more) when all that have the term are.
    public int end() {
        return whole ? Integer.MAX_VALUE : docs[docs.length - 1] + 1;
    }
}
