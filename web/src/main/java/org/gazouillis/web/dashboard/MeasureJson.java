package org.gazouillis.web.dashboard;

import java.util.Locale;
import org.gazouillis.rollup.MeasureDefinition;
import org.jspecify.annotations.Nullable;

/// What a measure is, in words.
///
/// @param key the name in requests and answers
/// @param denominator left out for a count
/// @param unit `count`, `people`, `ratio` or `share` (a fraction, shown as per cent)
/// @param version rises when the definition changes
public record MeasureJson(
        String key,
        String name,
        String definition,
        String numerator,
        @Nullable String denominator,
        String unit,
        int version) {
    static MeasureJson of(MeasureDefinition definition) {
        return new MeasureJson(
                definition.measure().key(),
                definition.name(),
                definition.text(),
                definition.numerator(),
                definition.denominator(),
                definition.measure().unit().name().toLowerCase(Locale.ROOT),
                definition.measure().version());
    }
}
