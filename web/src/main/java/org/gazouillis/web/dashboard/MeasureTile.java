package org.gazouillis.web.dashboard;

import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.MeasureDefinition;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One measure on the Analytics page, with its definition on demand.
///
/// @param comparison with the previous period: `+12 % · before 480`; without a change where nothing can be divided
/// @param made what the value is made of: `engagements ÷ impressions = 12 ÷ 480`
/// @param link shows this measure in the chart
public record MeasureTile(
        String key,
        String name,
        String value,
        String comparison,
        String definition,
        String made,
        int version,
        String link,
        boolean current) {
    static MeasureTile of(
            MeasureDefinition definition,
            Figure now,
            Figure before,
            FigureText text,
            Messages words,
            AnalyticsAddress address) {
        String earlier = text.of(definition.measure().unit(), before.value());
        String change = text.change(now.value(), before.value());
        return new MeasureTile(
                definition.measure().key(),
                definition.name(),
                text.of(definition.measure().unit(), now.value()),
                change.equals(FigureText.MISSING)
                        ? words.text("analytics.tile.before", earlier)
                        : words.text("analytics.tile.change", change, earlier),
                definition.text(),
                made(definition, now, text),
                definition.measure().version(),
                address.showing(definition.measure()).toString(),
                address.measure() == definition.measure());
    }

    /// What a value is made of, in words and numbers.
    public static String made(MeasureDefinition definition, Figure figure, FigureText text) {
        String numerator = definition.numerator();
        String denominator = definition.denominator();
        String count = count(figure.numerator(), text);
        return denominator == null
                ? numerator + " = " + count
                : numerator + " ÷ " + denominator + " = " + count + " ÷ " + count(figure.denominator(), text);
    }

    private static String count(@Nullable Long number, FigureText text) {
        return number == null ? FigureText.MISSING : text.count(number);
    }
}
