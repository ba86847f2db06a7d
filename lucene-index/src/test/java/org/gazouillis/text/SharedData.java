package org.gazouillis.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/// Real posts and the conformance cases, which lie beside the project where it is developed and nowhere else.
public final class SharedData {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data");
    private static final Pattern TEXT = Pattern.compile("\"text\": \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|(.))");

    private SharedData() {}

    /// Skips the test that asks, with the reason, when the file is not there.
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("gazouillis.shared", FOLDER.toString()), name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "needs " + file.toAbsolutePath().normalize() + ", which is not here");
        return file;
    }

    /// The texts of all real posts.
    static List<String> posts() throws IOException {
        return posts("", Integer.MAX_VALUE);
    }

    /// The texts of the first real posts whose line holds `mark`.
    static List<String> posts(String mark, int limit) throws IOException {
        try (Stream<String> lines = lines()) {
            return lines.filter(line -> line.contains(mark))
                    .limit(limit)
                    .map(SharedData::text)
                    .toList();
        }
    }

    /// Of each real post its line of JSON, not parsed.
    public static Stream<String> lines() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file("posts.jsonl.gz"))), StandardCharsets.UTF_8));
        return lines.lines().onClose(() -> close(lines));
    }

    /// The text that such a line holds.
    public static String text(String line) {
        Matcher text = TEXT.matcher(line);
        return text.find() ? ESCAPE.matcher(text.group(1)).replaceAll(SharedData::unescaped) : "";
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String unescaped(MatchResult escape) {
        String code = escape.group(1);
        if (code != null) {
            return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code, 16)));
        }
        return switch (escape.group(2)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> Matcher.quoteReplacement(escape.group(2));
        };
    }
}
