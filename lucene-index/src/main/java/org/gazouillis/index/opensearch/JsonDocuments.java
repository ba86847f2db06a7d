package org.gazouillis.index.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.index.Counts;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.document.FieldSink;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.document.StatusFields;

/// Writes a status as a document of OpenSearch.
final class JsonDocuments implements FieldSink {

    static final String ENGAGEMENT = "engagement";

    private final Map<String, Object> document = new LinkedHashMap<>();

    private JsonDocuments() {}

    /// @param counts what the status has gathered so far
    /// @param impressions how often it was seen
    static Map<String, Object> of(StatusDocument status, Counts counts, int impressions) {
        var fields = new JsonDocuments();
        fields.document.put(Fields.ID, status.id());
        fields.document.put(Fields.CREATED, status.createdAt().toEpochMilli());
        fields.document.putAll(of(counts));
        fields.document.putAll(ofImpressions(impressions));
        StatusFields.write(status, fields);
        return fields.document;
    }

    /// The part of a document that says what a status has gathered.
    static Map<String, Object> of(Counts counts) {
        return Map.of(
                JsonDialect.LIKES,
                counts.likes(),
                JsonDialect.REPOSTS,
                counts.reposts(),
                JsonDialect.REPLIES,
                counts.replies(),
                ENGAGEMENT,
                Math.max(0, counts.engagement()));
    }

    static Map<String, Object> ofImpressions(int impressions) {
        return Map.of(JsonDialect.IMPRESSIONS, impressions);
    }

    @Override
    public void keyword(String field, String value) {
        add(field, value);
    }

    @Override
    public void reference(String field, long id) {
        add(field, Long.toString(id));
    }

    @Override
    public void text(List<Token> tokens) {
        Terms.values(tokens).forEach(value -> add(Fields.TEXT, value));
    }

    @Override
    public void stems(String field, List<Token> stems) {
        if (!stems.isEmpty()) {
            add(
                    field,
                    Terms.joined(
                            Token.sideBySide(stems.stream().map(Token::term).toList())));
        }
    }

    @Override
    public void link(List<Token> words) {
        if (!words.isEmpty()) {
            add(Fields.LINK, Terms.joined(words));
        }
    }

    private void add(String field, String value) {
        @SuppressWarnings("unchecked")
        var values = (List<String>) document.computeIfAbsent(field, _ -> new ArrayList<String>());
        values.add(value);
    }
}
