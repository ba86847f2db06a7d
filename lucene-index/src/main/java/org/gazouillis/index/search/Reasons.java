package org.gazouillis.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Why.Reason;
import org.gazouillis.index.analysis.PostText;

/// The parts of a query to which one status answers. Whether it does, the index says, never the text: so a reason
/// holds exactly when the search holds it, too.
final class Reasons {

    private final PostText analyzer;
    private final Selection selection;
    private final StatusSearcher searcher;
    private final OneDocument document;
    private final Places places;
    private final List<Reason> reasons = new ArrayList<>();

    /// @param document one that the searcher finds
    Reasons(PostText analyzer, Selection selection, StatusSearcher searcher, OneDocument document, Places places) {
        this.analyzer = analyzer;
        this.selection = selection;
        this.searcher = searcher;
        this.document = document;
        this.places = places;
    }

    List<Reason> all() throws IOException {
        add(QueryParser.parse(selection.query()), true);
        return reasons;
    }

    /// Of what is wanted together all parts hold but those of which nothing can be looked for; of alternatives one
    /// holds at least. Of what is not wanted it is the other way round.
    private void add(QueryNode node, boolean wanted) throws IOException {
        switch (node) {
            case QueryNode.And and -> parts(and.parts(), wanted);
            case QueryNode.Or or -> parts(or.parts(), wanted);
            case QueryNode.Not not -> add(not.part(), !wanted);
            case QueryNode.Everything _ -> {
                // Nothing in particular is asked for.
            }
            default -> {
                Spelled spelled = Spelled.of(node, analyzer);
                reasons.add(new Reason(spelled.kind(), spelled.asked(), !wanted, wanted ? places.of(node) : List.of()));
            }
        }
    }

    private void parts(List<QueryNode> parts, boolean wanted) throws IOException {
        for (QueryNode part : parts) {
            if (holds(part) == wanted) {
                add(part, wanted);
            }
        }
    }

    private boolean holds(QueryNode part) throws IOException {
        Query query = new QueryTranslator(analyzer, selection.scope(), selection.standpoint()).translate(part);
        return document.answers(searcher, query);
    }
}
