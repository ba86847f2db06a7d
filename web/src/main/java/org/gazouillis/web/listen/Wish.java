package org.gazouillis.web.listen;

import org.jspecify.annotations.Nullable;

/// A parameter of a form: an empty field says nothing.
final class Wish {
    private Wish() {}

    static @Nullable String orNull(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    static String orEmpty(@Nullable String parameter) {
        return parameter == null ? "" : parameter.strip();
    }
}
