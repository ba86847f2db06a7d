package org.gazouillis.index.column;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;

/// Who may see what of one segment, as sets of documents, one bit each: the public ones, and these with the ones of
/// some brands for the last few circles of brands that were asked for. Deletions are not its business.
final class Visibility {

    private static final int REMEMBERED = 16;

    private final CountedBits open;
    private final boolean allOpen;

    @SuppressWarnings("serial")
    private final Map<Circle, CountedBits> wider = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Circle, CountedBits> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Visibility(FixedBitSet open) {
        this.open = CountedBits.of(open);
        this.allOpen = open.cardinality() == open.length();
    }

    static Visibility of(LeafReader reader) throws IOException {
        var open = new FixedBitSet(reader.maxDoc());
        PostingsEnum docs = reader.postings(new Term(Fields.OPEN, Fields.YES), PostingsEnum.NONE);
        if (docs != null) {
            open.or(docs);
        }
        return new Visibility(open);
    }

    /// The public ones.
    CountedBits open() {
        return open;
    }

    /// What is public or belongs to a brand of the scope, and is not deleted; null when that is everything.
    @Nullable
    CountedBits accepted(LeafReader reader, SearchScope scope) throws IOException {
        CountedBits seen = seenBy(reader, scope);
        Bits live = reader.getLiveDocs();
        return seen == null ? (live == null ? null : open.alive(live)) : seen.alive(live);
    }

    /// As [#accepted], deleted or not.
    @Nullable
    CountedBits seenBy(LeafReader reader, SearchScope scope) throws IOException {
        if (allOpen) {
            return null;
        }
        if (scope.brands().isEmpty()) {
            return open;
        }
        var circle = new Circle(scope.workspace(), scope.brands());
        synchronized (wider) {
            CountedBits known = wider.get(circle);
            if (known == null) {
                known = widened(reader, circle);
                wider.put(circle, known);
            }
            return known;
        }
    }

    /// The set of the public ones itself while the brands have nothing else here, which is so in most segments.
    private CountedBits widened(LeafReader reader, Circle circle) throws IOException {
        FixedBitSet more = null;
        for (long brand : circle.brands) {
            PostingsEnum docs =
                    reader.postings(new Term(Fields.OWNER, Fields.owner(circle.workspace, brand)), PostingsEnum.NONE);
            if (docs == null) {
                continue;
            }
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (!open.bits().get(doc)) {
                    more = more == null ? open.bits().clone() : more;
                    more.set(doc);
                }
            }
        }
        return more == null ? open : CountedBits.of(more);
    }

    private record Circle(long workspace, Set<Long> brands) {}
}
