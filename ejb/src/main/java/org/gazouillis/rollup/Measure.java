package org.gazouillis.rollup;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The measures there are: each a key, a unit, a version and a formula. Names and definitions stand in
/// `measures.properties` beside this class, in every language, and are printed with the figures. Whoever changes a
/// formula raises its version.
///
/// A [Window] says which events of a period are meant. A rate is a numerator and a denominator, and is made anew of
/// their sums wherever figures are put together.
public enum Measure {
    IMPRESSIONS(Unit.COUNT, totals -> Figure.count(totals.tally().views())),
    REACH(
            Unit.PEOPLE,
            Measure.WITH_SKETCHES,
            totals -> Figure.people(totals.crowd().reached())),
    REACH_ANONYMOUS(
            Unit.PEOPLE,
            Measure.WITH_SKETCHES,
            totals -> Figure.people(totals.crowd().anonymous())),
    FREQUENCY(
            Unit.RATIO,
            Measure.WITH_SKETCHES,
            totals -> Figure.perPerson(
                    totals.tally().views() - totals.tally().anonymousViews(),
                    totals.crowd().reached())),
    ENGAGEMENTS(
            Unit.COUNT,
            Measure.WITH_QUOTES,
            totals -> Figure.count(totals.tally().engagements())),
    ENGAGEMENT_RATE(
            Unit.SHARE,
            Measure.WITH_QUOTES,
            totals -> Figure.ratio(totals.tally().engagements(), totals.tally().views())),
    INTERACTIONS(
            Unit.COUNT,
            Measure.PUBLIC_WITH_QUOTES,
            totals -> Figure.count(totals.tally().interactions())),
    ENGAGED_PEOPLE(
            Unit.PEOPLE,
            Measure.WITH_QUOTES,
            totals -> Figure.people(totals.crowd().engaged())),
    ENGAGED_SHARE(
            Unit.SHARE,
            Measure.WITH_QUOTES,
            totals -> Figure.share(totals.crowd().engaged(), totals.crowd().met())),
    ENGAGEMENTS_PER_PERSON(
            Unit.RATIO,
            Measure.WITH_QUOTES,
            totals -> Figure.perPerson(
                    totals.tally().engagements(), totals.crowd().reached())),
    LIKES(Unit.COUNT, totals -> Figure.count(totals.tally().likes())),
    REPOSTS(Unit.COUNT, totals -> Figure.count(totals.tally().reposts())),
    REPLIES(Unit.COUNT, totals -> Figure.count(totals.tally().replies())),
    QUOTES(Unit.COUNT, totals -> Figure.count(totals.tally().quotes())),
    AMPLIFICATION(
            Unit.SHARE,
            Measure.PUBLIC_WITH_QUOTES,
            totals -> Figure.ratio(
                    totals.tally().reposts() + totals.tally().quotes(),
                    totals.tally().views())),
    REPOSTS_PER_POST(Unit.RATIO, totals -> perPost(totals, totals.tally().reposts())),
    APPLAUSE(Unit.RATIO, totals -> perPost(totals, totals.tally().likes())),
    CONVERSATION(Unit.RATIO, totals -> perPost(totals, totals.tally().replies())),
    CLICKS(Unit.COUNT, totals -> Figure.count(totals.tally().clicks())),
    CLICK_RATE(
            Unit.SHARE,
            totals -> Figure.ratio(totals.tally().clicks(), totals.tally().views())),
    PROFILE_CLICKS(Unit.COUNT, totals -> ofInterest(totals, Interest::profileClicks)),
    HASHTAG_CLICKS(Unit.COUNT, totals -> ofInterest(totals, Interest::hashtagClicks)),
    DETAIL_EXPANDS(Unit.COUNT, totals -> ofInterest(totals, Interest::detailExpands)),
    MEDIA_ENGAGEMENTS(Unit.COUNT, totals -> ofInterest(totals, Interest::mediaEngagements)),
    POST_FOLLOWS(Unit.COUNT, totals -> ofInterest(totals, Interest::statusFollows)),
    BOOKMARKS(Unit.COUNT, totals -> ofInterest(totals, Interest::bookmarks)),
    REMOVED_REPORTS(Unit.COUNT, totals -> Figure.count(totals.tally().removed())),
    FOLLOWS(Unit.PEOPLE, totals -> ofAudience(totals, Audience::gained)),
    UNFOLLOWS(Unit.PEOPLE, totals -> ofAudience(totals, Audience::lost)),
    NET_FOLLOWERS(Unit.PEOPLE, totals -> ofAudience(totals, Audience::net)),
    FOLLOWERS(Unit.PEOPLE, totals -> ofAudience(totals, Audience::atEnd)),
    FOLLOWER_GROWTH(Unit.SHARE, Measure::growth),
    POSTS_PUBLISHED(Unit.COUNT, totals -> Figure.count(totals.posts()));

