package org.gazouillis.web.openapi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gazouillis.web.problem.Problem;

/// The OpenAPI 3.1 document of a set of resources. It is made from the annotations that the server itself obeys, so
/// access, paths and bodies cannot differ from what really happens.
final class OpenApiDocument {
    private final Schemas schemas = new Schemas();
    private final Map<String, Map<String, JsonObject>> paths = new TreeMap<>();

    private OpenApiDocument() {}

    /// @throws IllegalStateException when a method is not described, or two answer the same requests
    static JsonObject of(Collection<Class<?>> resources) {
        OpenApiDocument document = new OpenApiDocument();
        document.schemas.of(Problem.class);
        resources.stream().sorted(Comparator.comparing(Class::getName)).forEach(document::add);
        return document.build();
    }

    private void add(Class<?> resource) {
        List<Method> methods = Arrays.stream(resource.getMethods())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        for (Method method : methods) {
            Operation.verb(method).ifPresent(verb -> add(path(resource, method), verb, method));
        }
    }

    private void add(String path, String verb, Method method) {
        JsonObject operation = new Operation(method, schemas).describe();
        paths.computeIfAbsent(path, each -> new TreeMap<>()).merge(verb, operation, OpenApiDocument::joined);
    }

    /// Two methods may answer at one place when they understand different kinds of bodies: then it is one operation.
    private static JsonObject joined(JsonObject one, JsonObject other) {
        JsonObjectBuilder content = Json.createObjectBuilder(content(one));
        content(other).forEach(content::add);
        return Json.createObjectBuilder(one)
                .add(
                        "requestBody",
                        Json.createObjectBuilder().add("required", true).add("content", content))
                .build();
    }

    private static JsonObject content(JsonObject operation) {
        JsonObject body = operation.getJsonObject("requestBody");
        if (body == null) {
            throw new IllegalStateException(
                    "Two methods answer the same requests as " + operation.getString("operationId"));
        }
        return body.getJsonObject("content");
    }

    /// `/api/desk/v1/posts/{id}`, without the patterns of path parameters.
    static String path(Class<?> resource, Method method) {
        String path =
                "/api/" + value(resource.getAnnotation(Path.class)) + "/" + value(method.getAnnotation(Path.class));
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }

    private static String value(@org.jspecify.annotations.Nullable Path path) {
        return path == null ? "" : path.value();
    }

    private JsonObject build() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        paths.forEach((path, verbs) -> {
            JsonObjectBuilder item = Json.createObjectBuilder();
            verbs.forEach(item::add);
            all.add(path, item);
        });
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add("info", info())
                .add(
                        "servers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", "/")))
                .add("tags", tags())
                .add("paths", all)
                .add(
                        "components",
                        Json.createObjectBuilder()
                                .add("schemas", schemas.components())
                                .add("securitySchemes", securitySchemes()))
                .build();
    }

    private jakarta.json.JsonArrayBuilder tags() {
        jakarta.json.JsonArrayBuilder tags = Json.createArrayBuilder();
        paths.values().stream()
                .flatMap(verbs -> verbs.values().stream())
                .map(operation -> operation.getJsonArray("tags").getString(0))
                .distinct()
                .sorted()
                .forEach(tag -> tags.add(Json.createObjectBuilder().add("name", tag)));
        return tags;
    }

    private static JsonObjectBuilder info() {
        return Json.createObjectBuilder()
                .add("title", "Gazouillis")
                .add("version", "1")
                .add(
                        "description",
                        "Ids are strings, times ISO 8601 with offset, lists {items, next}. "
                                + "Below /api/v1 lies the Mastodon-shaped API of the built-in micro-blog. "
                                + "Trouble is told as application/problem+json (RFC 9457).")
                .add(
                        "license",
                        Json.createObjectBuilder().add("name", "Apache-2.0").add("identifier", "Apache-2.0"));
    }

    private static JsonObjectBuilder securitySchemes() {
        return Json.createObjectBuilder()
                .add(
                        "token",
                        scheme("http", "An API token: ./gazouillis token EMAIL").add("scheme", "bearer"))
                .add(
                        "session",
                        scheme("apiKey", "The session of a signed-in browser, from our own pages")
                                .add("in", "cookie")
                                .add("name", "JSESSIONID"))
                .add(
                        "operator",
                        scheme("apiKey", "\"Operator <secret>\", the secret of the server")
                                .add("in", "header")
                                .add("name", "Authorization"));
    }

    private static JsonObjectBuilder scheme(String type, String description) {
        return Json.createObjectBuilder().add("type", type).add("description", description);
    }

    static Collection<Class<?>> resourcesAmong(Collection<Class<?>> classes) {
        return classes.stream()
                .filter(each -> each.isAnnotationPresent(Path.class))
                .filter(each -> Arrays.stream(each.getMethods())
                        .anyMatch(method -> Operation.verb(method).isPresent()))
                .toList();
    }
}
