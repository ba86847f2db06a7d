package org.gazouillis.index;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.START;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

class QuarterCountTest {
    @TempDir
    Path folder;

    private StatusIndex index;

    @BeforeEach
    void fill() {
        index = StatusIndex.open(folder, TestStatuses.PATIENT);
        put(index, status(0, "café"), status(14, "café"), status(15, "thé"));
        put(
                index,
                status(29, "café"),
                status(30, "café noir"),
                status(61, "café").onlyFor(10, 100));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void eachQuarterOfAnHourHasItsOwnCount() {
        assertThat(count("café", START, 4)).containsExactly(2, 1, 1, 0);
        assertThat(count("", START, 3)).containsExactly(2, 2, 1);
        assertThat(count("thé", START, 4)).containsExactly(0, 1, 0, 0);
    }

    @Test
    void whatLiesOutsideIsNotCounted() {
        assertThat(count("café", START.plus(Duration.ofMinutes(15)), 1)).containsExactly(1);
        assertThat(Arrays.stream(count("café", START.minus(Duration.ofDays(2)), 96))
                        .sum())
                .isZero();
    }

    @Test
    void whatTheScopeDoesNotSeeIsNotCounted() {
        assertThat(count("café", START, 5)[4]).isZero();
        var member = new SearchScope(10, Set.of(100L), null);
        assertThat(index.countQuarters(new QuarterRequest("café", member, ZoneOffset.UTC, START, 5))[4])
                .isEqualTo(1);
    }

    @Test
    void moreThanAYearAndADayIsRefused() {
        assertThatThrownBy(() -> count("café", START, QuarterRequest.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 35136");
    }

    private int[] count(String query, Instant from, int quarters) {
        return index.countQuarters(new QuarterRequest(query, SearchScope.publicOnly(), ZoneOffset.UTC, from, quarters));
    }
}
