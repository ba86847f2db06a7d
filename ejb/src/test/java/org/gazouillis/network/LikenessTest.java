package org.gazouillis.network;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LikenessTest {
    private static final String SPRING =
            "Le printemps arrive à l’atelier : -20 % sur toutes nos lampes jusqu’à samedi !";

    @Test
    void anotherLinkOrPunctuationMakesNoOtherText() {
        assertThat(near(SPRING + " https://a.example/1", SPRING + " https://b.example/2"))
                .isTrue();
        assertThat(near(SPRING, SPRING.replace("!", "…").toUpperCase(java.util.Locale.FRENCH)))
                .isTrue();
    }

    @Test
    void oneWordChangedIsNearAndAnotherTextIsNot() {
        assertThat(near(SPRING, SPRING.replace("samedi", "dimanche"))).isTrue();
        assertThat(near(SPRING, "Rencontrez nos artisans jeudi : visite de l’atelier, café et démonstrations."))
                .isFalse();
    }

    @Test
    void shortTextsAreTheSameOrNotAtAll() {
        assertThat(near("Bonjour", "bonjour !")).isTrue();
        assertThat(near("Bonjour", "Bonsoir")).isFalse();
        assertThat(near("https://a.example", "https://b.example")).isFalse();
    }

    private static boolean near(String one, String other) {
        return new Likeness(one).isNear(new Likeness(other));
    }
}
