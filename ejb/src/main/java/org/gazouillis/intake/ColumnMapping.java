package org.gazouillis.intake;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which column of a foreign file means what. As JSON, keys in camel case, values the file's own column names (for
/// JSON Lines the keys, with dots into objects):
///
/// ```json
/// {"text": "tweet_text", "createdAt": "created", "id": "id", "likes": "favorites", "reposts": "retweets",
///  "datePattern": "M/d/yy H:mm", "zone": "America/New_York", "sourceLabel": "x", "entities": "html"}
/// ```
/// `datePattern` is that of `DateTimeFormatter` with English names; `zone` holds for dates without one (else the
/// brand's); `sourceLabel` holds where no `source` column is; `entities` is `html` (default: `&amp;` is read as `&`)
/// or `none`.
public record ColumnMapping(
        Map<ColumnRole, String> roles,
        Map<Figure, String> figures,
        @Nullable String datePattern,
        @Nullable ZoneId zone,
        @Nullable String sourceLabel,
        boolean htmlEntities) {
    private static final Map<String, ColumnRole> ROLES =
            Arrays.stream(ColumnRole.values()).collect(Collectors.toMap(ColumnMapping::camel, role -> role));
    private static final Map<String, Figure> FIGURES =
            Arrays.stream(Figure.values()).collect(Collectors.toMap(ColumnMapping::camel, figure -> figure));

    public ColumnMapping {
        roles = Map.copyOf(roles);
        figures = Map.copyOf(figures);
    }

    /// The mapping that `{}` means: everything is guessed.
    public static ColumnMapping guessed() {
        return new ColumnMapping(Map.of(), Map.of(), null, null, null, true);
    }

    /// @throws ImportWishRefused when the text is no such object
    public static ColumnMapping parse(String json) {
        var members = new HashMap<String, String>();
        object(json).forEach((key, value) -> members.put(key, string(key, value)));
        var roles = new EnumMap<ColumnRole, String>(ColumnRole.class);
        var figures = new EnumMap<Figure, String>(Figure.class);
        var datePattern = members.remove("datePattern");
        var zone = members.remove("zone");
        var sourceLabel = members.remove("sourceLabel");
        var entities = members.remove("entities");
        members.forEach((key, column) -> put(roles, figures, key, column));
        return new ColumnMapping(roles, figures, pattern(datePattern), zone(zone), sourceLabel, isHtml(entities));
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException notAnObject) {
            throw new ImportWishRefused("The column mapping is not a JSON object: " + notAnObject.getMessage()
                    + ". Write it as {\"text\": \"column\", \"createdAt\": \"column\"}.");
        }
    }

    private static String string(String key, JsonValue value) {
        if (value instanceof JsonString string && !string.getString().isBlank()) {
            return string.getString();
        }
        throw new ImportWishRefused("'" + key + "' in the column mapping needs the name of a column in quotes.");
    }

    private static void put(Map<ColumnRole, String> roles, Map<Figure, String> figures, String key, String column) {
        var role = ROLES.get(key);
        var figure = FIGURES.get(key);
        if (role != null) {
            roles.put(role, column);
        } else if (figure != null) {
            figures.put(figure, column);
        } else {
            var known = Stream.concat(ROLES.keySet().stream(), FIGURES.keySet().stream())
                    .sorted();
            throw new ImportWishRefused("'" + key + "' in the column mapping means nothing. Known are "
                    + known.collect(Collectors.joining(", ")) + ", datePattern, zone, sourceLabel and entities.");
        }
    }

    private static @Nullable String pattern(@Nullable String pattern) {
        if (pattern != null) {
            try {
                var _ = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            } catch (IllegalArgumentException unknownLetter) {
                throw new ImportWishRefused("The date pattern '" + pattern + "' cannot be read: "
                        + unknownLetter.getMessage() + ". Write it like M/d/yyyy HH:mm.");
            }
        }
        return pattern;
    }

    private static @Nullable ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new ImportWishRefused("There is no time zone '" + zone + "'. Write it like Europe/Paris.");
        }
    }

    private static boolean isHtml(@Nullable String entities) {
        if (entities == null || entities.equals("html")) {
            return true;
        }
        if (entities.equals("none")) {
            return false;
        }
        throw new ImportWishRefused("'entities' in the column mapping is html or none, not '" + entities + "'.");
    }

    private static String camel(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
