package org.gazouillis.web.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// Reads the property files of one language, UTF-8, and lays them together. A key may stand in one file only.
final class BundleFiles {
    private BundleFiles() {}

    /// @throws IllegalStateException when two files hold the same key
    static Map<String, String> read(List<String> capabilities, Locale language) {
        Map<String, String> texts = new TreeMap<>();
        for (String capability : capabilities) {
            readOne(capability, language).forEach((key, text) -> {
                if (texts.put((String) key, (String) text) != null) {
                    throw new IllegalStateException(
                            "The key " + key + " of " + capability + ".properties stands in another file, too.");
                }
            });
        }
        return Map.copyOf(texts);
    }

    static Properties readOne(String capability, Locale language) {
        String name = language.equals(Locale.ENGLISH) ? capability : capability + "_" + language.getLanguage();
        Properties properties = new Properties();
        try (InputStream file = BundleFiles.class.getResourceAsStream(name + ".properties")) {
            if (file != null) {
                properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The texts of " + name + " cannot be read.", unreadable);
        }
        return properties;
    }
}
