package org.gazouillis.compose;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordListTest {
    @Test
    void onlyWholeWordsAreFoundWhateverTheirCase() {
        WordList list = new WordList(List.of("gratuit", "été"));
        assertThat(list.in("GRATUIT ! Gratuitement, c’est l’Été."))
                .containsExactly(new WordList.Found("GRATUIT", 0, 7), new WordList.Found("Été", 32, 35));
        assertThat(list.isIn("#gratuit")).isTrue();
        assertThat(list.isIn("gratuité")).isFalse();
    }

    @Test
    void aStarStandsForAnyEndingAndWhiteSpaceAndApostrophesForEachOther() {
        WordList list = new WordList(List.of("promo*", "c'est la  fête"));
        assertThat(list.in("Promotions et promo"))
                .extracting(WordList.Found::word)
                .containsExactly("Promotions", "promo");
        assertThat(list.isIn("C’est la\nfête")).isTrue();
        assertThat(list.isIn("surpromo")).isFalse();
    }

    @Test
    void signsWithAMeaningInPatternsMeanThemselves() {
        assertThat(new WordList(List.of("a.b")).isIn("a.b")).isTrue();
        assertThat(new WordList(List.of("a.b")).isIn("axb")).isFalse();
        assertThat(new WordList(List.of("@lune")).isIn("merci @Lune")).isTrue();
        assertThat(new WordList(List.of("(c")).isIn("(c)")).isTrue();
        assertThat(new WordList(List.of()).in("anything")).isEmpty();
    }
}
