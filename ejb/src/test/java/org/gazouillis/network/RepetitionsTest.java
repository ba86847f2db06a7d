package org.gazouillis.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RepetitionsTest {
    private static final String SPRING = "Le printemps arrive à l’atelier, vingt pour cent sur toutes nos lampes !";

    @Test
    void whatSaysNearlyTheSameBelongsToTheFirstThatSaidIt() {
        assertThat(Repetitions.firsts(List.of(
                        SPRING + " https://a.example/1",
                        "Rencontrez nos artisans jeudi soir à l’atelier de Lyon.",
                        SPRING.replace("lampes", "bougies") + " https://b.example/2",
                        "Rencontrez nos artisans jeudi soir, à l’atelier de Lyon !",
                        SPRING.toUpperCase(java.util.Locale.FRENCH))))
                .containsExactly(0, 1, 0, 1, 0);
    }

    @Test
    void textsOfLinksAloneAndShortOnesAreNotAlike() {
        assertThat(Repetitions.firsts(List.of("https://nord.fr/1", "https://nord.fr/1", "Merci", "merci !", "Mercis")))
                .containsExactly(0, 1, 2, 2, 4);
    }

    @Test
    void itIsTheSameAsHoldingEachAgainstEachFirst() {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            List<String> texts = texts(random);
            assertThat(Repetitions.firsts(texts)).as("%s", texts).isEqualTo(slowly(texts));
        }
    }

    private static int[] slowly(List<String> texts) {
        List<Likeness> all = texts.stream().map(Likeness::new).toList();
        int[] firsts = new int[texts.size()];
        for (int text = 0; text < firsts.length; text++) {
            int here = text;
            firsts[text] = IntStream.range(0, text)
                    .filter(other -> firsts[other] == other && all.get(other).isNear(all.get(here)))
                    .findFirst()
                    .orElse(text);
        }
        return firsts;
    }

    /// Of few words, so that many are near each other and some are just not.
    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            texts.add(
                    texts.isEmpty() || random.nextInt(3) == 0
                            ? sentence(random, 2 + random.nextInt(14))
                            : changed(texts.get(random.nextInt(texts.size())), random));
        }
        return texts;
    }

    private static String sentence(Random random, int words) {
        return random.ints(words, 0, 40)
                .mapToObj(word -> "mot" + (char) ('a' + word % 26) + word % 7)
                .collect(Collectors.joining(" "));
    }

    private static String changed(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        for (int change = 0; change <= random.nextInt(3); change++) {
            words.set(random.nextInt(words.size()), sentence(random, 1));
        }
        return String.join(" ", words) + (random.nextBoolean() ? " https://x.example/" + random.nextInt(9) : "");
    }
}
