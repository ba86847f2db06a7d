package org.gazouillis.web.microblog;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What clients send to make or rename a list, as JSON or as a form.
public record ListTitleJson(@Nullable String title) {
    static ListTitleJson of(MultivaluedMap<String, String> form) {
        return new ListTitleJson(form.getFirst("title"));
    }

    String given() {
        return Objects.requireNonNullElse(title, "");
    }
}
