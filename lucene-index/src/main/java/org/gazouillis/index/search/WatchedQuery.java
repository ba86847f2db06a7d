package org.gazouillis.index.search;

import java.util.List;
import org.apache.lucene.search.Query;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.analysis.PostText;

/// What a query that waits for new statuses means in Lucene.
///
/// Such a query is read once and asked for ever, and a status is held against it the moment it is new. So times that
/// depend on the moment of asking (`during:last-7d`) and numbers that only grow later (`min_likes:10`) have no meaning
/// in it, and are refused rather than understood wrongly.
public final class WatchedQuery {
    private WatchedQuery() {}

    /// @throws QuerySyntaxException when it is not understood, or cannot wait
    public static Query of(String query, PostText analyzer, SearchScope scope, Standpoint standpoint) {
        return new QueryTranslator<>(new LuceneDialect(), analyzer, scope, standpoint).translate(read(query));
    }

    /// @throws QuerySyntaxException when it is not understood, or cannot wait
    public static void check(String query) {
        read(query);
    }

    private static QueryNode read(String query) {
        QueryNode node = QueryParser.parse(query);
        check(node);
        return node;
    }

    private static void check(QueryNode node) {
        switch (node) {
            case QueryNode.And and -> check(and.parts());
            case QueryNode.Or or -> check(or.parts());
            case QueryNode.Not not -> check(not.part());
            case QueryNode.Created created
            when created.period().isRelative() ->
                throw created.lexeme()
                        .fault(
                                Fault.NOT_WATCHABLE,
                                "an alert looks at posts the moment they are new: leave this out, or write a day.");
            case QueryNode.AtLeast least ->
                throw least.lexeme()
                        .fault(
                                Fault.NOT_WATCHABLE,
                                "an alert looks at posts the moment they are new, before anybody saw, liked,"
                                        + " reposted or answered them: leave this out.");
            default -> {}
        }
    }

    private static void check(List<QueryNode> parts) {
        parts.forEach(WatchedQuery::check);
    }
}
