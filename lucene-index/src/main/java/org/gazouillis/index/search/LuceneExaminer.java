package org.gazouillis.index.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.Selection;
import org.gazouillis.index.document.Fields;

/// One status of a reader of Lucene's.
record LuceneExaminer(Asking asking, IndexReader reader, Selection selection, long id) implements Examiner<Query> {

    @Override
    public Dialect<Query> dialect() {
        return new LuceneDialect();
    }

    @Override
    public Optional<Examined<Query>> examine(Collection<Query> parts) throws IOException {
        StatusSearcher searcher = asking.searcher(reader, selection);
        Optional<OneDocument> known = OneDocument.of(reader, id);
        if (known.isEmpty() || !known.get().isFoundBy(searcher)) {
            return Optional.empty();
        }
        OneDocument document = known.get();
        Set<Query> answered = new HashSet<>();
        for (Query part : parts) {
            if (document.answers(searcher, part)) {
                answered.add(part);
            }
        }
        int score = NumericUtils.floatToSortableInt(document.score(searcher, searcher.query()));
        return Optional.of(
                new Examined<>(document.found(score), searcher.counters().of(id), answered));
    }

    /// Those of later, and those of the same moment with a higher id.
    @Override
    public long newerThan(Found found) throws IOException {
        Instant after = Instant.ofEpochMilli(found.created() + 1);
        long later = Totals.of(asking.searcher(
                reader,
                new Selection(
                        selection.query(), selection.scope(), selection.standpoint(), after, selection.before())));
        Query together = new BooleanQuery.Builder()
                .add(asking.searcher(reader, selection).query(), Occur.MUST)
                .add(Fields.created(found.created(), found.created() + 1), Occur.FILTER)
                .add(Fields.ids(found.id() + 1, Long.MAX_VALUE), Occur.FILTER)
                .build();
        return later
                + Totals.of(
                        new StatusSearcher(reader, asking.columns(), selection.scope(), together, asking.timeLimit()));
    }

    @Override
    public Matches matches() {
        return asking.matches(reader, selection);
    }
}
