package org.gazouillis.intake;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;

/// One thing that is wrong, or worth knowing, about one cell of a row.
///
/// @param column header name of the cell, empty when it is about the whole row
/// @param value  what stands there, shortened
/// @param error  whether the row cannot be planned like this
/// @param words  what a page's own words need: lengths, times, lines
/// @param reason what is wrong, one sentence in English
public record BulkFault(String column, String value, BulkRule rule, boolean error, List<String> words, String reason) {
    private static final int SHOWN = 200;

    public BulkFault {
        value = shown(value);
        words = words.stream().map(BulkFault::shown).toList();
    }

    public static BulkFault error(String column, String value, BulkRule rule, String reason, Object... words) {
        return new BulkFault(column, value, rule, true, texts(words), reason);
    }

    public static BulkFault warning(String column, String value, BulkRule rule, String reason, Object... words) {
        return new BulkFault(column, value, rule, false, texts(words), reason);
    }

    /// As the database keeps them.
    static String toJson(Collection<BulkFault> faults) {
        var all = Json.createArrayBuilder();
        faults.forEach(fault -> all.add(fault.json()));
        return all.build().toString();
    }

    static List<BulkFault> fromJson(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(BulkFault::of)
                    .toList();
        }
    }

    private JsonObject json() {
        return Json.createObjectBuilder()
                .add("column", column)
                .add("value", value)
                .add("rule", rule.name())
                .add("error", error)
                .add("words", Json.createArrayBuilder(words))
                .add("reason", reason)
                .build();
    }

    private static BulkFault of(JsonObject json) {
        JsonArray words = json.getJsonArray("words");
        return new BulkFault(
                json.getString("column"),
                json.getString("value"),
                BulkRule.valueOf(json.getString("rule")),
                json.getBoolean("error"),
                words.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList(),
                json.getString("reason"));
    }

    private static List<String> texts(Object... words) {
        return List.of(words).stream().map(Object::toString).toList();
    }

    /// PostgreSQL keeps no NUL, and nobody wants to read a value of a megabyte.
    private static String shown(String text) {
        var clean = text.replace('\u0000', '\uFFFD');
        if (clean.length() <= SHOWN) {
            return clean;
        }
        var end = Character.isHighSurrogate(clean.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return clean.substring(0, end) + "…";
    }
}
