package org.gazouillis.link;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The cases of `short-link.jsonl`. Each has a check here or names the test that plays it; a case without one fails.
class BadInputsTest {
    private static final OwnAddress OWN = new OwnAddress("https://go.example");

    private interface Check {
        void of(String input);
    }

    private static final Map<String, Check> CHECKS = Map.of(
            "slug-reserved", input -> each(input, BadInputsTest::refusedCode),
            "slug-traversal", BadInputsTest::refusedCode,
            "slug-profanity", input -> assertThat(Codes.offends("fck2345")).isTrue(),
            "target-self", input -> refusedTarget("https://go.example/"),
            "target-decimal-ip",
                    input -> Arrays.stream(input.split("\\s*,\\s*", -1)).forEach(BadInputsTest::refusedTarget),
            // A redirector never opens its targets: there is no connection that could be turned elsewhere or be slow.
            "target-dns-rebind", input -> assertThat(opensConnections()).isFalse(),
            "target-slow", input -> assertThat(opensConnections()).isFalse(),
            "head-and-bot-clicks",
                    input -> assertThat(Visit.of(true, "Mozilla/5.0 (X11)", null, null, "1")
                                    .robot())
                            .isTrue());
    private static final Map<String, String> ELSEWHERE = Map.of(
            "slug-case-collision", "ShortLinksTest.codesAreGivenOnceWhateverTheirCase",
            "deleted-link", "ShortLinksTest.codesAreGivenOnceWhateverTheirCase",
            "click-flood", "ClickJournalTest.everyClickOfManyAtOnceIsThereOnce and the bench redirect");

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseIsPlayed(JsonObject each) {
        String name = each.getString("name");
        Check check = CHECKS.get(name);
        if (check == null) {
            assertThat(ELSEWHERE).containsKey(name);
        } else {
            check.of(each.getString("input"));
        }
    }

    @Test
    void programsAndBrowsersThatFetchAheadAreMarked() {
        String chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
        assertThat(Visit.of(false, chrome, null, null, "1").robot()).isFalse();
        assertThat(Visit.of(false, chrome, "prefetch;prerender", null, "1").robot())
                .isTrue();
        for (String program : List.of("Slackbot-LinkExpanding 1.0", "Twitterbot/1.0", "WhatsApp/2.2", "curl/8.1", "")) {
            assertThat(Visit.of(false, program, null, null, "1").robot())
                    .as(program)
                    .isTrue();
        }
    }

    private static void each(String inputs, Check check) {
        Arrays.stream(inputs.split("\\s*/\\s*", -1)).forEach(check::of);
    }

    private static void refusedCode(String code) {
        assertThatThrownBy(() -> Codes.chosen(code)).as(code).isInstanceOf(CodeRefused.class);
    }

    private static void refusedTarget(String address) {
        assertThatThrownBy(() -> LinkTarget.of(address, OWN)).as(address).isInstanceOf(TargetRefused.class);
    }

    /// Whether anything in the room of links depends on a client.
    private static boolean opensConnections() {
        return new ClassFileImporter()
                .importPackages("org.gazouillis.link").stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getName())
                        .anyMatch(name -> name.startsWith("java.net.http")
                                || name.matches("java\\.net\\.(Socket|URL|URLConnection)"));
    }

    static List<JsonObject> cases() {
        try (var file = Objects.requireNonNull(BadInputsTest.class.getResourceAsStream("short-link.jsonl"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Json.createReader(new StringReader(line)).readObject())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
