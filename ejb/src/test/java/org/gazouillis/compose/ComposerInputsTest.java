package org.gazouillis.compose;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gazouillis.network.TextLimits;
import org.gazouillis.network.TextSegment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Texts that people, programs and villains type: each is taken as it is, or refused with a remark that names it.
class ComposerInputsTest {
    @ParameterizedTest
    @MethodSource("cases")
    void isTakenAsItIsOrTold(JsonObject each) {
        Wording wording = Wording.of(each.getString("input"), "en");
        List<String> codes = each.getJsonArray("codes").getValuesAs(JsonString::getString);
        assertThat(Checks.of(wording, List.of(TextLimits.BUILT_IN), Plan.LATER, BrandPolicy.OPEN, Instant.EPOCH))
                .extracting(check -> check.code().name())
                .containsExactlyInAnyOrderElementsOf(codes);
        assertThat(Normalizer.isNormalized(wording.text(), Normalizer.Form.NFC)).isTrue();
        assertThat(wording.text()).doesNotContain("\r");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void splitsIntoTheSameTextAndLinksOnlyToTheWeb(JsonObject each) {
        String text = Wording.of(each.getString("input"), "en").text();
        List<TextSegment> segments = TextSegment.split(text);
        assertThat(String.join("", segments.stream().map(TextSegment::text).toList()))
                .isEqualTo(text);
        assertThat(segments)
                .filteredOn(segment -> segment.kind() == TextSegment.Kind.LINK)
                .allMatch(segment -> segment.target().matches("(?i)https?://.*"));
    }

    private static Stream<JsonObject> cases() throws IOException {
        try (InputStream file =
                        Objects.requireNonNull(ComposerInputsTest.class.getResourceAsStream("composer-inputs.json"));
                JsonReader reader = Json.createReader(file)) {
            JsonArray all = reader.readArray();
            assertThat(all).hasSizeGreaterThan(15);
            return all.getValuesAs(JsonObject.class).stream();
        }
    }
}
