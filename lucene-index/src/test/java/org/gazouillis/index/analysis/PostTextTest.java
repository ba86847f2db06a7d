package org.gazouillis.index.analysis;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostTextTest {

    private final PostText analyzer = new PostText();

    private List<String> terms(String text) {
        return analyzer.tokens(text).stream().map(Token::term).toList();
    }

    private List<String> stems(Stemming stemming, String text) {
        return stemming.stems(analyzer.tokens(text)).stream().map(Token::term).toList();
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
        assertThat(terms("👩‍💻 🇫🇷 ❤️ 👍")).containsExactly("👩‍💻", "🇫🇷", "❤", "👍");
        assertThat(terms("super👍merci")).containsExactly("super", "👍", "merci");
    }

    @Test
    void emojiAreTheSameInEveryColour() {
        assertThat(terms("👍🏽 👍 ❤️ ❤ 👩🏿‍💻")).containsExactly("👍", "👍", "❤", "❤", "👩‍💻");
    }

    @Test
    void lettersOfOtherWidthAndShapeAreLetters() {
        assertThat(terms("𝓑𝓵𝓪𝓬𝓴 Ｂｌａｃｋ 𝐁𝐥𝐚𝐜𝐤 ℬlack"))
                .containsOnly("black")
                .hasSize(4);
    }

    @Test
    void wordsWithoutTheSpaceBehindAFullStopArePartedAndAbbreviationsAreNot() {
        assertThat(analyzer.tokens("demain.L’été"))
                .containsExactly(new Token("demain", 0, 0, 6), new Token("ete", 1, 7, 12));
        assertThat(terms("note:ceci fin.Suite:voir U.S.A 3.5 M6.1 a.m"))
                .containsExactly("note", "ceci", "fin", "suite", "voir", "u.s.a", "3.5", "m6.1", "a.m");
    }

    @Test
    void thaiIsCutIntoWordsThatKnowWhereTheyStood() {
        assertThat(analyzer.tokens("ok ขอให้ทุกคน ok"))
                .containsExactly(
                        new Token("ok", 0, 0, 2),
                        new Token("ขอ", 1, 3, 5),
                        new Token("ให้", 2, 5, 8),
                        new Token("ทุก", 3, 8, 11),
                        new Token("คน", 4, 11, 13),
                        new Token("ok", 5, 14, 16));
    }

    @Test
    void arabicIsWrittenInOneWay() {
        assertThat(terms("أخبار اخبار")).containsOnly("اخبار").hasSize(2);
        assertThat(terms("مدرسة مدرسه مَدْرَسَة مـدرسة")).containsOnly("مدرسه").hasSize(4);
    }

    @Test
    void stemsMeetWhateverTheFormAndTheAccents() {
        assertThat(stems(Stemming.FRENCH, "élections élection ELECTION"))
                .hasSize(3)
                .containsOnly("election");
        assertThat(stems(Stemming.FRENCH, "les chevaux du cheval"))
                .endsWith("cheval")
                .contains("cheval");
        assertThat(stems(Stemming.ENGLISH, "explosions explosion Obama's"))
                .containsExactly("explosion", "explosion", "obama");
        assertThat(stems(Stemming.ARABIC, "الأخبار أخبار")).hasSize(2).containsOnly("اخبار");
    }

    @Test
    void whatIsNoWordOfALanguageHasNoStemInIt() {
        assertThat(stems(Stemming.FRENCH, "2026 👍 東京 الأخبار https://example.org/soldes"))
                .isEmpty();
        assertThat(stems(Stemming.ARABIC, "soldes 2026")).isEmpty();
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
