package org.gazouillis.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageGuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr | l’été arrive enfin sur la Côte d’Azur #ÉtéBrûlant https://example.com/summer
                    fr | @brand nos soldes d'hiver commencent demain matin
                    fr | MERCI BEAUCOUP POUR VOTRE FIDÉLITÉ
                    en | The sale starts tomorrow morning in all our shops
                    en | I can't believe how good this coffee is 😍
                    es | Nuestra nueva colección ya está disponible en todas las tiendas
                    de | Unsere neue Kollektion ist ab morgen in allen Läden erhältlich
                    ru | Доброе утро, сегодня в нашем магазине начинается большая распродажа
                    ar | صباح الخير، تبدأ التخفيضات غدا في جميع متاجرنا
                    ja | 東京都に行きました
                    ko | 오늘 날씨가 좋네요
                    th | ขอให้ทุกคนปลอดภัย
                    zh | 新加坡下午五点的空气污染指数为七十三点
                    bn | রাজধানীতে শ্বশুরের গুলিতে আহত
                    """)
    void aSentenceTellsItsLanguage(String language, String text) {
        assertThat(LanguageGuess.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "lol",
                "café",
                "Black Friday",
                "😀😀😀",
                "12:30",
                "#BlackFriday @marie https://example.com/en/the",
                "地震速報",
                "RT @marie:",
                "hahahahaha",
                "!!!",
                "𝓑𝓵𝓪𝓬𝓴",
                "\ud83d"
            })
    void whatSaysTooLittleTellsNone(String text) {
        assertThat(LanguageGuess.of(text)).isEmpty();
    }

    /// Of real posts by English speakers nearly all that get an answer get the right one.
    @Test
    void wrongAnswersAreRareAmongRealPosts() throws IOException {
        List<String> posts = SharedData.posts("\"lang\": \"en\"", 2_000);
        Map<String, Long> guesses =
                posts.stream().collect(Collectors.groupingBy(LanguageGuess::of, Collectors.counting()));
        long right = guesses.getOrDefault("en", 0L);
        long silent = guesses.getOrDefault("", 0L);
        assertThat(right).as("%s", guesses).isGreaterThan(posts.size() * 8L / 10);
        assertThat(posts.size() - right - silent).as("%s", guesses).isLessThan(posts.size() / 50);
    }
}
