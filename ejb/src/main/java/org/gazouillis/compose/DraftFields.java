package org.gazouillis.compose;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The fields of a form as they stand: each name with its values. Which fields a form has is the form's affair, so
/// that a new one is kept without a word here.
///
/// @throws DraftNotKept when there is more than any form has
public record DraftFields(Map<String, List<String>> values) {
    private static final int MOST_FIELDS = 200;
    private static final int MOST_CHARACTERS = 50_000;
    private static final String TEXT = "text";

    public DraftFields {
        values = new LinkedHashMap<>(values);
        int size = 0;
        for (Map.Entry<String, List<String>> field : values.entrySet()) {
            size += field.getKey().length() + String.join("", field.getValue()).length();
        }
        if (values.size() > MOST_FIELDS || size > MOST_CHARACTERS) {
            throw new DraftNotKept("The draft is larger than " + MOST_CHARACTERS + " characters. Shorten it.");
        }
    }

    public static DraftFields parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            JsonObject object = reader.readObject();
            object.keySet()
                    .forEach(name -> values.put(name, object.getJsonArray(name).getValuesAs(JsonString::getString)));
            return new DraftFields(values);
        }
    }

    /// The main text. PostgreSQL stores no NUL; the checks have told of it.
    String text() {
        return String.join("", Objects.requireNonNullElse(values.get(TEXT), List.of()))
                .replace("\u0000", "");
    }

    public String json() {
        JsonObjectBuilder object = Json.createObjectBuilder();
        values.forEach((name, all) -> {
            JsonArrayBuilder array = Json.createArrayBuilder();
            all.forEach(value -> array.add(value.replace("\u0000", "")));
            object.add(name, array);
        });
        return object.build().toString();
    }
}
