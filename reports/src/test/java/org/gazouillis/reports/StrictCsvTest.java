package org.gazouillis.reports;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrictCsvTest {
    @Test
    void readsQuotesSeparatorsAndLineBreaksInsideQuotes() {
        assertThat(StrictCsv.read("a,\"b\"\"\r\n,c\"\r\n,\r\n", ','))
                .containsExactly(List.of("a", "b\"\r\n,c"), List.of("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n", "a\rb\r\n", "a\"b\r\n", "\"a\"b\r\n", "\"a\r\n", "a", "a,b\r\nc\r\n"})
    void refusesWhatRfc4180DoesNotWrite(String text) {
        assertThatThrownBy(() -> StrictCsv.read(text, ',')).isInstanceOf(IllegalStateException.class);
    }
}
