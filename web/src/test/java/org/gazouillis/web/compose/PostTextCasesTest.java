package org.gazouillis.web.compose;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.network.PostText;
import org.gazouillis.network.TextLimits;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// The server's half of `post-text-cases.json`; a browser runs the other half.
class PostTextCasesTest {
    private static final Path CASES = Path.of("src/main/webapp/resources/app/post-text-cases.json");

    @TestFactory
    Stream<DynamicTest> serverCountsAndFindsWhatTheCasesSay() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(CASES))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(each -> dynamicTest(each.getString("name"), () -> check(each)));
        }
    }

    private static void check(JsonObject expected) {
        String text = PostText.normalise(expected.getString("typed"));
        assertThat(text).isEqualTo(expected.getString("text"));
        assertThat(PostText.length(text)).isEqualTo(expected.getInt("length"));
        if (expected.containsKey("mastodon")) {
            assertThat(TextLimits.of("mastodon").length(text)).isEqualTo(expected.getInt("mastodon"));
        }
        PostText.Entities found = PostText.entities(text);
        assertThat(found.hashtags()).isEqualTo(folded(expected.getJsonArray("hashtags")));
        assertThat(found.mentions()).isEqualTo(folded(expected.getJsonArray("mentions")));
        assertThat(found.urls()).isEqualTo(strings(expected.getJsonArray("urls")));
    }

    private static List<String> folded(JsonArray values) {
        return strings(values).stream().map(PostText::fold).toList();
    }

    private static List<String> strings(JsonArray values) {
        return List.copyOf(new LinkedHashSet<>(values.getValuesAs(JsonString::getString)));
    }
}
