package org.gazouillis.rollup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The measures there are: each a key, a unit, a version and a formula. Names and definitions stand in
/// `measures.properties` beside this class, in every language, and are printed with the figures. Whoever changes a
/// formula raises its version.
///
/// All are *activity* measures: events in the period on any post of the brand, whenever it was published.
public enum Measure {
    IMPRESSIONS(Unit.COUNT, 1, totals -> Figure.count(totals.tally().views())),
    REACH(Unit.PEOPLE, 1, totals -> Figure.count(totals.reach())),
    REACH_ANONYMOUS(Unit.PEOPLE, 1, totals -> Figure.count(totals.anonymousReach())),
    FREQUENCY(
            Unit.RATIO,
            1,
            totals -> Figure.ratio(totals.tally().views() - totals.tally().anonymousViews(), totals.reach())),
    ENGAGEMENTS(Unit.COUNT, 1, totals -> Figure.count(totals.tally().engagements())),
    ENGAGEMENT_RATE(
            Unit.SHARE,
            1,
            totals -> Figure.ratio(totals.tally().engagements(), totals.tally().views())),
    LIKES(Unit.COUNT, 1, totals -> Figure.count(totals.tally().likes())),
    REPOSTS(Unit.COUNT, 1, totals -> Figure.count(totals.tally().reposts())),
    REPLIES(Unit.COUNT, 1, totals -> Figure.count(totals.tally().replies())),
    CLICKS(Unit.COUNT, 1, totals -> Figure.count(totals.tally().clicks())),
    FOLLOWS(Unit.PEOPLE, 1, totals -> ofAudience(totals, Audience::gained)),
    UNFOLLOWS(Unit.PEOPLE, 1, totals -> ofAudience(totals, Audience::lost)),
    FOLLOWERS(Unit.PEOPLE, 1, totals -> ofAudience(totals, Audience::atEnd)),
    POSTS_PUBLISHED(Unit.COUNT, 1, totals -> Figure.count(totals.posts()));

    /// What a value counts; `SHARE` is a fraction that is shown as per cent.
    public enum Unit {
        COUNT,
        PEOPLE,
        RATIO,
        SHARE
    }

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Unit unit;
    private final int version;
    private final Function<Totals, Figure> formula;

    Measure(Unit unit, int version, Function<Totals, Figure> formula) {
        this.unit = unit;
        this.version = version;
        this.formula = formula;
    }

    /// @throws MeasureUnknown which lists those there are
    public static Measure named(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new MeasureUnknown(key, keys()));
    }

    /// Reads a list like `impressions,reach`; without one, the four that a report begins with.
    ///
    /// @throws MeasureUnknown which lists those there are
    public static List<Measure> listed(@Nullable String keys) {
        if (keys == null || keys.isBlank()) {
            return List.of(IMPRESSIONS, REACH, ENGAGEMENTS, ENGAGEMENT_RATE);
        }
        return Arrays.stream(keys.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(Measure::named)
                .distinct()
                .toList();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Measure::key).toList();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Unit unit() {
        return unit;
    }

    public int version() {
        return version;
    }

    /// @param totals null when nothing is known yet
    public Figure of(@Nullable Totals totals) {
        return totals == null ? Figure.MISSING : formula.apply(totals);
    }

    public MeasureDefinition definition(Locale language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "org.gazouillis.rollup.measures", language, Measure.class.getClassLoader(), NO_OTHER_LANGUAGE);
        String denominator = key() + ".denominator";
        return new MeasureDefinition(
                this,
                words.getString(key() + ".name"),
                words.getString(key() + ".definition"),
                words.getString(key() + ".numerator"),
                words.containsKey(denominator) ? words.getString(denominator) : null);
    }

    private static Figure ofAudience(Totals totals, Function<Audience, Long> part) {
        Audience audience = totals.audience();
        return audience == null ? Figure.MISSING : Figure.count(part.apply(audience));
    }
}
