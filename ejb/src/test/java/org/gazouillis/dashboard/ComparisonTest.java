package org.gazouillis.dashboard;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.Interest;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {
    private static final Offset<Double> FOUR_DIGITS = Offset.offset(0.00005);

    @Test
    void proportionsHaveNewcombesInterval() {
        Change change = Change.ofProportions(new Figure(56L, 70L), new Figure(48L, 80L));
        assertThat(requireNonNull(change.low())).as("Newcombe 1998, table II").isCloseTo(0.0524, FOUR_DIGITS);
        assertThat(requireNonNull(change.high())).isCloseTo(0.3339, FOUR_DIGITS);
        assertThat(change.direction()).isEqualTo(1);
    }

    @Test
    void proportionsOfNobodyHaveNone() {
        Change change = Change.ofProportions(new Figure(0L, 0L), new Figure(1L, 2L));
        assertThat(change.ground()).isEqualTo(Change.Ground.TOO_FEW);
        assertThat(change.direction()).isZero();
    }

    @Test
    void fewPostsTellNothing() {
        Change change = change(posts(1, 7, 0.5), posts(2, 40, 0.01));
        assertThat(change).isEqualTo(Change.without(Change.Ground.TOO_FEW));
    }

    @Test
    void postsOfOneKindDifferByChanceAlone() {
        long arrows = 0;
        for (int seed = 0; seed < 40; seed++) {
            arrows += Math.abs(
                    change(posts(seed, 30, 0.05), posts(1_000 + seed, 30, 0.05)).direction());
        }
        assertThat(arrows).as("of 40 comparisons, 2 in the mean").isLessThanOrEqualTo(6);
    }

    @Test
    void aTrueChangeIsSeenAndTheSameFiguresSayTheSame() {
        List<Tally> better = posts(1, 40, 0.10);
        List<Tally> worse = posts(2, 40, 0.05);
        assertThat(change(better, worse).direction()).isEqualTo(1);
        assertThat(change(worse, better).direction()).isEqualTo(-1);
        assertThat(change(better, worse)).isEqualTo(change(better, worse));
    }

    @Test
    void manyPostsAreDrawnByHeaps() {
        List<Tally> many = posts(1, 3_000, 0.05);
        assertThat(change(many, posts(2, 3_000, 0.06)).direction()).isEqualTo(-1);
    }

    @Test
    void postsThatNobodySawHaveNoRate() {
        List<Tally> unseen = Collections.nCopies(10, Tally.NONE);
        assertThat(change(unseen, posts(1, 20, 0.05)).ground()).isEqualTo(Change.Ground.TOO_FEW);
    }

    @Test
    void anIntervalHoldsARateThatCountsClicksOutsidePosts() {
        List<Tally> posts = posts(1, 40, 0.05);
        Tally outside = new Tally(0, 0, 0, 0, 0, 0, 400, 0, Interest.NONE);
        Tally whole = posts.stream().reduce(outside, Tally::plus);
        double rate = (double) whole.engagements() / whole.views();
        Change interval = Resampling.of(posts, whole, 999, 0).difference(Measure.ENGAGEMENT_RATE, 0, 0.05);
        assertThat(rate).isBetween(requireNonNull(interval.low()), requireNonNull(interval.high()));
        assertThat(change(posts, posts(2, 40, 0.05)).direction()).isZero();
        assertThat(Resampling.of(posts, whole, 999, 0)
                        .difference(Measure.ENGAGEMENT_RATE, Resampling.of(posts(2, 40, 0.05), 999, 1))
                        .direction())
                .as("one burst of clicks is no change of posts")
                .isZero();
    }

    private static Change change(List<Tally> now, List<Tally> before) {
        return Resampling.of(now, 999, 0).difference(Measure.ENGAGEMENT_RATE, Resampling.of(before, 999, 1));
    }

    /// Posts seen some hundred times, whose viewers like them more or less often.
    private static List<Tally> posts(long seed, int number, double rate) {
        Random random = new Random(seed);
        return Stream.generate(() -> {
                    long views = 100L + random.nextInt(400);
                    long likes = Math.round(views * rate * (0.5 + random.nextDouble()));
                    return new Tally(views, 0, likes, 0, 0, 0, 0, 0, Interest.NONE);
                })
                .limit(number)
                .toList();
    }
}
