package org.gazouillis.web.i18n;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class BundlesTest {
    private static final Path FILES = Path.of("src/main/resources/org/gazouillis/web/i18n");
    private static final Path SOURCES = Path.of("src/main");
    private static final Pattern USE = Pattern.compile("(?<![\\w.])m\\['([a-z0-9.-]+)']");

    @Test
    void everyFileBelongsToACapabilityThatTheBundleReads() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("(_fr)?\\.properties$", "")))
                    .isSubsetOf(Messages.CAPABILITIES);
        }
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void bothLanguagesHoldTheSameKeys(String capability) {
        assertThat(french(capability).stringPropertyNames())
                .isEqualTo(english(capability).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void bothLanguagesFillTheSamePlaces(String capability) {
        Properties french = french(capability);
        english(capability)
                .forEach((key, text) -> assertThat(places(french.getProperty((String) key)))
                        .as(key.toString())
                        .isEqualTo(places((String) text)));
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void frenchIsSetInItsOwnTypography(String capability) {
        french(capability).forEach((key, text) -> {
            assertThat((String) text)
                    .as("%s: ordinary space before a high sign", key)
                    .doesNotContainPattern(" [:;!?»%]|« ");
            assertThat((String) text).as("%s: no space before a high sign", key).doesNotContainPattern("\\p{L}[;!?»]");
            assertThat((String) text).as("%s: straight apostrophe", key).doesNotContain("'");
            assertThat((String) text)
                    .as("%s: three points for an ellipsis", key)
                    .doesNotContain("...");
        });
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void englishUsesRealApostrophes(String capability) {
        english(capability)
                .forEach((key, text) -> assertThat((String) text).as("%s", key).doesNotContain("'"));
    }

    @Test
    void pagesUseOnlyKeysThatExist() {
        Set<String> known = Messages.of(Locale.ENGLISH).keySet();
        assertThat(usedKeys()).isSubsetOf(known);
    }

    @Test
    void englishReadersGetEnglishOnAFrenchServer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRENCH);
            ResourceBundle.clearCache(Messages.class.getClassLoader());
            assertThat(Messages.of(Locale.ENGLISH).text("shell.home")).isEqualTo("Home");
            assertThat(Messages.of(Locale.FRENCH).text("shell.home")).isEqualTo("Accueil");
        } finally {
            Locale.setDefault(before);
            ResourceBundle.clearCache(Messages.class.getClassLoader());
        }
    }

    @Test
    void aMissingKeyShowsItself() {
        assertThat(Messages.of(Locale.FRENCH).text("no.such.key")).isEqualTo("???no.such.key???");
    }

    private static Set<String> usedKeys() {
        try (Stream<Path> pages = Files.walk(SOURCES.resolve("webapp"))) {
            return pages.filter(page -> page.toString().endsWith(".xhtml"))
                    .flatMap(page -> USE.matcher(read(page)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int places(String pattern) {
        return pattern.contains("{") ? new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length : 0;
    }

    private static List<String> capabilities() {
        return Messages.CAPABILITIES;
    }

    private static Properties english(String capability) {
        return BundleFiles.readOne(capability, Locale.ENGLISH);
    }

    private static Properties french(String capability) {
        return BundleFiles.readOne(capability, Locale.FRENCH);
    }
}
