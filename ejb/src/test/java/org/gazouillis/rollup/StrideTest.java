package org.gazouillis.rollup;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StrideTest {
    private static final Duration AIM = Duration.ofSeconds(1);

    private final Stride stride = new Stride(5_000, 100_000, AIM);

    @Test
    void growsWhileStepsAreQuicklyWrittenButNeverByMoreThanTwice() {
        assertThat(stride.size()).isEqualTo(5_000);
        stride.took(5_001, Duration.ofMillis(10));
        assertThat(stride.size()).isEqualTo(10_002);
        stride.took(80_000, Duration.ofMillis(10));
        assertThat(stride.size()).isEqualTo(100_000);
    }

    @Test
    void shrinksToWhatIsWrittenInTime() {
        stride.took(80_000, Duration.ofSeconds(4));
        assertThat(stride.size()).isEqualTo(20_000);
        stride.took(20_000, Duration.ofMinutes(1));
        assertThat(stride.size()).isEqualTo(5_000);
    }

    @Test
    void anEmptyStepTellsNothing() {
        stride.took(0, Duration.ZERO);
        assertThat(stride.size()).isEqualTo(5_000);
    }
}
