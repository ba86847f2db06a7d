package org.gazouillis.index.percolate;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.document.LuceneDocuments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Ids are bytes and no text; queries about them choose as well as others.
class TextPresearcherTest {
    private static final Query COFFEE = new TermQuery(new Term(Fields.TEXT, "cafe"));

    private Monitor monitor;

    @BeforeEach
    void register() throws IOException {
        monitor = new Monitor(new PostText(), new TextPresearcher());
        register("campaign", campaign(8));
        register("set", new TermInSetQuery(Fields.CAMPAIGN, List.of(bytes(8), bytes(9))));
        register("both", all(COFFEE, Occur.MUST, campaign(8), Occur.FILTER));
        register("either", all(COFFEE, Occur.SHOULD, campaign(8), Occur.SHOULD));
        register("without", all(COFFEE, Occur.MUST, campaign(8), Occur.MUST_NOT));
        register("other", campaign(7));
    }

    @AfterEach
    void close() throws IOException {
        monitor.close();
    }

    @Test
    void queriesAboutIdsMatchWhatTheyShould() throws IOException {
        assertThat(matches(status("un café", 8))).containsExactlyInAnyOrder("campaign", "set", "both", "either");
        assertThat(matches(status("un thé", 8))).containsExactlyInAnyOrder("campaign", "set", "either");
        assertThat(matches(status("un café", 0))).containsExactlyInAnyOrder("either", "without");
        assertThat(matches(status("un thé", 0))).isEmpty();
    }

    @Test
    void manyAtOnceMatchTheSame() throws IOException {
        Document[] documents = {status("un café", 8), status("un thé", 0)};
        var found = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
        assertThat(found.getMatches(0)).hasSize(4);
        assertThat(found.getMatches(1)).isEmpty();
    }

    private void register(String id, Query query) throws IOException {
        monitor.register(new MonitorQuery(id, query, id, Map.of()));
    }

    private Stream<String> matches(Document status) throws IOException {
        return monitor.match(status, QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                .map(QueryMatch::getQueryId);
    }

    private static Document status(String text, long campaign) {
        return LuceneDocuments.passing(new StatusDocument(
                5,
                0xF0F1_F2F3_F4F5_F6F7L,
                "marie",
                text,
                "fr",
                Instant.EPOCH,
                true,
                0,
                0,
                campaign,
                "gazouillis",
                List.of(),
                List.of(),
                List.of(),
                6,
                0,
                0,
                0,
                "",
                false,
                false,
                false,
                false,
                false,
                false));
    }

    private static Query campaign(long id) {
        return new TermQuery(new Term(Fields.CAMPAIGN, bytes(id)));
    }

    private static BytesRef bytes(long id) {
        return Fields.id(id).bytes();
    }

    private static Query all(Query first, Occur how, Query second, Occur orHow) {
        return new BooleanQuery.Builder().add(first, how).add(second, orHow).build();
    }
}
