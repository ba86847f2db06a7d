package org.gazouillis.index.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.gazouillis.index.document.Fields;

/// Says which statuses one reader does not hold.
public final class Presence {
    private Presence() {}

    public static Set<Long> missing(IndexReader reader, Collection<Long> ids) throws IOException {
        Set<Long> missing = new TreeSet<>(ids);
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(Fields.ID);
            if (terms != null) {
                TermsEnum all = terms.iterator();
                for (Long id : Set.copyOf(missing)) {
                    if (all.seekExact(Fields.idBytes(id)) && isAlive(leaf.reader(), all)) {
                        missing.remove(id);
                    }
                }
            }
        }
        return missing;
    }

    private static boolean isAlive(LeafReader reader, TermsEnum term) throws IOException {
        Bits alive = reader.getLiveDocs();
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (alive == null || alive.get(doc)) {
                return true;
            }
        }
        return false;
    }
}
