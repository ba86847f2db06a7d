package org.gazouillis.dashboard;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gazouillis.rollup.Crowd;
import org.gazouillis.rollup.Interest;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class ResamplingTest {
    private static final int DRAWS = 50;

    private final Random random = new Random(3);

    static Set<Measure> ofPosts() {
        return EnumSet.of(
                Measure.IMPRESSIONS,
                Measure.ENGAGEMENTS,
                Measure.ENGAGEMENT_RATE,
                Measure.INTERACTIONS,
                Measure.AMPLIFICATION,
                Measure.CLICK_RATE,
                Measure.REPOSTS_PER_POST,
                Measure.APPLAUSE,
                Measure.CONVERSATION,
                Measure.PROFILE_CLICKS);
    }

    @ParameterizedTest
    @MethodSource("ofPosts")
    void aDrawComesToWhatThePostsComeToThatItTakes(Measure measure) {
        List<Tally> posts = posts(30);
        double[] values = Resampling.of(posts, DRAWS, 1).values(measure);
        Picks picks = Picks.of(posts.size(), DRAWS, 1);
        assertThat(values).hasSize(DRAWS);
        for (int draw = 0; draw < DRAWS; draw++) {
            Totals taken = new Totals(taken(posts, picks, draw), Crowd.NOBODY, posts.size(), null);
            assertThat(values[draw])
                    .isEqualTo(requireNonNull(measure.of(taken).value()).doubleValue());
        }
    }

    @Test
    void aDrawTakesAsManyAsThereAre() {
        Picks picks = Picks.of(40, DRAWS, 0);
        for (int draw = 0; draw < DRAWS; draw++) {
            int of = draw;
            assertThat(IntStream.range(0, 40)
                            .map(cluster -> picks.times()[cluster * DRAWS + of])
                            .sum())
                    .isEqualTo(40);
        }
    }

    @Test
    void samplesOfOneSizeAreIndependentByTheirStream() {
        assertThat(Picks.of(40, DRAWS, 0).times())
                .isEqualTo(Picks.of(40, DRAWS, 0).times())
                .isNotEqualTo(Picks.of(40, DRAWS, 1).times());
    }

    private static Tally taken(List<Tally> posts, Picks picks, int draw) {
        Tally sum = Tally.NONE;
        for (int post = 0; post < posts.size(); post++) {
            for (int times = picks.times()[post * DRAWS + draw]; times > 0; times--) {
                sum = sum.plus(posts.get(post));
            }
        }
        return sum;
    }

    private List<Tally> posts(int number) {
        return IntStream.range(0, number)
                .mapToObj(post -> new Tally(
                        1 + upTo(100_000),
                        upTo(100),
                        upTo(5_000),
                        upTo(900),
                        upTo(80) - 3,
                        upTo(9),
                        upTo(700),
                        0,
                        new Interest(upTo(9), upTo(9), upTo(9), upTo(9), upTo(9), upTo(9))))
                .toList();
    }

    private long upTo(int most) {
        return random.nextInt(most);
    }
}
