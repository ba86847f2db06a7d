package org.gazouillis.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/// Our scanner beside twitter-text 3.1.0.
class TwitterTextTest {

    /// Pieces on which the rules turn. Put together at random they make what no list of cases foresees.
    private static final String[] PIECES =
            ("#¦＃¦@¦＠¦$¦&¦.¦..¦/¦//¦://¦:¦http://¦https://¦HTTPS://¦http:/¦httpſ://¦ftp://¦www.¦example¦"
                            + "com¦COM¦co¦t.co¦t.co/¦https://t.co/abc¦t.co/aB_9¦co.jp¦fr¦museum¦vermögensberater¦xn--¦"
                            + "xn--p1ai¦рф¦한국¦한국어¦中国¦公司¦भारत¦भारतम्¦嘉里¦嘉里大酒店¦example.com¦пример.рф¦例え.jp¦müller.de¦a-b.org¦"
                            + "-a.org¦a_b.com¦foo_bar.example.com¦www.a.b.c.example.co.uk¦:80¦:8080/¦:x¦/path¦/a/b(c)¦"
                            + "/a_(b_(c))¦(((¦()¦(a)¦)¦/(x)(y)¦/a.¦/a,¦?¦?q=1¦?a=b&c=d#e¦?!¦#frag¦!¦,¦;¦'¦\"¦[¦]¦|¦~¦–¦*¦%¦"
                            + "-¦_¦=¦ ¦  ¦\n¦\r\n¦\t¦\u00a0¦\u3000¦\u2028¦\u0085¦\u200b¦\u200c¦\u200d¦\u200e¦\u202a¦\u2069¦"
                            + "\u061c¦\ufe0e¦\ufe0f¦\u20e3¦\ufeff¦\ufffe¦\uffff¦\u0000¦\u001c¦\u007f¦a¦Z¦abc¦RT¦rt:¦RT:¦"
                            + "user¦user_name¦aVeryLongUserNameOfMoreThanTwenty¦/list¦/list-name_2¦/1¦1¦2026¦été¦É¦e\u0301¦"
                            + "\u0301¦ß¦ſ¦K¦İ¦ı¦Ж¦љ¦я¦東京¦タグ¦ﾀｸﾞ¦・¦ー¦〜¦～¦々¦한글¦ไทย¦ภาษา¦العربية¦عرب¦שלום¦״¦־¦हिन्दी¦\u0f0b¦·¦"
                            + "\uf8ff¦\uf8c1¦😀¦👩‍💻¦❤️¦🇫🇷¦1️⃣¦𝓑𝓵𝓪¦𠀋¦\ud83d¦\ude00¦\ud800\udee0¦@user@domain.com¦a@b.fr¦$ABC¦"
                            + "$abc.d¦$A_B¦ABCDEFG¦x.y¦"
                            + "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
                    .split("¦");

    /// Below it scripts are small and their rules differ from sign to sign; above it a sample will do.
    private static final int DENSE = 0x3400;

    @Test
    void randomMixesOfTrickyPiecesGetTheSameAnswer() {
        var random = new Random(Long.getLong("gazouillis.seed", 2026));
        for (int round = Integer.getInteger("gazouillis.rounds", 20_000); round > 0; round--) {
            var text = new StringBuilder();
            for (int pieces = 1 + random.nextInt(9); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Oracle.agreesOn(text.toString());
        }
    }

    /// Host names, schemes and paths meet seldom among so many pieces; here there is little else.
    @Test
    void randomUrlsGetTheSameAnswer() {
        String[] pieces =
                "http://¦https://¦.¦.¦.com¦.co¦/¦(¦)¦a¦é¦_¦-¦日¦?¦=¦#¦@¦:1¦t.co/¦ ¦!¦Ж¦xn--a¦.рф¦~¦,".split("¦");
        var random = new Random(Long.getLong("gazouillis.seed", 140));
        for (int round = Integer.getInteger("gazouillis.rounds", 20_000); round > 0; round--) {
            var text = new StringBuilder();
            for (int count = 2 + random.nextInt(14); count > 0; count--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Oracle.agreesOn(text.toString());
        }
    }

    /// Before, within and behind everything that can be found, every sign there is.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "%1$s#tag%1$sx",
                "#%1$s1 #a%1$s ",
                "%1$s@user%1$sx",
                "RT%1$s@a",
                "%1$sRT@a",
                "@a/b%1$s",
                "%1$sexample.com%1$sx",
                "http://a.com/%1$s",
                "http://a.com/x%1$sy",
                "http://a.com?%1$s",
                "http://a.com?x%1$sy",
                "http://%1$s.com ",
                "http://a%1$sb.com/",
                "a%1$sb.com",
                "a.com%1$s",
                "%1$s$ABC%1$s",
                "$A%1$sB ",
                "http://t.co/a%1$s",
                "a.%1$scom"
            })
    void everySignIsTakenForTheSame(String form) {
        IntStream.range(0, DENSE + (Character.MAX_CODE_POINT - DENSE) / 97 + 1)
                .map(place -> place < DENSE ? place : DENSE + (place - DENSE) * 97)
                .parallel()
                .mapToObj(Character::toString)
                .map(sign -> form.replace("%1$s", sign).replace("%s", sign))
                .forEach(text -> assertThat(TextScanner.entities(text)).as(text).isEqualTo(Oracle.entities(text)));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 25, 26, 39, 40, 41, 62, 63, 64, 250, 4_070, 4_096, 4_100})
    void longNamesHostsAndUrlsEndAtTheSameSign(int length) {
        for (String text : List.of(
                "@" + "a".repeat(length) + " @a/" + "b".repeat(length),
                "http://t.co/" + "a".repeat(length),
                "https://t.co/" + "a".repeat(length) + "?x=1&y",
                "http://" + "a".repeat(length) + ".com/",
                "a".repeat(length) + ".com",
                "http://" + "é".repeat(length % 1_000) + ".com",
                "http://" + "日".repeat(length % 1_000) + ".com",
                "example.com/" + "a".repeat(length),
                "http://日本.com/" + "a".repeat(length),
                "http://a." + "b.".repeat(length) + "com",
                "#" + "é".repeat(length) + "1",
                "$" + "A".repeat(length))) {
            Oracle.agreesOn(text);
        }
    }

