package org.gazouillis.index.column;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;

/// The beginnings of the terms that are asked for again and again in one segment: a column of a timeline asks for the
/// same hashtag all day. A term that is asked for the first time is only noted: most are asked for once.
final class Beginnings {

    private static final int REMEMBERED = 128;

    private final Map<Term, Optional<Beginning>> known = new ConcurrentHashMap<>();

    /// Empty for the first time.
    Optional<Beginning> of(LeafReader reader, Term term) throws IOException {
        Optional<Beginning> before = known.get(term);
        if (before != null && before.isPresent()) {
            return before;
        }
        Optional<Beginning> now = before == null ? Optional.empty() : Optional.of(Beginning.of(reader, term));
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.put(term, now);
        return now;
    }
}
