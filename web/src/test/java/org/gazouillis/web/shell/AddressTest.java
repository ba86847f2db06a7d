package org.gazouillis.web.shell;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressTest {
    private static final Address ANALYTICS = new Address("/dashboard/analytics", "range=28d&brand=nord&compare=on");

    @Test
    void changesOneParameterAndKeepsTheOthers() {
        assertThat(ANALYTICS.with("brand", "café"))
                .isEqualTo("/dashboard/analytics?range=28d&compare=on&brand=caf%C3%A9");
    }

    @Test
    void removesAParameter() {
        assertThat(ANALYTICS.with("brand", null)).isEqualTo("/dashboard/analytics?range=28d&compare=on");
        assertThat(new Address("/dashboard/home", "brand=nord").with("brand", null))
                .isEqualTo("/dashboard/home");
    }

    @Test
    void knowsWhereItLies() {
        assertThat(ANALYTICS.isAt("/dashboard/analytics")).isTrue();
        assertThat(ANALYTICS.isAt("/dashboard")).isTrue();
        assertThat(ANALYTICS.isAt("/dash")).isFalse();
    }
}
