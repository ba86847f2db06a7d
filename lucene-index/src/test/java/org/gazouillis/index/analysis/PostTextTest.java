package org.gazouillis.index.analysis;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostTextTest {

    private final PostText analyzer = new PostText();

    private List<String> terms(String text) {
        return analyzer.tokens(text).stream().map(Token::term).toList();
    }

    @Test
    void accentsAndCaseAreFoldedHoweverTheyAreWritten() {
        assertThat(terms("café Cafe\u0301 CAFÉ cafe")).containsOnly("cafe").hasSize(4);
        assertThat(terms("Straße Œuvre")).containsExactly("strasse", "oeuvre");
    }

    @Test
    void frenchArticlesAreCutOffWithEitherApostrophe() {
        assertThat(terms("l'été L’ÉTÉ d'ici")).containsExactly("ete", "ete", "ici");
        assertThat(terms("aujourd'hui don't")).containsExactly("aujourd'hui", "don't");
    }

    @Test
    void emojiAreWords() {
        assertThat(terms("👩‍💻 🇫🇷 ❤️ 👍🏽")).containsExactly("👩‍💻", "🇫🇷", "❤️", "👍🏽");
    }

    @Test
    void japaneseIsReadInPairsAndKeepsItsVoicing() {
        assertThat(terms("東京都")).containsExactly("東京", "京都");
        assertThat(terms("ﾊﾟｿｺﾝ")).containsExactly("パソ", "ソコ", "コン");
        assertThat(terms("です")).containsExactly("です");
    }

    @Test
    void urlsAndAddressesAreNotWords() {
        assertThat(terms("voir https://example.org/ete?a=1 ou a@b.fr ici")).containsExactly("voir", "ou", "ici");
    }

    @Test
    void stopWordsStayBecausePhrasesNeedThem() {
        assertThat(terms("à la une")).containsExactly("a", "la", "une");
    }

    /// Not by locale: İ and i meet, the dotless ı meets them too since folding takes it for an i without its mark.
    @Test
    void turkishLettersFoldTheSameEverywhere() {
        assertThat(terms("İSTANBUL istanbul")).containsExactly("istanbul", "istanbul");
    }

    @Test
    void theLongestWordThatFoldingCanMakeStillFitsIntoATerm() {
        for (String term : terms("ﷺ".repeat(5_000) + " " + "a".repeat(40_000))) {
            assertThat(term.length() * 3).isLessThan(32_766);
        }
    }

    @Test
    void tokensKnowWhereTheyStood() {
        assertThat(analyzer.tokens("Un l'été")).containsExactly(new Token("un", 0, 0, 2), new Token("ete", 1, 3, 8));
    }
}
