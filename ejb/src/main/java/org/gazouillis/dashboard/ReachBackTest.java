package org.gazouillis.dashboard;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well reach would have been forecast: every post by what was known when it went out, and by nothing else
/// (rolling origin: Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16,
/// 2000). Whom a post reached is known a day after it.
///
/// The misses make the interval of the next forecast: as far on both sides as the share of them asks for, with the
/// one more that finite numbers cost (split conformal prediction: Lei and others, JASA 113, 2018).
final class ReachBackTest {
    /// With fewer posts nothing is forecast.
    static final int FEWEST_KNOWN = 20;
    /// An interval of 95 % takes 19 misses or more.
    static final int FEWEST_JUDGED = 20;

    private final List<Trial> trials;

    private ReachBackTest(List<Trial> trials) {
        this.trials = trials;
    }

    /// Forecast and outcome, in logarithms.
    private record Trial(double expected, double came) {
        double miss() {
            return Math.abs(came - expected);
        }

        /// As a share of those who came.
        double error() {
            double people = Math.expm1(came);
            return Math.abs(Math.expm1(expected) - people) / Math.max(1, people);
        }
    }

    /// @param posts in the order of time
    static ReachBackTest of(List<PastReach> posts, ZoneId zone) {
        List<Trial> trials = new ArrayList<>();
        int known = 0;
        for (PastReach post : posts) {
            while (!posts.get(known).knownAt().isAfter(post.at())) {
                known++;
            }
            if (known >= FEWEST_KNOWN) {
                double expected = ReachModel.of(posts.subList(0, known), zone).expected(WeekHour.of(post.at(), zone));
                trials.add(new Trial(expected, post.size()));
            }
        }
        return new ReachBackTest(trials);
    }

    int judged() {
        return trials.size();
    }

    /// What each judged post would have been expected to reach, in logarithms.
    List<Double> forecasts() {
        return trials.stream().map(Trial::expected).toList();
    }

    /// How far from the forecast, in logarithms, this share of posts lands; NaN when they are too few to tell.
    double miss(double share) {
        return miss(share, trials.size());
    }

    private double miss(double share, int first) {
        int rank = (int) Math.ceil((first + 1) * share);
        double[] misses =
                trials.stream().limit(first).mapToDouble(Trial::miss).sorted().toArray();
        return rank > first ? Double.NaN : misses[rank - 1];
    }

    double medianError() {
        double[] errors = trials.stream().mapToDouble(Trial::error).sorted().toArray();
        return (errors[(errors.length - 1) / 2] + errors[errors.length / 2]) / 2;
    }

    /// Of how many posts the interval, too, was made of what had been known before.
    int tested() {
        return Math.max(0, trials.size() - FEWEST_JUDGED);
    }

    /// Which share of those landed in their interval; null when there are none.
    @Nullable
    Double coverage(double share) {
        int[] hits = new int[trials.size()];
        Arrays.setAll(hits, trial -> trial >= FEWEST_JUDGED && trials.get(trial).miss() <= miss(share, trial) ? 1 : 0);
        return tested() == 0 ? null : Arrays.stream(hits).sum() / (double) tested();
    }
}
