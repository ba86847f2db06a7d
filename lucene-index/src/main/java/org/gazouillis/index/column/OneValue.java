package org.gazouillis.index.column;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.packed.PackedInts;

/// At most one value for each document, in as few bits as the dictionary needs: a byte for a language, three for an
/// author.
final class OneValue implements Values {

    /// Number + 1; 0 is none.
    private final PackedInts.Reader numbers;

    private OneValue(PackedInts.Reader numbers) {
        this.numbers = numbers;
    }

    static OneValue of(LeafReader reader, String field, Dictionary dictionary) throws IOException {
        Terms terms = reader.terms(field);
        if (terms == null) {
            return new OneValue(PackedInts.NullReader.forCount(reader.maxDoc()));
        }
        TermsEnum each = terms.iterator();
        PostingsEnum docs = null;
        int bits = PackedInts.bitsRequired(dictionary.size() + Math.max(1L, reader.maxDoc()));
        PackedInts.Mutable numbers = PackedInts.getMutable(reader.maxDoc(), bits, PackedInts.FASTEST);
        long highest = 1;
        for (var term = each.next(); term != null; term = each.next()) {
            long number = dictionary.number(term) + 1L;
            highest = Math.max(highest, number);
            docs = each.postings(docs, PostingsEnum.NONE);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                numbers.set(doc, number);
            }
        }
        return new OneValue(tight(numbers, PackedInts.bitsRequired(highest)));
    }

    private static PackedInts.Reader tight(PackedInts.Mutable numbers, int bits) {
        PackedInts.Mutable tight = PackedInts.getMutable(numbers.size(), bits, PackedInts.FASTEST);
        if (tight.ramBytesUsed() >= numbers.ramBytesUsed()) {
            return numbers;
        }
        PackedInts.copy(numbers, 0, tight, 0, numbers.size(), 1 << 16);
        return tight;
    }

    @Override
    public void count(int[] docs, int size, int by, int[] counts) {
        for (int i = 0; i < size; i++) {
            add(docs[i], by, counts);
        }
    }

    @Override
    public void count(int from, int to, int[] counts) {
        for (int doc = from; doc < to; doc++) {
            add(doc, 1, counts);
        }
    }

    private void add(int doc, int by, int[] counts) {
        int number = (int) numbers.get(doc);
        if (number > 0) {
            counts[number - 1] += by;
        }
    }
}
