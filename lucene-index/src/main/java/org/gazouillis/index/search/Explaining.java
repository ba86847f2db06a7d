package org.gazouillis.index.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.util.NumericUtils;
import org.gazouillis.index.Merit;
import org.gazouillis.index.SearchTookTooLong;
import org.gazouillis.index.Selection;
import org.gazouillis.index.Sort;
import org.gazouillis.index.Why;
import org.gazouillis.index.Why.Standing;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.document.Fields;

/// Says of one status why a search finds it, and why it stands where it does, whatever the engine.
public final class Explaining {

    private final PostText analyzer;

    public Explaining(PostText analyzer) {
        this.analyzer = analyzer;
    }

    /// @param examiner of the status and this selection
    /// @param text of the status; no index keeps one
    /// @return empty when the search does not find it
    public <Q> Optional<Why> why(Examiner<Q> examiner, Selection selection, Sort sort, String text) throws IOException {
        QueryNode asked = QueryTrees.of(selection.query());
        Map<QueryNode, Q> parts = parts(examiner.dialect(), selection, asked);
        Map<Stemming, Q> languages = languages(examiner.dialect());
        Set<Q> all = new LinkedHashSet<>(parts.values());
        all.addAll(languages.values());
        Optional<Examined<Q>> known = examiner.examine(all);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Set<Q> answered = known.get().answered();
        var places = new Places(analyzer, text, language(languages, answered));
        var reasons = new Reasons(analyzer, places, part -> answered.contains(parts.get(part)));
        return Optional.of(new Why(reasons.of(asked), standing(examiner, sort, known.get())));
    }

    private <Q> Map<QueryNode, Q> parts(Dialect<Q> dialect, Selection selection, QueryNode asked) {
        Map<QueryNode, Q> parts = new HashMap<>();
        for (QueryNode part : Reasons.parts(asked)) {
            var translator = new QueryTranslator<>(dialect, analyzer, selection.scope(), selection.standpoint());
            parts.put(part, translator.translate(part));
        }
        return parts;
    }

    private static <Q> Map<Stemming, Q> languages(Dialect<Q> dialect) {
        Map<Stemming, Q> languages = new HashMap<>();
        for (Stemming stemming : Stemming.values()) {
            languages.put(stemming, dialect.keyword(Fields.LANGUAGE, stemming.language()));
        }
        return languages;
    }

    private static <Q> Optional<Stemming> language(Map<Stemming, Q> languages, Set<Q> answered) {
        return Arrays.stream(Stemming.values())
                .filter(stemming -> answered.contains(languages.get(stemming)))
                .findFirst();
    }

    private static Standing standing(Examiner<?> examiner, Sort sort, Examined<?> examined) throws IOException {
        return new Standing(
                before(examiner, sort, examined.found()),
                examined.counts(),
                sort == Sort.RELEVANCE ? Optional.of(merit(examiner, examined)) : Optional.empty());
    }

    private static Merit merit(Examiner<?> examiner, Examined<?> examined) throws IOException {
        Found found = examined.found();
        List<Found> newest = examiner.matches().newest(1, 0, Found.NOTHING_YET).found();
        long age = newest.isEmpty() ? 0 : newest.getFirst().created() - found.created();
        return Merit.of(
                NumericUtils.sortableIntToFloat((int) found.key()),
                examined.counts().engagement(),
                age);
    }

    /// What costs too much is left open, and the reasons stand all the same.
    private static OptionalLong before(Examiner<?> examiner, Sort sort, Found found) throws IOException {
        try {
            return sort == Sort.NEWEST
                    ? OptionalLong.of(examiner.newerThan(found))
                    : place(Paging.ranking(examiner.matches(), sort, Found.NOTHING_YET), found);
        } catch (SearchTookTooLong _) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong place(Ranking ranking, Found found) {
        List<Found> order = ranking.found();
        for (int at = 0; at < order.size(); at++) {
            if (order.get(at).id() == found.id()) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }
}
