package org.gazouillis.index.analysis;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UrlWordsTest {

    @Test
    void aUrlIsCutAtItsSigns() {
        assertThat(UrlWords.of("https://www.Example.org/soldes_été?p=2#haut"))
                .containsExactly("example", "org", "soldes", "ete", "p", "2", "haut");
        assertThat(UrlWords.of("http://shop.example.org:8080/")).containsExactly("shop", "example", "org", "8080");
        assertThat(UrlWords.of("example.org/a")).containsExactly("example", "org", "a");
    }

    @Test
    void escapedLettersAreRead() {
        assertThat(UrlWords.of("https://fr.example/%C3%A9t%C3%A9+br%C3%BBlant"))
                .containsExactly("fr", "example", "ete", "brulant");
        assertThat(UrlWords.of("https://fr.example/100%zz")).containsExactly("fr", "example", "100", "zz");
        assertThat(UrlWords.of("https://fr.example/%41%")).containsExactly("fr", "example", "41");
    }

    @Test
    void nothingIsLeftOfNothing() {
        assertThat(UrlWords.of("")).isEmpty();
        assertThat(UrlWords.of("https://")).isEmpty();
        assertThat(UrlWords.of("///")).isEmpty();
    }

    @Test
    void endlessWordsAreCutAndAbsurdOnesLeftOut() {
        assertThat(UrlWords.of("a.fr/" + "x".repeat(300))).containsExactly("a", "fr", "x".repeat(250));
        assertThat(UrlWords.of("a.fr/" + "ﷺ".repeat(100))).containsExactly("a", "fr");
    }
}
