package org.gazouillis.index;

import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HighlighterTest {

    private static String highlight(String query, String text) {
        return Highlighter.of(query).highlight(text);
    }

    @Test
    void wordsAreMarkedAsTheSearchFindsThem() {
        assertThat(highlight("cafe ete", "Un CAFÉ, l’été")).isEqualTo("Un <mark>CAFÉ</mark>, <mark>l’été</mark>");
        assertThat(highlight("gaz*", "Gazouillis gazeux")).isEqualTo("<mark>Gazouillis</mark> <mark>gazeux</mark>");
    }

    @Test
    void otherFormsOfAWordAreMarkedUnlessItIsQuoted() {
        assertThat(highlight("election", "Les élections et l’élection"))
                .isEqualTo("Les <mark>élections</mark> et <mark>l’élection</mark>");
        assertThat(highlight("\"élection\"", "Les élections")).isEqualTo("Les élections");
        assertThat(highlight("solde", "Vive #GrandesSoldes")).isEqualTo("Vive <mark>#GrandesSoldes</mark>");
    }

    @Test
    void phrasesAreMarkedOnlyAsAWhole() {
        assertThat(highlight("\"à la une\"", "la une, à la une")).isEqualTo("la une, <mark>à la une</mark>");
        assertThat(highlight("東京都", "私は東京都に")).isEqualTo("私は<mark>東京都</mark>に");
    }

    @Test
    void nearWordsAreMarkedOnlyWhereTheyAreNear() {
        assertThat(highlight("\"café matin\"~2", "matin. Un café le matin"))
                .isEqualTo("<mark>matin</mark>. Un <mark>café</mark> le <mark>matin</mark>");
        assertThat(highlight("\"café matin\"~0", "matin. Un café le matin")).doesNotContain("<mark>");
        assertThat(highlight("(thé OR \"café crème\") NEAR/1 matin", "café, café crème le matin"))
                .isEqualTo("café, <mark>café crème</mark> le <mark>matin</mark>");
        assertThat(highlight("\"a a\"~1", "a b c a d a")).isEqualTo("a b c <mark>a</mark> d <mark>a</mark>");
        assertThat(highlight("bon NEAR/0 matin", "Vive #BonMatin")).isEqualTo("Vive <mark>#BonMatin</mark>");
    }

    @Test
    void hashtagsAndMentionsAreMarkedWithTheirSign() {
        assertThat(highlight("#étébrûlant @marie", "Vive #EteBrulant, @Marie !"))
                .isEqualTo("Vive <mark>#EteBrulant</mark>, <mark>@Marie</mark> !");
        assertThat(highlight("brûlant", "Vive #ÉtéBrûlant")).isEqualTo("Vive <mark>#ÉtéBrûlant</mark>");
    }

    @Test
    void whatWasNotWantedIsNotMarked() {
        assertThat(highlight("a -b from:c to:d lang:fr since:2026-01-01 brand:c url:b is:reply", "a b c"))
                .isEqualTo("<mark>a</mark> b c");
        assertThat(highlight("", "a b")).isEqualTo("a b");
    }

    @Test
    void everythingOfTheTextIsEscaped() {
        assertThat(highlight("script", "<script>alert(\"x\" & 'y')</script>"))
                .isEqualTo(
                        "&lt;<mark>script</mark>&gt;alert(&#34;x&#34; &amp; &#39;y&#39;)&lt;/<mark>script</mark>&gt;");
        assertThat(highlight("mark", "</mark><img onerror=1>"))
                .isEqualTo("&lt;/<mark>mark</mark>&gt;&lt;img onerror=1&gt;");
    }

    @Test
    void onlyMarksComeOutAsTags() {
        String[] pieces = {
            "<", ">", "&", "\"", "'", "a", "été", "#a", "@a", " ", "<mark>", "</mark>", "東京", "👩‍💻", "\uD83D"
        };
        var random = new Random(42);
        var highlighter = Highlighter.of("a été #a @a 東京 ma* \"a a\"");
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String html = highlighter.highlight(text.toString());
            String unmarked = html.replace("<mark>", "").replace("</mark>", "");
            assertThat(unmarked).as(html).doesNotContain("<", ">", "\"", "'");
            assertThat(html.split("<mark>", -1)).hasSameSizeAs(html.split("</mark>", -1));
        }
    }

    @Test
    void aQueryThatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> Highlighter.of("(")).isInstanceOf(QuerySyntaxException.class);
    }
}
