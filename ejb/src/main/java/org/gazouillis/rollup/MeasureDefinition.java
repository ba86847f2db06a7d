package org.gazouillis.rollup;

import org.jspecify.annotations.Nullable;

/// What a measure is, in words of one language.
///
/// @param denominator null for a count
public record MeasureDefinition(
        Measure measure,
        String name,
        String text,
        String numerator,
        @Nullable String denominator) {}
