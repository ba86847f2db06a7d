package org.gazouillis.web.dashboard;

import jakarta.json.bind.annotation.JsonbNillable;
import org.gazouillis.rollup.Figure;
import org.jspecify.annotations.Nullable;

/// A value and what it is made of; `value` is null when it is missing, which is not 0. `denominator` is null for a
/// count: rates are pooled from numerators and denominators, never averaged. `standardError` is the share of itself by
/// which the value may err because people were counted by a sketch; 0 when everything was counted exactly.
@JsonbNillable
public record FigureJson(
        @Nullable Number value,
        @Nullable Long numerator,
        @Nullable Long denominator,
        double standardError) {
    public static FigureJson of(Figure figure) {
        return new FigureJson(figure.value(), figure.numerator(), figure.denominator(), figure.standardError());
    }
}
