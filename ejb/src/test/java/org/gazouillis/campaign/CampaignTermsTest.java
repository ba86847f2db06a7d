package org.gazouillis.campaign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CampaignTermsTest {
    @Test
    void budgetsHaveTheDecimalsOfTheirCurrency() {
        assertThat(new Budget(new BigDecimal("12.5"), "eur").amount()).hasToString("12.50");
        assertThat(new Budget(new BigDecimal("1200"), "JPY").amount()).hasToString("1200");
        assertThatThrownBy(() -> new Budget(new BigDecimal("1200.5"), "JPY"))
                .isInstanceOfSatisfying(
                        CampaignNotPlausible.class,
                        refused -> assertThat(refused.part()).isEqualTo(CampaignNotPlausible.Part.BUDGET));
        assertThatThrownBy(() -> new Budget(BigDecimal.ONE, "EURO")).hasMessageContaining("EURO");
        assertThatThrownBy(() -> new Budget(BigDecimal.ZERO, "EUR")).isInstanceOf(CampaignNotPlausible.class);
    }

    @Test
    void templatesAreFilledInLowerCaseAndWithoutEmptyValues() {
        UtmTemplate template = UtmTemplate.of(UtmTemplate.DEFAULT + "&utm_term=Soldes-{brand}");
        assertThat(template.fill(Map.of("network", "Gazouillis", "campaign", "été", "brand", "nord")))
                .containsExactly(
                        Map.entry("utm_source", "gazouillis"),
                        Map.entry("utm_medium", "social"),
                        Map.entry("utm_campaign", "été"),
                        Map.entry("utm_term", "soldes-nord"));
        assertThat(UtmTemplate.of(" ").fill(Map.of())).isEmpty();
        assertThat(UtmTemplate.of(template.text())).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source=x",
                "utm_source",
                "utm_source=",
                "utm_source=a&utm_source=b",
                "utm_source={nobody}",
                "utm_source={a",
                "utm_source=a b",
                "utm_source=a#b",
                "utm_source=a&&utm_medium=b"
            })
    void templatesThatWouldSpoilALinkAreRefused(String text) {
        assertThatThrownBy(() -> UtmTemplate.of(text)).isInstanceOf(CampaignNotPlausible.class);
    }

    @Test
    void coloursAreSixDigits() {
        assertThatThrownBy(() -> new CampaignTerms(null, null, UtmTemplate.of(""), List.of(), "red"))
                .hasMessageContaining("#0B6E75");
    }
}