    /// What a value counts; `SHARE` is a fraction that is shown as per cent.
    public enum Unit {
        COUNT,
        PEOPLE,
        RATIO,
        SHARE
    }

    /// Version of the definitions that count large audiences by sketches.
    private static final int WITH_SKETCHES = 2;
    /// Version of the definitions that count all that product.md 4.3 calls engagements, of which the second knew no
    /// quotes.
    private static final int WITH_QUOTES = 3;
    /// The same of the definitions of what everybody sees.
    private static final int PUBLIC_WITH_QUOTES = 2;
    /// Rates of which every single post has one, so that their mean can be told beside the pooled rate.
    private static final Set<Measure> RATES_OF_POSTS = EnumSet.of(ENGAGEMENT_RATE, AMPLIFICATION, CLICK_RATE);
    /// Measures whose formulas look at the sets of people.
    private static final Set<Measure> OF_PEOPLE =
            EnumSet.of(REACH, REACH_ANONYMOUS, FREQUENCY, ENGAGED_PEOPLE, ENGAGED_SHARE, ENGAGEMENTS_PER_PERSON);
    /// Measures whose formulas look at clicks, which need not belong to a post.
    private static final Set<Measure> OF_CLICKS =
            EnumSet.of(ENGAGEMENTS, ENGAGEMENT_RATE, ENGAGEMENTS_PER_PERSON, CLICKS, CLICK_RATE);
    /// Measures whose formulas look at the followers of accounts.
    private static final Set<Measure> OF_ACCOUNTS =
            EnumSet.of(FOLLOWS, UNFOLLOWS, NET_FOLLOWERS, FOLLOWERS, FOLLOWER_GROWTH);

    private final Unit unit;
    private final int version;
    private final Function<Totals, Figure> formula;

    Measure(Unit unit, Function<Totals, Figure> formula) {
        this(unit, 1, formula);
    }

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

    /// Whether [MeanOfRatios] can be made of it.
    public boolean isRateOfPosts() {
        return RATES_OF_POSTS.contains(this);
    }

    /// Whether it counts people, who are united and never added up.
    public boolean countsPeople() {
        return this == REACH || this == REACH_ANONYMOUS || this == ENGAGED_PEOPLE;
    }

    /// Whether it cannot be told without the sets of people.
    public boolean needsPeople() {
        return OF_PEOPLE.contains(this);
    }

    /// Whether there are clicks in it.
    public boolean countsClicks() {
        return OF_CLICKS.contains(this);
    }

    /// Whether it is told of accounts, and of no post.
    public boolean isOfAccounts() {
        return OF_ACCOUNTS.contains(this);
    }

    /// @param totals null when nothing is known yet
    public Figure of(@Nullable Totals totals) {
        return totals == null ? Figure.MISSING : formula.apply(totals);
    }

    public MeasureDefinition definition(Locale language) {
        ResourceBundle words = MeasureWords.in(language);
        String denominator = key() + ".denominator";
        return new MeasureDefinition(
                this,
                words.getString(key() + ".name"),
                words.getString(key() + ".definition"),
                words.getString(key() + ".numerator"),
                words.containsKey(denominator) ? words.getString(denominator) : null);
    }

    private static Figure perPost(Totals totals, long number) {
        return Figure.ratio(number, totals.posts());
    }

    private static Figure ofInterest(Totals totals, ToLongFunction<Interest> part) {
        return Figure.count(part.applyAsLong(totals.tally().interest()));
    }

    private static Figure ofAudience(Totals totals, Function<Audience, Long> part) {
        Audience audience = totals.audience();
        return audience == null ? Figure.MISSING : Figure.count(part.apply(audience));
    }

    private static Figure growth(Totals totals) {
        Audience audience = totals.audience();
        return audience == null ? Figure.MISSING : Figure.ratio(audience.net(), audience.atStart());
    }
}
