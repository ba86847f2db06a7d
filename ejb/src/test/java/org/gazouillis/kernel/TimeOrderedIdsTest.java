package org.gazouillis.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.gazouillis.testrig.SettableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimeOrderedIdsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, 5);

    @Test
    void idsGrowAlsoWhenTheClockStepsBack() {
        long before = ids.next();
        clock.advance(Duration.ofHours(-1));
        assertThat(ids.next()).isGreaterThan(before);
    }

    @Test
    void idsGoOnBehindThoseOfAnEarlierRunWhoseClockWasAhead() {
        long earlier = ids.reserve(3_000);
        clock.advance(Duration.ofHours(-1));
        TimeOrderedIds restarted = new TimeOrderedIds(clock, 5);
        restarted.startBehind(TimeOrderedIds.plus(earlier, 2_999));
        assertThat(restarted.next()).isGreaterThan(TimeOrderedIds.plus(earlier, 2_999));
    }

    @Test
    void anIdFromAnotherYearIsNotCarriedOn() {
        ids.startBehind(TimeOrderedIds.floor(clock.instant().plus(Duration.ofDays(365))));
        assertThat(TimeOrderedIds.timeOf(ids.next())).isEqualTo(clock.instant());
    }

    @Test
    void aBlockLargerThanAMillisecondStaysUniqueAndInOrder() {
        long first = ids.reserve(5_000);
        Set<Long> seen = new HashSet<>();
        long last = 0;
        for (int n = 0; n < 5_000; n++) {
            long id = TimeOrderedIds.plus(first, n);
            assertThat(id).isGreaterThan(last);
            last = id;
            seen.add(id);
        }
        assertThat(seen).hasSize(5_000);
        assertThat(ids.next()).isGreaterThan(last);
    }

    @Test
    void anIdTellsItsTimeAndLiesAboveTheFloorOfThatTime() {
        long id = ids.next();
        assertThat(TimeOrderedIds.timeOf(id)).isEqualTo(clock.instant());
        assertThat(id).isGreaterThanOrEqualTo(TimeOrderedIds.floor(clock.instant()));
    }

    @Test
    void twoNodesNeverMakeTheSameId() {
        TimeOrderedIds other = new TimeOrderedIds(clock, 6);
        assertThat(ids.next()).isNotEqualTo(other.next());
    }

    @Test
    void aTextThatIsNoIdIsRefused() {
        for (String text : new String[] {"", "abc", "-1", "0", "99999999999999999999", "1 or 1=1"}) {
            assertThatThrownBy(() -> TimeOrderedIds.parse(text)).isInstanceOf(MalformedId.class);
        }
    }
}
