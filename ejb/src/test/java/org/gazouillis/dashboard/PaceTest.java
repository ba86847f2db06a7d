package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.gazouillis.campaign.Goal;
import org.gazouillis.campaign.GoalMeasure;
import org.gazouillis.kernel.TimeRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PaceTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Goal GOAL = new Goal(GoalMeasure.ENGAGEMENTS, 500, LocalDate.parse("2026-11-10"));
    private static final TimeRange TEN_DAYS = new TimeRange(START, START.plus(Duration.ofDays(10)));

    @Test
    void halfWayTheLineHasHalfTheTarget() {
        Pace pace = at(5, 200L);
        assertThat(pace.phase()).isEqualTo(Pace.Phase.RUNNING);
        assertThat(pace.expected()).isEqualTo(250);
        assertThat(pace.ratio()).isEqualTo(0.8);
        assertThat(pace.forecast()).isEqualTo(400);
        assertThat(pace.share()).isEqualTo(0.4);
    }

    @Test
    void beforeTheFirstDayThereIsNeitherPaceNorForecast() {
        Pace pace = at(-1, 0L);
        assertThat(pace.phase()).isEqualTo(Pace.Phase.BEFORE);
        assertThat(pace.ratio()).isNull();
        assertThat(pace.forecast()).isNull();
        assertThat(pace.elapsed()).isZero();
    }

    @Test
    void afterTheLastDayThePaceIsWhatWasReachedAndNothingIsForeseen() {
        Pace pace = at(12, 650L);
        assertThat(pace.phase()).isEqualTo(Pace.Phase.OVER);
        assertThat(pace.elapsed()).isEqualTo(1);
        assertThat(pace.ratio()).isEqualTo(1.3, within(1e-9));
        assertThat(pace.forecast()).isNull();
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        Pace pace = at(5, null);
        assertThat(pace.ratio()).isNull();
        assertThat(pace.forecast()).isNull();
    }

    private static Pace at(int day, @Nullable Long reached) {
        return new Pace(GOAL, TEN_DAYS, START.plus(Duration.ofDays(day)), reached);
    }
}
