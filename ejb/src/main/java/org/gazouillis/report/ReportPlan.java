package org.gazouillis.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What shall stand in a report: the part that a person builds, and that each run keeps as it was.
///
/// @param name     heads the report, may hold variables
/// @param language `en` or `fr`, of all that the house writes into it
/// @param blocks   in their order, 1 to 40
/// @param columns  keys of the data files' columns, in their order; all when none is named
public record ReportPlan(String name, String language, List<ReportBlock> blocks, List<String> columns) {
    private static final int LONGEST_NAME = 120;
    private static final int MOST_BLOCKS = 40;
    private static final List<String> LANGUAGES = List.of("en", "fr");

    /// @throws ReportRefused when it makes no sense
    /// @throws ColumnUnknown when there is no such column
    public ReportPlan {
        name = name.strip();
        blocks = List.copyOf(blocks);
        columns = EngagementWish.chosen(columns);
        if (name.isEmpty() || name.length() > LONGEST_NAME || !name.equals(name.replaceAll("\\p{Cc}", ""))) {
            throw new ReportRefused("name", "A report has a name of 1 to " + LONGEST_NAME + " characters in one line.");
        }
        ReportVariable.check(name);
        if (!LANGUAGES.contains(language)) {
            throw new ReportRefused("language", "There is no language '" + language + "'. Say en or fr.");
        }
        if (blocks.isEmpty() || blocks.size() > MOST_BLOCKS) {
            throw new ReportRefused(
                    "blocks", "A report has 1 to " + MOST_BLOCKS + " blocks, not " + blocks.size() + ".");
        }
    }

    /// The name while it has not run: what only a run knows is left open.
    public String titled(String brand) {
        return ReportVariable.filled(name, Map.of(ReportVariable.BRAND, brand), "…");
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    String json() {
        var parts = Json.createArrayBuilder();
        blocks.forEach(block -> parts.add(
                Json.createObjectBuilder().add("kind", block.kind().key()).add("text", block.text())));
        return Json.createObjectBuilder()
                .add("name", name)
                .add("language", language)
                .add("blocks", parts)
                .add("columns", Json.createArrayBuilder(columns))
                .build()
                .toString();
    }

    static ReportPlan read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject plan = reader.readObject();
            return new ReportPlan(
                    plan.getString("name"),
                    plan.getString("language"),
                    plan.getJsonArray("blocks").getValuesAs(JsonObject.class).stream()
                            .map(block -> new ReportBlock(
                                    ReportBlock.Kind.named(block.getString("kind")), block.getString("text")))
                            .toList(),
                    plan.getJsonArray("columns").getValuesAs(JsonString::getString));
        }
    }
}
