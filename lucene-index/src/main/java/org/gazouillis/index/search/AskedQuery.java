package org.gazouillis.index.search;

import java.time.ZoneId;
import org.apache.lucene.search.Query;
import org.gazouillis.index.analysis.PostText;

/// What a user's query means in Lucene, without the scope, for those who do more with it than turn pages.
public final class AskedQuery {
    private AskedQuery() {}

    /// @param zone in which `since:` and `until:` name days
    /// @throws org.gazouillis.index.QuerySyntaxException when it is not understood
    public static Query of(String query, PostText analyzer, ZoneId zone) {
        return new QueryTranslator(analyzer, zone).translate(QueryParser.parse(query));
    }
}