    /// The library breaks down over it.
    @Test
    void aHostOfThousandsOfForeignLettersIsNone() {
        assertThat(TextScanner.entities("http://" + "é".repeat(5_000) + ".com/"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"extract.yml", "autolink.yml", "validate-part.yml"})
    void conformanceCasesGetTheSameAnswer(String file) throws IOException {
        List<String> texts = new ArrayList<>();
        collect(yaml(file), texts);
        assertThat(texts).hasSizeGreaterThan(20).allSatisfy(Oracle::agreesOn);
    }

    @Test
    void conformanceCasesGetTheAnswerThatTheyExpect() throws IOException {
        check("hashtags", Entity.Kind.HASHTAG);
        check("hashtags_from_astral", Entity.Kind.HASHTAG);
        check("mentions", Entity.Kind.MENTION);
        check("cashtags", Entity.Kind.CASHTAG);
        check("urls", Entity.Kind.URL);
        check("tco_urls_with_params", Entity.Kind.URL);
    }

    @Test
    void realPostsGetTheSameAnswer() throws IOException {
        List<String> posts = SharedData.posts();
        assertThat(posts).hasSizeGreaterThan(100_000);
        posts.parallelStream().forEach(Oracle::agreesOnEntitiesAndLength);
    }

    private static void check(String group, Entity.Kind kind) throws IOException {
        List<?> cases = (List<?>) value((Map<?, ?>) value(yaml("extract.yml"), "tests"), group);
        assertThat(cases).isNotEmpty();
        for (Object each : cases) {
            String text = (String) value((Map<?, ?>) each, "text");
            assertThat(TextScanner.entities(text).stream()
                            .filter(entity -> entity.kind() == kind)
                            .map(Entity::value)
                            .toList())
                    .as(text)
                    .isEqualTo(value((Map<?, ?>) each, "expected"));
        }
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(SharedData.file("twitter-text-conformance/" + file))) {
            return new Yaml().load(reader);
        }
    }

    private static Object value(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    /// Every text of the file, whatever it is there for.
    private static void collect(@Nullable Object node, List<String> texts) {
        switch (node) {
            case Map<?, ?> map -> {
                if (map.get("text") instanceof String text) {
                    texts.add(text);
                }
                map.values().forEach(value -> collect(value, texts));
            }
            case List<?> list -> list.forEach(each -> collect(each, texts));
            case null, default -> {
                // A leaf that is no text of a case.
            }
        }
    }
}
