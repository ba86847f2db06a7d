package org.gazouillis.index.column;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/// Any number of values for each document, all in one array one document after the other (compressed sparse rows):
/// a range of documents is a range of the array. 4 bytes for each document and each value.
final class ManyValues implements Values {

    /// Where the values of a document begin; one entry more for the end.
    private final int[] begins;

    private final int[] numbers;

    private ManyValues(int[] begins, int[] numbers) {
        this.begins = begins;
        this.numbers = numbers;
    }

    /// Turns the postings of the field around: first counted, then filled from the end of each document's row, so
    /// that the ends become the beginnings.
    static ManyValues of(LeafReader reader, String field, Dictionary dictionary) throws IOException {
        int[] begins = new int[reader.maxDoc() + 1];
        var terms = reader.terms(field);
        if (terms == null) {
            return new ManyValues(begins, new int[0]);
        }
        int[] numberOf = new int[1_024];
        int seen = 0;
        TermsEnum each = terms.iterator();
        PostingsEnum docs = null;
        for (var term = each.next(); term != null; term = each.next()) {
            numberOf = ArrayUtil.grow(numberOf, seen + 1);
            numberOf[seen++] = dictionary.number(term);
            docs = each.postings(docs, PostingsEnum.NONE);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                begins[doc]++;
            }
        }
        for (int doc = 1; doc < begins.length; doc++) {
            begins[doc] += begins[doc - 1];
        }
        return new ManyValues(begins, filled(terms.iterator(), numberOf, begins));
    }

    private static int[] filled(TermsEnum each, int[] numberOf, int[] ends) throws IOException {
        int[] numbers = new int[ends[ends.length - 1]];
        PostingsEnum docs = null;
        int seen = 0;
        while (each.next() != null) {
            int number = numberOf[seen++];
            docs = each.postings(docs, PostingsEnum.NONE);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                numbers[--ends[doc]] = number;
            }
        }
        return numbers;
    }

    @Override
    public void count(int[] docs, int size, int by, int[] counts) {
        for (int i = 0; i < size; i++) {
            int end = begins[docs[i] + 1];
            for (int at = begins[docs[i]]; at < end; at++) {
                counts[numbers[at]] += by;
            }
        }
    }

    @Override
    public void count(int from, int to, int[] counts) {
        int end = begins[to];
        for (int i = begins[from]; i < end; i++) {
            counts[numbers[i]]++;
        }
    }
}
