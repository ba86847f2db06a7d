package org.gazouillis.intake;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.schedule.ZoneNotKnown;
import org.jspecify.annotations.Nullable;

/// What a member says about a file of posts; what is missing is found out or taken from the brand. As JSON:
///
/// ```json
/// {"format": "generic", "columns": {"text": "Message", "when": "Date"}, "dateFormat": "dd/MM/yyyy HH:mm",
///  "zone": "Europe/Paris", "account": "gazouillis:nord", "campaign": "Spring"}
/// ```
/// @param columns    header name by what it means
/// @param dateFormat `day-first`, `month-first`, or a pattern such as `dd/MM/yyyy HH:mm`
/// @param zone       of times without one; else the brand's
/// @param account    for rows without an account; else all accounts on the built-in timeline
/// @param campaign   for rows without a campaign
public record BulkWish(
        @Nullable BulkFormat format,
        Map<BulkRole, String> columns,
        @Nullable String dateFormat,
        @Nullable ZoneId zone,
        @Nullable String account,
        @Nullable String campaign) {
    public static final String DAY_FIRST = "day-first";
    public static final String MONTH_FIRST = "month-first";
    public static final BulkWish NONE = new BulkWish(null, Map.of(), null, null, null, null);
    private static final Set<String> KEYS = Set.of("format", "columns", "dateFormat", "zone", "account", "campaign");
    private static final int LONGEST = 200;

    public BulkWish {
        columns = Map.copyOf(columns);
    }

    /// @throws ImportWishRefused when the text is no such object
    public static BulkWish parse(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return NONE;
        }
        JsonObject object = object(json);
        object.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new ImportWishRefused("'" + key + "' means nothing here. Known are format, columns, dateFormat, zone,"
                    + " account and campaign.");
        });
        return of(
                text(object, "format"),
                columns(object),
                text(object, "dateFormat"),
                text(object, "zone"),
                text(object, "account"),
                text(object, "campaign"));
    }

    /// The same from its parts; blank parts say nothing.
    ///
    /// @throws ImportWishRefused when one of them makes no sense
    public static BulkWish of(
            @Nullable String format,
            Map<BulkRole, String> columns,
            @Nullable String dateFormat,
            @Nullable String zone,
            @Nullable String account,
            @Nullable String campaign) {
        var layout = said(format);
        return new BulkWish(
                layout == null || layout.equals("auto") ? null : BulkFormat.of(layout),
                columns,
                dateFormat(said(dateFormat)),
                zone(said(zone)),
                said(account),
                said(campaign));
    }

    private static @Nullable String said(@Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw new ImportWishRefused("'" + text.substring(0, 40) + "…' is longer than " + LONGEST + " characters.");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String toJson() {
        var json = Json.createObjectBuilder();
        var roles = Json.createObjectBuilder();
        columns.forEach((role, column) -> roles.add(role.key(), column));
        if (!columns.isEmpty()) {
            json.add("columns", roles);
        }
        add(json, "format", format == null ? null : format.key());
        add(json, "dateFormat", dateFormat);
        add(json, "zone", zone == null ? null : zone.getId());
        add(json, "account", account);
        add(json, "campaign", campaign);
        return json.build().toString();
    }

    /// The same with everything that `other` says.
    public BulkWish with(BulkWish other) {
        var all = new EnumMap<BulkRole, String>(BulkRole.class);
        all.putAll(columns);
        all.putAll(other.columns);
        return new BulkWish(
                other.format == null ? format : other.format,
                all,
                other.dateFormat == null ? dateFormat : other.dateFormat,
                other.zone == null ? zone : other.zone,
                other.account == null ? account : other.account,
                other.campaign == null ? campaign : other.campaign);
    }

    private static void add(JsonObjectBuilder json, String key, @Nullable String value) {
        if (value != null) {
            json.add(key, value);
        }
    }

    private static JsonObject object(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException notAnObject) {
            throw new ImportWishRefused("What you say about the file is not a JSON object: " + notAnObject.getMessage()
                    + ". Write it as {\"dateFormat\": \"dd/MM/yyyy HH:mm\"}.");
        }
    }

    private static @Nullable String text(JsonObject object, String key) {
        var value = object.get(key);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (value instanceof JsonString string && string.getString().length() <= LONGEST) {
            return string.getString().isBlank() ? null : string.getString().strip();
        }
        throw new ImportWishRefused("'" + key + "' needs a text of at most " + LONGEST + " characters.");
    }

    private static Map<BulkRole, String> columns(JsonObject object) {
        var columns = new EnumMap<BulkRole, String>(BulkRole.class);
        var value = object.get("columns");
        if (value instanceof JsonObject roles) {
            for (var key : roles.keySet()) {
                columns.put(BulkRole.of(key), Objects.requireNonNullElse(text(roles, key), ""));
            }
        } else if (value != null) {
            throw new ImportWishRefused(
                    "'columns' needs an object such as {\"text\": \"Message\", \"when\": \"Date\"}.");
        }
        columns.values().removeIf(String::isEmpty);
        return columns;
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : PublishTime.zone(name);
        } catch (ZoneNotKnown unknown) {
            throw new ImportWishRefused(String.valueOf(unknown.getMessage()));
        }
    }

    /// Vendors write `mm/dd/yyyy hh:mm` and mean months, days and 24 hours.
    private static @Nullable String dateFormat(@Nullable String given) {
        if (given == null || given.equals("auto")) {
            return null;
        }
        if (Arrays.asList(DAY_FIRST, MONTH_FIRST).contains(given)) {
            return given;
        }
        var pattern = given.replace('Y', 'y').replace('D', 'd');
        pattern = pattern.indexOf('M') >= 0 ? pattern : pattern.replaceFirst("mm", "MM");
        pattern = pattern.indexOf('a') >= 0 ? pattern : pattern.replace('h', 'H');
        try {
            var _ = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            return pattern.replace('y', 'u');
        } catch (IllegalArgumentException unknownLetter) {
            throw new ImportWishRefused("The date format '" + given + "' cannot be read: " + unknownLetter.getMessage()
                    + ". Write it like dd/MM/yyyy HH:mm, or day-first, or month-first.");
        }
    }
}
