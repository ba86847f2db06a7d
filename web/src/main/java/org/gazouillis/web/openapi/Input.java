package org.gazouillis.web.openapi;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.Optional;

/// One thing that a resource reads from a request, whether a parameter of its method or a field.
record Input(AnnotatedElement element, Type type) {
    /// Empty for a body, a form's field or what the server gives by itself.
    Optional<Place> place() {
        PathParam path = element.getAnnotation(PathParam.class);
        if (path != null) {
            return Optional.of(new Place("path", path.value()));
        }
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            return Optional.of(new Place("query", query.value()));
        }
        HeaderParam header = element.getAnnotation(HeaderParam.class);
        return header == null ? Optional.empty() : Optional.of(new Place("header", header.value()));
    }

    boolean isNeeded() {
        return element.isAnnotationPresent(NotNull.class) || element.isAnnotationPresent(NotBlank.class);
    }

    /// Where in a request it stands, and under which name.
    record Place(String in, String name) {}
}
