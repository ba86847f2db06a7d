package org.gazouillis.web.dashboard;

import org.gazouillis.dashboard.Change;
import org.gazouillis.dashboard.Comparison;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.MeanOfRatios;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.MeasureDefinition;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One measure on the Analytics page, with its definition on demand.
///
/// @param arrow `up` or `down` when the change is more than chance, else empty
/// @param comparison with the other period: `+12 % · before: 480`; without a change where nothing can be divided
/// @param made what the value is made of: `engagements ÷ impressions = 12 ÷ 480`
/// @param chance how far chance may reach, in a sentence
/// @param exact how exactly it was counted; empty when no people are in it
/// @param link shows this measure in the chart
public record MeasureTile(
        String key,
        String name,
        String value,
        String arrow,
        String comparison,
        String definition,
        String made,
        String chance,
        String exact,
        int version,
        String link,
        boolean current) {
    static MeasureTile of(
            MeasureDefinition definition,
            Comparison comparison,
            FigureText text,
            Messages words,
            AnalyticsAddress address) {
        Measure measure = definition.measure();
        Figure now = measure.of(comparison.now().totals());
        boolean mean = address.mean() && measure.isRateOfPosts();
        Number value = mean ? comparison.mean(measure).value() : now.value();
        Number earlier = mean
                ? comparison.meanBefore(measure).value()
                : measure.of(comparison.before().totals()).value();
        Change change = comparison.change(measure);
        return new MeasureTile(
                measure.key(),
                definition.name(),
                text.of(measure.unit(), value),
                mean ? "" : arrow(change),
                compared(measure, value, earlier, text, words),
                definition.text(),
                mean ? averaged(comparison.mean(measure), words) : made(definition, now, text),
                mean ? words.text("analytics.chance.none") : chance(measure, change, comparison, text, words),
                exact(measure, now, text, words),
                measure.version(),
                address.with("measure", measure.key()).toString(),
                address.measure() == measure);
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

    private static String compared(
            Measure measure, @Nullable Number value, @Nullable Number earlier, FigureText text, Messages words) {
        String before = text.of(measure.unit(), earlier);
        String change = text.change(value, earlier);
        return change.equals(FigureText.MISSING)
                ? words.text("analytics.tile.before", before)
                : words.text("analytics.tile.change", change, before);
    }

    private static String arrow(Change change) {
        return change.direction() > 0 ? "up" : change.direction() < 0 ? "down" : "";
    }

    private static String averaged(MeanOfRatios mean, Messages words) {
        return words.text("analytics.mean", mean.posts(), mean.without());
    }

    private static String chance(
            Measure measure, Change change, Comparison comparison, FigureText text, Messages words) {
        Double low = change.low();
        Double high = change.high();
        int posts = comparison.posts();
        int before = comparison.postsBefore();
        if (low == null || high == null) {
            return change.ground() == Change.Ground.TOO_FEW
                    ? words.text("analytics.chance.few", posts, before)
                    : words.text("analytics.chance.none");
        }
        String from = text.difference(measure.unit(), low);
        String to = text.difference(measure.unit(), high);
        return change.ground() == Change.Ground.PEOPLE
                ? words.text("analytics.chance.people", from, to)
                : words.text("analytics.chance.posts", from, to, posts, before);
    }

    private static String exact(Measure measure, Figure figure, FigureText text, Messages words) {
        if (figure.standardError() > 0) {
            return words.text("analytics.sketched", text.error(figure.standardError()));
        }
        return measure.countsPeople() ? words.text("analytics.exact") : "";
    }

    private static String count(@Nullable Long number, FigureText text) {
        return number == null ? FigureText.MISSING : text.count(number);
    }
}
