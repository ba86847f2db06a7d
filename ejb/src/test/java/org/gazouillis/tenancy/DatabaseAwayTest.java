package org.gazouillis.tenancy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAwayTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "53300"})
    void aLostOrRefusedConnectionMeansThatItIsAway(String state) {
        SQLException refused = new SQLException("gone", state);
        assertThat(DatabaseAway.isBehind(refused)).isTrue();
        assertThat(DatabaseAway.isBehind(new IllegalStateException(new RuntimeException(refused))))
                .isTrue();
    }

    @Test
    void aPoolWithoutAFreeConnectionMeansItToo() {
        assertThat(DatabaseAway.isBehind(new SQLException("IJ000453: Unable to get managed connection")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "57014"})
    void whatItRefusesForItsOwnSakeIsNoAbsence(String state) {
        assertThat(DatabaseAway.isBehind(new SQLException("no", state))).isFalse();
        assertThat(DatabaseAway.isBehind(new IllegalStateException("unrelated")))
                .isFalse();
        assertThat(DatabaseAway.isBehind(null)).isFalse();
    }
}
