package org.gazouillis.index.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The trees of queries that were read lately: one page asks its query for the hits, the total, the bars and each
/// facet, and a column on the timeline asks the same one all day. Trees never change.
final class QueryTrees {

    private static final int REMEMBERED = 512;
    /// Longer ones are rare, and a tree takes several times the memory of its query.
    private static final int LONGEST = 200;

    private static final Map<String, QueryNode> KNOWN = new ConcurrentHashMap<>();

    private QueryTrees() {}

    /// @throws org.gazouillis.index.QuerySyntaxException when the query is not understood
    static QueryNode of(String query) {
        QueryNode known = KNOWN.get(query);
        return known == null ? read(query) : known;
    }

    private static QueryNode read(String query) {
        QueryNode tree = QueryParser.parse(query);
        if (query.length() <= LONGEST) {
            if (KNOWN.size() >= REMEMBERED) {
                KNOWN.clear();
            }
            KNOWN.put(query, tree);
        }
        return tree;
    }
}
