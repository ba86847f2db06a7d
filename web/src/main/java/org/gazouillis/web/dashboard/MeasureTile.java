package org.gazouillis.web.dashboard;

import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.MeasureDefinition;
import org.jspecify.annotations.Nullable;

/// One measure on the Analytics page, with its definition on demand.
///
/// @param change against the previous period, signed; a dash when there is nothing to compare with
/// @param made what the value is made of: `12 engagements ÷ 480 impressions`
/// @param link shows this measure in the chart
public record MeasureTile(
        String key,
        String name,
        String value,
        String change,
        String before,
        String definition,
        String made,
        int version,
        String link,
        boolean current) {
    static MeasureTile of(
            MeasureDefinition definition, Figure now, Figure before, FigureText text, AnalyticsAddress address) {
        return new MeasureTile(
                definition.measure().key(),
                definition.name(),
                text.of(definition.measure().unit(), now.value()),
                text.change(now.value(), before.value()),
                text.of(definition.measure().unit(), before.value()),
                definition.text(),
                made(definition, now, text),
                definition.measure().version(),
                address.showing(definition.measure()).toString(),
                address.measure() == definition.measure());
    }

    private static String made(MeasureDefinition definition, Figure figure, FigureText text) {
        String numerator = count(figure.numerator(), text) + " " + definition.numerator();
        String denominator = definition.denominator();
        return denominator == null
                ? numerator
                : numerator + " ÷ " + count(figure.denominator(), text) + " " + denominator;
    }

    private static String count(@Nullable Long number, FigureText text) {
        return number == null ? FigureText.MISSING : text.count(number);
    }
}
