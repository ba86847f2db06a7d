package org.gazouillis.web.i18n;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fr-CA,fr;q=0.9,en;q=0.8|fr", "de,fr;q=0.5,en;q=0.4|fr", "de|en", "en-GB|en", "*|en"})
    void picksTheBestOfOurs(String wished, String best) {
        assertThat(Languages.best(wished)).isEqualTo(Locale.of(best));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"fr;q=", ";;;", "fr;q=7", "\u0000", "abcdefghijklmnop"})
    void speaksEnglishWhenTheWishMakesNoSense(String wished) {
        assertThat(Languages.best(wished)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void knowsItsLanguagesByName() {
        assertThat(Languages.named("fr")).isEqualTo(Locale.FRENCH);
        assertThat(Languages.named("de")).isNull();
        assertThat(Languages.named(null)).isNull();
    }
}
