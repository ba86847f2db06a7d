package org.gazouillis.web.openapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gazouillis.web.OurClasses;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The lint of our API's description.
class OpenApiDocumentTest {
    private final JsonObject document = OpenApiDocument.of(OurClasses.resources());

    @Test
    void everyOperationIsNamedOnceAndSummedUp() {
        List<String> ids = operations().values().stream()
                .map(operation -> operation.getString("operationId"))
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        assertThat(operations())
                .allSatisfy((place, operation) -> assertThat(operation.getString("summary"))
                        .hasSizeBetween(8, 120)
                        .doesNotEndWith("."));
    }

    @Test
    void everyOperationTellsWhoMayCallItAndWhatGoesWrong() {
        assertThat(operations()).allSatisfy((place, operation) -> {
            assertThat(operation.getJsonArray("security")).isNotEmpty();
            JsonObject responses = operation.getJsonObject("responses");
            assertThat(responses.keySet())
                    .contains("default")
                    .anyMatch(status -> status.startsWith("2") || status.startsWith("3"));
            responses.forEach((status, response) -> {
                if (status.startsWith("4") || status.equals("default")) {
                    assertThat(response.asJsonObject().getJsonObject("content"))
                            .containsKey("application/problem+json");
                }
            });
        });
    }

    @Test
    void everyParameterOfAPathIsDescribed() {
        assertThat(operations()).allSatisfy((place, operation) -> {
            long inPath = operation.getJsonArray("parameters").stream()
                    .filter(each -> each.asJsonObject().getString("in").equals("path"))
                    .count();
            assertThat(inPath)
                    .isEqualTo(place.chars().filter(sign -> sign == '{').count());
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        assertThat(references(document))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(schemas).containsKey(reference.substring("#/components/schemas/".length())));
    }

    @Test
    void theAddressesOfTheIssueAreThere() {
        assertThat(document.getJsonObject("paths"))
                .containsKeys(
                        "/api/desk/v1/brands",
                        "/api/health/live",
                        "/api/health/ready",
                        "/api/operator/tokens",
                        "/api/openapi.json");
    }

    private Map<String, JsonObject> operations() {
        Map<String, JsonObject> all = new java.util.TreeMap<>();
        document.getJsonObject("paths")
                .forEach((path, verbs) -> verbs.asJsonObject()
                        .forEach((verb, operation) -> all.put(verb + " " + path, operation.asJsonObject())));
        return all;
    }

    private static List<String> references(JsonValue value) {
        List<String> found = new ArrayList<>();
        switch (value.getValueType()) {
            case OBJECT ->
                value.asJsonObject().forEach((key, inner) -> {
                    if (key.equals("$ref")) {
                        found.add(value.asJsonObject().getString(key));
                    } else {
                        found.addAll(references(inner));
                    }
                });
            case ARRAY -> value.asJsonArray().forEach(inner -> found.addAll(references(inner)));
            default -> found.addAll(List.of());
        }
        return found;
    }
}
