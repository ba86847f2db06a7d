package org.gazouillis.web.compose;

import org.jspecify.annotations.Nullable;

/// What an image shows; a missing language stays as it is.
public record AltJson(@Nullable String altEn, @Nullable String altFr) {}
