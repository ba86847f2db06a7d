package org.gazouillis.index.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.gazouillis.index.Selection;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.column.Columns;
import org.gazouillis.index.document.Fields;

/// What all questions to one index have in common.
public record Asking(PostText analyzer, Columns columns, Duration timeLimit) {

    /// @throws QuerySyntaxException when the query is not understood, whoever asks it
    public static void check(String query) {
        QueryTrees.of(query);
    }

    /// Whether the letters of `brand:` stand somewhere in it.
    public static boolean saysBrand(String query) {
        return says(query, Operator.BRAND);
    }

    /// Whether the letters of `campaign:` stand somewhere in it.
    public static boolean saysCampaign(String query) {
        return says(query, Operator.CAMPAIGN);
    }

    /// Whether the letters of `list:` stand somewhere in it.
    public static boolean saysList(String query) {
        return says(query, Operator.LIST);
    }

    /// The lists that a query names, as it writes them.
    ///
    /// @throws QuerySyntaxException when the query is not understood
    public static List<String> listsOf(String query) {
        return KnownNames.lists(QueryTrees.of(query)).toList();
    }

    /// Whether a value can be written between quotation marks after a colon.
    public static boolean canBeQuoted(String value) {
        return value.indexOf('*') < 0 && value.chars().noneMatch(each -> QueryLexer.isQuote((char) each));
    }

    private static boolean says(String query, Operator operator) {
        return query.toLowerCase(Locale.ROOT).contains(operator.word());
    }

    /// The matches of one request: its time limit begins now.
    public Matches matches(IndexReader reader, Selection selection) {
        return new LuceneMatches(searcher(reader, selection));
    }

    /// One status, to be held against a selection.
    public Examiner<Query> examiner(IndexReader reader, Selection selection, long id) {
        return new LuceneExaminer(this, reader, selection, id);
    }

    /// A searcher for one request: its time limit begins now.
    StatusSearcher searcher(IndexReader reader, Selection selection) {
        Query asked = new QueryTranslator<>(new LuceneDialect(), analyzer, selection.scope(), selection.standpoint())
                .translate(selection.query());
        return new StatusSearcher(reader, columns, selection.scope(), within(selection, asked), timeLimit);
    }

    private static Query within(Selection selection, Query asked) {
        Instant since = selection.since();
        Instant before = selection.before();
        if (since == null && before == null) {
            return asked;
        }
        return new BooleanQuery.Builder()
                .add(asked, Occur.MUST)
                .add(
                        Fields.created(
                                since == null ? Long.MIN_VALUE : since.toEpochMilli(),
                                before == null ? Long.MAX_VALUE : before.toEpochMilli()),
                        Occur.FILTER)
                .build();
    }
}
