package org.gazouillis.web.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON Schemas of the records that travel. Each record is described once and referred to by its name.
final class Schemas {
    private static final Set<Class<?>> DATE_TIMES = Set.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class);
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, float.class, Double.class, Float.class, java.math.BigDecimal.class);

    private final Map<String, JsonObject> components = new TreeMap<>();
    private final Map<String, Class<?>> named = new TreeMap<>();

    JsonObject components() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        components.forEach(all::add);
        return all.build();
    }

    JsonObject of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        return type instanceof Class<?> plain ? ofClass(plain) : JsonValue.EMPTY_JSON_OBJECT;
    }

    JsonObject arrayOf(JsonObject item) {
        return Json.createObjectBuilder()
                .add("type", "array")
                .add("items", item)
                .build();
    }

    /// The shape of every list of the desk's API.
    JsonObject listOf(JsonObject item) {
        JsonObject cursor = Json.createObjectBuilder()
                .add("type", Json.createArrayBuilder().add("string").add("null"))
                .add("description", "cursor of the next page; null on the last")
                .build();
        return Json.createObjectBuilder()
                .add("type", "object")
                .add(
                        "properties",
                        Json.createObjectBuilder().add("items", arrayOf(item)).add("next", cursor))
                .add("required", Json.createArrayBuilder().add("items").add("next"))
                .build();
    }

    private JsonObject ofGeneric(ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return arrayOf(of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Json.createObjectBuilder()
                    .add("type", "object")
                    .add("additionalProperties", of(arguments[1]))
                    .build();
        }
        return ofClass(raw);
    }

    private JsonObject ofClass(Class<?> type) {
        if (type.isRecord()) {
            return reference(type);
        }
        if (type.isEnum()) {
            JsonArrayBuilder values = Json.createArrayBuilder();
            Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(values::add);
            return Json.createObjectBuilder()
                    .add("type", "string")
                    .add("enum", values)
                    .build();
        }
        return type.isArray() ? arrayOf(ofClass(type.getComponentType())) : simple(type);
    }

    private static JsonObject simple(Class<?> type) {
        if (DATE_TIMES.contains(type)) {
            return typed("string", "date-time");
        }
        if (type == LocalDate.class) {
            return typed("string", "date");
        }
        if (WHOLE.contains(type)) {
            return typed("integer", "int64");
        }
        if (NUMBERS.contains(type)) {
            return typed("number", "double");
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean", null);
        }
        boolean text = type == String.class || type == LocalDateTime.class || type == ZoneId.class;
        return text ? typed("string", null) : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonObject typed(String type, @Nullable String format) {
        JsonObjectBuilder schema = Json.createObjectBuilder().add("type", type);
        return format == null ? schema.build() : schema.add("format", format).build();
    }

    private JsonObject reference(Class<?> record) {
        String name = name(record);
        if (!components.containsKey(name)) {
            components.put(name, JsonValue.EMPTY_JSON_OBJECT);
            components.put(name, ofComponents(record));
        }
        return Json.createObjectBuilder()
                .add("$ref", "#/components/schemas/" + name)
                .build();
    }

    private JsonObject ofComponents(Class<?> record) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = name(component);
            JsonObject schema = of(component.getGenericType());
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            properties.add(name, optional ? orNull(schema) : schema);
            if (!optional) {
                required.add(name);
            }
        }
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .add("required", required)
                .build();
    }

    private static JsonObject orNull(JsonObject schema) {
        JsonObject nothing = Json.createObjectBuilder().add("type", "null").build();
        return Json.createObjectBuilder()
                .add("anyOf", Json.createArrayBuilder().add(schema).add(nothing))
                .build();
    }

    private static String name(RecordComponent component) {
        JsonbProperty renamed = component.getAnnotation(JsonbProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private String name(Class<?> record) {
        Class<?> outer = record.getEnclosingClass();
        String simple = (outer == null ? "" : outer.getSimpleName().replace("Json", ""))
                + record.getSimpleName().replace("Json", "");
        Class<?> owner = named.putIfAbsent(simple, record);
        if (owner == null || owner == record) {
            return simple;
        }
        String[] path = record.getPackageName().split("\\.");
        String capability = path[path.length - 1];
        return Character.toTitleCase(capability.charAt(0)) + capability.substring(1) + simple;
    }
}
