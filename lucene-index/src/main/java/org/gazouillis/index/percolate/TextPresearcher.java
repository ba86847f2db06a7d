package org.gazouillis.index.percolate;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.gazouillis.index.document.Fields;
import org.jspecify.annotations.Nullable;

/// Chooses the queries that a status may match by terms that are text. Lucene's own chooser reads every term as
/// UTF-8,
/// which the eight bytes of an id are not; so it is shown neither documents' ids nor queries' clauses about ids. Such
/// a query is chosen by its other terms, or always, and then tried as it is.
final class TextPresearcher extends Presearcher {
    private final TermFilteredPresearcher byText = new TermFilteredPresearcher();

    @Override
    public Query buildQuery(LeafReader status, BiPredicate<String, BytesRef> acceptor) {
        return byText.buildQuery(new TextOnly(status), acceptor);
    }

    @Override
    public Document indexQuery(Query query, Map<String, String> metadata) {
        return byText.indexQuery(textual(query), metadata);
    }

    /// Matches all that the query matches, and perhaps more. What is forbidden chooses nothing and may stay.
    private static Query textual(Query query) {
        return switch (query) {
            case BooleanQuery parts -> textual(parts);
            case ConstantScoreQuery constant -> textual(constant.getQuery());
            case BoostQuery boosted -> textual(boosted.getQuery());
            default -> asksForIds(query) ? MatchAllDocsQuery.INSTANCE : query;
        };
    }

    private static Query textual(BooleanQuery parts) {
        var all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(parts.getMinimumNumberShouldMatch());
        for (BooleanClause clause : parts) {
            all.add(clause.isProhibited() ? clause.query() : textual(clause.query()), clause.occur());
        }
        return all.build();
    }

    private static boolean asksForIds(Query query) {
        var ids = new IdFields();
        query.visit(ids);
        return ids.found;
    }

    private static final class IdFields extends QueryVisitor {
        private boolean found;

        @Override
        public boolean acceptField(String field) {
            found |= Fields.ID_FIELDS.contains(field);
            return true;
        }
    }

    private static final class TextOnly extends FilterLeafReader {
        private final FieldInfos fields;

        TextOnly(LeafReader status) {
            super(status);
            fields = new FieldInfos(StreamSupport.stream(status.getFieldInfos().spliterator(), false)
                    .filter(field -> !Fields.ID_FIELDS.contains(field.name))
                    .toArray(FieldInfo[]::new));
        }

        @Override
        public FieldInfos getFieldInfos() {
            return fields;
        }

        @Override
        public @Nullable CacheHelper getCoreCacheHelper() {
            return null;
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return null;
        }
    }
}
