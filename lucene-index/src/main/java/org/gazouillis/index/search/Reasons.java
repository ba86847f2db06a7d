package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gazouillis.index.Why.Reason;
import org.gazouillis.index.analysis.PostText;

/// The parts of a query to which one status answers. Whether it does, the index says, never the text: so a reason
/// holds exactly when the search holds it, too.
final class Reasons {

    private final PostText analyzer;
    private final Places places;
    private final Predicate<QueryNode> holds;
    private final List<Reason> reasons = new ArrayList<>();

    /// @param holds whether the status answers to one of [#parts]
    Reasons(PostText analyzer, Places places, Predicate<QueryNode> holds) {
        this.analyzer = analyzer;
        this.places = places;
        this.holds = holds;
    }

    /// What is to be known of a status: all parts of which others are made.
    static List<QueryNode> parts(QueryNode asked) {
        return within(asked)
                .flatMap(part -> Stream.concat(Stream.of(part), parts(part).stream()))
                .toList();
    }

    private static Stream<QueryNode> within(QueryNode node) {
        return switch (node) {
            case QueryNode.And and -> and.parts().stream();
            case QueryNode.Or or -> or.parts().stream();
            case QueryNode.Not not -> within(not.part());
            default -> Stream.of();
        };
    }

    /// @param asked a query that finds the status
    List<Reason> of(QueryNode asked) {
        add(asked, true);
        return reasons;
    }

    /// Of what is wanted together all parts hold but those of which nothing can be looked for; of alternatives one
    /// holds at least. Of what is not wanted it is the other way round.
    private void add(QueryNode node, boolean wanted) {
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

    private void parts(List<QueryNode> parts, boolean wanted) {
        for (QueryNode part : parts) {
            if (holds.test(part) == wanted) {
                add(part, wanted);
            }
        }
    }
}
