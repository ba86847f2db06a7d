package org.gazouillis.web.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.problem.Problem;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One method of one resource as an operation of the document.
record Operation(Method method, Schemas schemas) {
    private static final JsonObject TEXT =
            Json.createObjectBuilder().add("type", "string").build();
    /// A body whose fields the method reads by itself.
    private static final JsonObject FIELDS =
            Json.createObjectBuilder().add("type", "object").build();

    /// `get`, `post` …; empty when the method answers no requests.
    static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(each -> each != null)
                .map(each -> each.value().toLowerCase(java.util.Locale.ROOT))
                .findFirst();
    }

    JsonObject describe() {
        Described described = described();
        JsonObjectBuilder operation = Json.createObjectBuilder()
                .add("operationId", resource() + "_" + method.getName())
                .add("summary", described.summary())
                .add("tags", Json.createArrayBuilder().add(resource()))
                .add("parameters", parameters());
        body().ifPresent(body -> operation.add("requestBody", body));
        return operation
                .add("responses", responses(described))
                .add("security", security())
                .build();
    }

    /// @throws IllegalStateException when the method is not described
    private Described described() {
        Described described = method.getAnnotation(Described.class);
        if (described == null) {
            throw new IllegalStateException(method + " is not described: add @Described(summary = …).");
        }
        return described;
    }

    private String resource() {
        return method.getDeclaringClass().getSimpleName().replace("Resource", "");
    }

    private Access access() {
        return method.getAnnotation(Allows.class).value();
    }

    private JsonArrayBuilder parameters() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        inputs().forEach(input -> input.place()
                .ifPresent(place -> all.add(Json.createObjectBuilder()
                        .add("name", place.name())
                        .add("in", place.in())
                        .add("required", place.in().equals("path") || input.isNeeded())
                        .add("schema", schema(input)))));
        return all;
    }

    /// What the method reads from a request: its own parameters, the fields of a `@BeanParam`, those of the resource.
    private Stream<Input> inputs() {
        Stream<Input> own = Arrays.stream(method.getParameters())
                .flatMap(each -> each.isAnnotationPresent(BeanParam.class)
                        ? fields(each.getType())
                        : Stream.of(new Input(each, each.getParameterizedType())));
        return Stream.concat(own, fields(method.getDeclaringClass()));
    }

    private static Stream<Input> fields(Class<?> owner) {
        return Arrays.stream(owner.getDeclaredFields())
                .map(field -> new Input(field, field.getGenericType()))
                .filter(input -> input.place().isPresent());
    }

    private JsonObject schema(Input input) {
        JsonObject schema = schemas.of(input.type());
        DefaultValue standard = input.element().getAnnotation(DefaultValue.class);
        JsonObject known = schema.isEmpty() ? TEXT : schema;
        return standard == null || standard.value().isEmpty() || known.containsKey("$ref")
                ? known
                : Json.createObjectBuilder(known)
                        .add("default", standard(known, standard.value()))
                        .build();
    }

    private static JsonValue standard(JsonObject schema, String value) {
        boolean whole = schema.getString("type", "").equals("integer");
        return whole ? Json.createValue(Long.parseLong(value)) : Json.createValue(value);
    }

    private Optional<JsonObject> body() {
        List<Parameter> form = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(FormParam.class))
                .toList();
        if (!form.isEmpty()) {
            JsonObjectBuilder properties = Json.createObjectBuilder();
            form.forEach(
                    each -> properties.add(each.getAnnotation(FormParam.class).value(), formField(each)));
            return Optional.of(content(Json.createObjectBuilder()
                    .add("type", "object")
                    .add("properties", properties)
                    .build()));
        }
        Optional<JsonObject> entity = Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0 || isValidated(parameter))
                .filter(parameter -> !isContext(parameter))
                .map(parameter -> content(schemas.of(parameter.getParameterizedType())))
                .findFirst();
        return entity.isPresent() || !method.isAnnotationPresent(Consumes.class)
                ? entity
                : Optional.of(content(FIELDS));
    }

    private JsonObject formField(Parameter field) {
        JsonObject schema = schemas.of(field.getParameterizedType());
        return schema.isEmpty()
                ? Json.createObjectBuilder()
                        .add("type", "string")
                        .add("format", "binary")
                        .build()
                : schema;
    }

    private static boolean isValidated(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .allMatch(each -> each.annotationType().getName().startsWith("jakarta.validation"));
    }

    private static boolean isContext(Parameter parameter) {
        return parameter.getType().getName().startsWith("jakarta.ws.rs")
                || parameter.getType().getName().startsWith("jakarta.servlet");
    }

    private JsonObject content(JsonObject schema) {
        return Json.createObjectBuilder()
                .add("required", true)
                .add("content", Json.createObjectBuilder().add(consumed(), media(schema)))
                .build();
    }

    private String consumed() {
        Consumes own = method.getAnnotation(Consumes.class);
        Consumes consumes = own == null ? method.getDeclaringClass().getAnnotation(Consumes.class) : own;
        return consumes == null ? "application/json" : consumes.value()[0];
    }

    private JsonObject responses(Described described) {
        TreeMap<String, JsonObject> responses = new TreeMap<>();
        for (ProblemType problem : described.problems()) {
            responses.put(String.valueOf(problem.status()), problem(problem.slug()));
        }
        if (access() != Access.ANYONE) {
            responses.put("401", problem("not-signed-in"));
            responses.put("403", problem("permission-denied"));
        }
        if (body().isPresent()) {
            responses.putIfAbsent("400", problem("malformed-request"));
        }
        if (inputs().anyMatch(each -> each.element().isAnnotationPresent(PathParam.class))) {
            responses.putIfAbsent("404", problem("not-found"));
        }
        responses.put(String.valueOf(described.status()), success(described));
        responses.put("default", problem("internal-error"));
        JsonObjectBuilder all = Json.createObjectBuilder();
        responses.forEach(all::add);
        return all.build();
    }

    private JsonObject success(Described described) {
        JsonObjectBuilder response = Json.createObjectBuilder().add("description", described.summary());
        if (described.answer() != Void.class) {
            JsonObject one = schemas.of(described.answer());
            JsonObject schema =
                    switch (described.shape()) {
                        case ONE -> one;
                        case ARRAY -> schemas.arrayOf(one);
                        case LIST -> schemas.listOf(one);
                    };
            response.add("content", Json.createObjectBuilder().add(described.type(), media(schema)));
        } else if (!described.type().equals("application/json")) {
            JsonObject text = Json.createObjectBuilder().add("type", "string").build();
            response.add("content", Json.createObjectBuilder().add(described.type(), media(text)));
        }
        return response.build();
    }

    private JsonObject problem(String slug) {
        return Json.createObjectBuilder()
                .add("description", slug)
                .add("content", Json.createObjectBuilder().add(Problem.MEDIA_TYPE, media(schemas.of(Problem.class))))
                .build();
    }

    private static JsonObject media(JsonObject schema) {
        return Json.createObjectBuilder().add("schema", schema).build();
    }

    private JsonArrayBuilder security() {
        JsonArrayBuilder any = Json.createArrayBuilder();
        switch (access()) {
            case ANYONE -> any.add(JsonValue.EMPTY_JSON_OBJECT);
            case MEMBER_READ -> any.add(scheme("token", "read")).add(scheme("session", null));
            case MEMBER_WRITE -> any.add(scheme("token", "write")).add(scheme("session", null));
            case OPERATOR -> any.add(scheme("operator", null));
        }
        return any;
    }

    private static JsonObjectBuilder scheme(String name, @Nullable String scope) {
        JsonArrayBuilder scopes = Json.createArrayBuilder();
        return Json.createObjectBuilder().add(name, scope == null ? scopes : scopes.add(scope));
    }
}
