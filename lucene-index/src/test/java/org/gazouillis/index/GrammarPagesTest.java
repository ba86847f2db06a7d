package org.gazouillis.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// What people read about the language is what it is.
class GrammarPagesTest {

    private static final Path PROJECT = Path.of("..");
    private static final String TEXTS = "web/src/main/resources/org/gazouillis/web/i18n/";

    private static List<String> operators() {
        var fault = catchThrowableOfType(QuerySyntaxException.class, () -> Highlighter.of("nonesuch:x"));
        return List.of(fault.choices().split(", ", -1));
    }

    private static String read(String file) throws IOException {
        return Files.readString(PROJECT.resolve(file));
    }

    @Test
    void everyOperatorIsExplained() throws IOException {
        assertThat(read("docs/search.md")).contains(operators());
    }

    @ParameterizedTest
    @ValueSource(strings = {"listen.properties", "listen_fr.properties"})
    void everyOperatorHasAnExampleOnThePage(String file) throws IOException {
        String page = read("web/src/main/webapp/WEB-INF/listen/grammar.xhtml");
        assertThat(page + read(TEXTS + file)).contains(operators());
    }

    @ParameterizedTest
    @ValueSource(strings = {"listen.properties", "listen_fr.properties"})
    void everyFaultHasItsSentence(String file) throws IOException {
        String texts = read(TEXTS + file);
        for (Fault fault : Fault.values()) {
            assertThat(texts).contains("search.fault." + fault + "=");
        }
    }

    /// The first column of the tables of `docs/search.md`, in backticks.
    @Test
    void everyExampleIsUnderstood() throws IOException {
        int examples = 0;
        for (String line : read("docs/search.md").split("\n", -1)) {
            if (line.startsWith("| `")) {
                String column = line.substring(2, line.indexOf(" |", 2));
                for (String example : column.split("`, `", -1)) {
                    Highlighter.of(example.replace("`", ""));
                    examples++;
                }
            }
        }
        assertThat(examples).isGreaterThan(40);
    }
}
