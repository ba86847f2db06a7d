package org.gazouillis.dashboard;

import java.util.List;
import org.gazouillis.rollup.MeanOfRatios;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;
import org.gazouillis.rollup.Window;

/// The figures of a period beside those of another, and of the posts that made them.
public final class Comparison {
    private static final int DRAWS = 999;

    private final Window window;
    private final BrandPerformance now;
    private final BrandPerformance before;
    private final List<Tally> posts;
    private final List<Tally> postsBefore;
    private final long elsewhere;
    private final Resampling sample;
    private final Resampling sampleBefore;

    Comparison(
            Window window,
            BrandPerformance now,
            BrandPerformance before,
            List<Tally> posts,
            List<Tally> postsBefore,
            long elsewhere) {
        this.window = window;
        this.now = now;
        this.before = before;
        this.posts = List.copyOf(posts);
        this.postsBefore = List.copyOf(postsBefore);
        this.elsewhere = elsewhere;
        sample = sample(posts, now, 0);
        sampleBefore = sample(postsBefore, before, 1);
    }

    private static Resampling sample(List<Tally> posts, BrandPerformance figures, int stream) {
        Totals totals = figures.totals();
        return Resampling.of(
                totals == null ? List.of() : posts, totals == null ? Tally.NONE : totals.tally(), DRAWS, stream);
    }

    public BrandPerformance now() {
        return now;
    }

    public BrandPerformance before() {
        return before;
    }

    /// How many posts the period's figures come from.
    public int posts() {
        return posts.size();
    }

    public int postsBefore() {
        return postsBefore.size();
    }

    /// Posts of the period on other networks, which are missing in all figures.
    public long elsewhere() {
        return elsewhere;
    }

    public MeanOfRatios mean(Measure measure) {
        return MeanOfRatios.of(measure, posts);
    }

    public MeanOfRatios meanBefore(Measure measure) {
        return MeanOfRatios.of(measure, postsBefore);
    }

    /// How much the measure changed, and whether that is more than chance. Proportions of people are compared by
    /// Newcombe's interval; what is counted on posts by drawing posts again; all else is told without an
    /// interval, and so is a figure that is not known yet.
    public Change change(Measure measure) {
        if (measure == Measure.ENGAGED_SHARE) {
            return Change.ofProportions(measure.of(now.totals()), measure.of(before.totals()));
        }
        if (!standsOnPosts(measure)) {
            return Change.without(Change.Ground.NOT_OF_POSTS);
        }
        return sample.difference(measure, sampleBefore);
    }

    private boolean standsOnPosts(Measure measure) {
        return switch (measure) {
            case IMPRESSIONS,
                    ENGAGEMENTS,
                    ENGAGEMENT_RATE,
                    INTERACTIONS,
                    LIKES,
                    REPOSTS,
                    REPLIES,
                    QUOTES,
                    AMPLIFICATION,
                    CLICKS,
                    CLICK_RATE,
                    PROFILE_CLICKS,
                    HASHTAG_CLICKS,
                    DETAIL_EXPANDS,
                    MEDIA_ENGAGEMENTS,
                    POST_FOLLOWS,
                    BOOKMARKS -> true;
            case REPOSTS_PER_POST, APPLAUSE, CONVERSATION -> window == Window.POST;
            default -> false;
        };
    }
}
