package org.gazouillis.index.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.index.Measure;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.search.Dialect;

/// The queries of OpenSearch, which are JSON: each says what the one of Lucene says, and scores the same.
final class JsonDialect implements Dialect<Map<String, Object>> {

    static final String LIKES = "likes";
    static final String REPOSTS = "reposts";
    static final String REPLIES = "replies";
    static final String IMPRESSIONS = "impressions";

    static final Map<String, Object> EVERYTHING = Map.of("match_all", Map.of());
    static final Map<String, Object> NOTHING = Map.of("match_none", Map.of());

    @Override
    public Map<String, Object> everything() {
        return EVERYTHING;
    }

    @Override
    public Map<String, Object> nothing() {
        return NOTHING;
    }

    @Override
    public Map<String, Object> all(List<Map<String, Object>> wanted, List<Map<String, Object>> unwanted) {
        return wanted.isEmpty()
                ? Map.of("bool", Map.of("filter", EVERYTHING, "must_not", unwanted))
                : Map.of("bool", Map.of("must", wanted, "must_not", unwanted));
    }

    @Override
    public Map<String, Object> either(List<Map<String, Object>> alternatives) {
        return Map.of("bool", Map.of("should", alternatives, "minimum_should_match", 1));
    }

    @Override
    public Map<String, Object> word(String term, boolean otherForms) {
        Map<String, Object> exact = term(Fields.TEXT, term);
        if (!otherForms) {
            return exact;
        }
        List<Map<String, Object>> forms = new ArrayList<>();
        forms.add(exact);
        for (Stemming stemming : Stemming.values()) {
            String stem = stemming.stem(term);
            if (!stem.isEmpty()) {
                forms.add(
                        Map.of("term", Map.of(stemming.field(), Map.of("value", stem, "boost", Stemming.OTHER_FORM))));
            }
        }
        return forms.size() == 1 ? exact : either(forms);
    }

    @Override
    public Map<String, Object> phrase(List<Token> tokens) {
        return Map.of("match_phrase", Map.of(Fields.TEXT, Terms.joined(tokens)));
    }

    @Override
    public Map<String, Object> beginning(String letters) {
        return Map.of("prefix", Map.of(Fields.TEXT, letters));
    }

    /// Keywords do not score in a cluster, so that hosts stand in a field of words, too.
    @Override
    public Map<String, Object> host(String host) {
        return term("site", host);
    }

    @Override
    public Map<String, Object> keyword(String field, String value) {
        return unscored(term(field, value));
    }

    @Override
    public Map<String, Object> keywordBeginning(String field, String letters) {
        return unscored(Map.of("prefix", Map.of(field, letters)));
    }

    @Override
    public Map<String, Object> created(long from, long to) {
        Map<String, Object> range = new HashMap<>();
        if (from != Long.MIN_VALUE) {
            range.put("gte", from);
        }
        if (to != Long.MAX_VALUE) {
            range.put("lt", to);
        }
        return Map.of("range", Map.of(Fields.CREATED, range));
    }

    /// Whether it is the range that [#created] makes.
    static boolean isCreated(Map<String, Object> query) {
        return query.get("range") instanceof Map<?, ?> range && range.containsKey(Fields.CREATED);
    }

    @Override
    public Map<String, Object> ids(long from, long to) {
        return Map.of("range", Map.of(Fields.ID, Map.of("gte", from, "lte", to)));
    }

    @Override
    public Map<String, Object> ownedBy(long workspace, Set<Long> brands) {
        return unscored(owned(workspace, brands));
    }

    static Map<String, Object> owned(long workspace, Set<Long> brands) {
        List<String> owners =
                brands.stream().map(brand -> Fields.owner(workspace, brand)).toList();
        return Map.of("terms", Map.of(Fields.OWNER, owners));
    }

    @Override
    public Map<String, Object> ofCampaigns(Set<Long> campaigns) {
        return havingOneOf(Fields.CAMPAIGN, campaigns);
    }

    @Override
    public Map<String, Object> writtenBy(Set<Long> profiles) {
        return havingOneOf(Fields.PROFILE, profiles);
    }

    private static Map<String, Object> havingOneOf(String field, Set<Long> ids) {
        return unscored(
                Map.of("terms", Map.of(field, ids.stream().map(String::valueOf).toList())));
    }

    @Override
    public Map<String, Object> link(List<String> words) {
        return unscored(Map.of("match_phrase", Map.of(Fields.LINK, Terms.joined(Token.sideBySide(words)))));
    }

    @Override
    public Map<String, Object> near(List<List<List<Token>>> combinations, int between) {
        List<Map<String, Object>> all = combinations.stream()
                .map(operands ->
                        near(operands.stream().map(JsonDialect::sideBySide).toList(), between))
                .toList();
        return Map.of("dis_max", Map.of("queries", all, "tie_breaker", 0));
    }

    private static Map<String, Object> near(Object operands, int between) {
        Map<String, Object> all = Map.of("ordered", false, "max_gaps", between, "intervals", operands);
        return Map.of("intervals", Map.of(Fields.TEXT, Map.of("all_of", all)));
    }

    private static Map<String, Object> sideBySide(List<Token> tokens) {
        return Map.of("match", Map.of("query", Terms.joined(tokens), "ordered", true, "max_gaps", 0));
    }

    @Override
    public Map<String, Object> atLeast(Measure measure, int least) {
        String field =
                switch (measure) {
                    case LIKES -> LIKES;
                    case REPOSTS -> REPOSTS;
                    case REPLIES -> REPLIES;
                    case IMPRESSIONS -> IMPRESSIONS;
                };
        return least <= 0 ? EVERYTHING : Map.of("range", Map.of(field, Map.of("gte", least)));
    }

    static Map<String, Object> term(String field, String value) {
        return Map.of("term", Map.of(field, value));
    }

    private static Map<String, Object> unscored(Map<String, Object> query) {
        return Map.of("constant_score", Map.of("filter", query));
    }
}
