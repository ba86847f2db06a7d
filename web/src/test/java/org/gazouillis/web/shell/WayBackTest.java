package org.gazouillis.web.shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WayBackTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/compose/new?brand=atelier_nord", "/listen/search?q=%23printemps"})
    void leadsBackToOurOwnPages(String own) {
        assertThat(WayBack.orHome(own)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "evil",
                ""
            })
    void leadsNobodyAway(String foreign) {
        assertThat(WayBack.orHome(foreign)).isEqualTo("/");
    }

    @Test
    void leadsHomeWhenNothingWasAsked() {
        assertThat(WayBack.orHome(null)).isEqualTo("/");
    }
}
