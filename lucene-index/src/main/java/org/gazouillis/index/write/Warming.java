package org.gazouillis.index.write;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.gazouillis.index.column.Columns;
import org.jspecify.annotations.Nullable;

/// Builds what searches need of new segments before the first of them sees one: the writing thread pays, no searcher
/// does.
final class Warming extends SearcherFactory {

    private final Columns columns;

    Warming(Columns columns) {
        this.columns = columns;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            columns.warm(leaf.reader());
        }
        return new IndexSearcher(reader);
    }
}
