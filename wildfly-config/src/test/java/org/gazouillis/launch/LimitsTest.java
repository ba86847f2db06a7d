package org.gazouillis.launch;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LimitsTest {
    @Test
    void theLargestUploadIsANumberOfBytes() {
        assertThat(Limits.largestUpload(Map.of("GAZOUILLIS_MAX_POST_SIZE", "20971520")))
                .contains(20_971_520L);
    }

    @Test
    void withoutItTheApplicationDecides() {
        assertThat(Limits.largestUpload(Map.of())).isEmpty();
        assertThat(Limits.largestUpload(Map.of("GAZOUILLIS_MAX_POST_SIZE", " ")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20M", "-1", "0", "1.5", "99999999999999999999"})
    void nonsenseIsRefusedBeforeAnythingStarts(String nonsense) {
        assertThatThrownBy(() -> Limits.largestUpload(Map.of("GAZOUILLIS_MAX_POST_SIZE", nonsense)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("number of bytes");
    }
}
