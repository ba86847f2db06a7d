package org.gazouillis.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\bsrc=)|\\son[a-z]+=\"|javascript:", Pattern.CASE_INSENSITIVE);
    private static final Pattern INLINE_STYLE = Pattern.compile("<style\\b|\\sstyle=\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAGS =
            Pattern.compile("<!--.*?-->|<code>.*?</code>|<pre[^>]*>.*?</pre>|<!DOCTYPE[^>]*>|<[^>]*>", Pattern.DOTALL);
    private static final Pattern EXPRESSION = Pattern.compile("#\\{(?:[^}']|'[^']*')*}");
    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("\\s(?:alt|title|placeholder|aria-label|ariaLabel|label|headerText)=\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    /// Names that are the same in every language.
    private static final List<String> NAMES = List.of("English", "Français", "Gazouillis", "CSV", "UTC");

    @ParameterizedTest
    @MethodSource("pages")
    void staySmall(Path page) throws IOException {
        int limit = page.startsWith(WEBAPP.resolve("resources")) ? 60 : 120;
        assertThat(Files.readAllLines(page)).as(page.toString()).hasSizeLessThanOrEqualTo(limit);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void holdNeitherScriptNorStyle(Path page) throws IOException {
        String text = Files.readString(page);
        assertThat(text).as(page.toString()).doesNotContainPattern(INLINE_SCRIPT);
        assertThat(text).as(page.toString()).doesNotContainPattern(INLINE_STYLE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void holdNoWordsOfTheirOwn(Path page) throws IOException {
        String text = Files.readString(page);
        assertThat(words(TAGS.matcher(text).replaceAll(" ")))
                .as(page.toString())
                .isEmpty();
        assertThat(READ_ATTRIBUTE.matcher(text).results().flatMap(match -> words(match.group(1)).stream()))
                .as("attributes that people hear in %s", page)
                .isEmpty();
    }

    /// Elsewhere Faces complains in the log each time the page is shown (JSF1103).
    @ParameterizedTest
    @MethodSource("pages")
    void holdTheirMetadataDirectlyBelowTheView(Path page) throws IOException {
        String text = Files.readString(page);
        assertThat(text.replaceAll("<ui:define name=\"metadata\">\\s*<f:metadata>", ""))
                .as(page + ": <ui:define name=\"metadata\"><f:metadata>…, not within the head")
                .doesNotContain("<f:metadata");
    }

    private static List<String> words(String text) {
        String literal = EXPRESSION.matcher(text).replaceAll(" ").replaceAll("&[a-z#0-9]+;", " ");
        return WORD.matcher(literal)
                .results()
                .map(match -> match.group())
                .filter(word -> !NAMES.contains(word))
                .toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .sorted()
                    .toList();
        }
    }
}
