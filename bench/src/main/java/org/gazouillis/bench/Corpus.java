package org.gazouillis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.gazouillis.index.StatusDocument;

/// Statuses to measure with: real ones where the collection lies beside the project, else made up from a seed, French
/// and English.
/// Oldest first, as they come in.
final class Corpus {

    private static final Path REAL = Path.of("../shared/data/posts.jsonl.gz");
    private static final Pattern TEXT = Pattern.compile("\"text\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
    private static final Pattern HASHTAG = Pattern.compile("#(\\w+)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MENTION = Pattern.compile("@(\\w+)");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String[] WORDS =
            ("le café est bon ce matin l'été arrive à Paris avec nos nouveautés gratuites pour vous merci demain"
                            + " the new season starts today with great offers and more coffee for everyone in town see you there soon")
                    .split(" ", -1);

    private final Random random = new Random(20261123);
    private final String origin;
    private final List<String> texts;

    private Corpus(String origin, List<String> texts) {
        this.origin = origin;
        this.texts = texts;
    }

    static Corpus load(int size) throws IOException {
        return Files.exists(REAL) ? new Corpus("real posts", real(size)) : new Corpus("made-up posts", madeUp(size));
    }

    String origin() {
        return origin;
    }

    List<String> texts() {
        return texts;
    }

    /// Each text as a status, with ids from `first` on and ten seconds apart.
    List<StatusDocument> documents(long first, int count) {
        var documents = new ArrayList<StatusDocument>(count);
        for (int i = 0; i < count; i++) {
            documents.add(document(first + i, texts.get((int) ((first + i) % texts.size()))));
        }
        return documents;
    }

    private StatusDocument document(long id, String text) {
        long author = random.nextInt(5_000) + 1L;
        boolean owned = random.nextInt(10) == 0;
        return new StatusDocument(
                id,
                author,
                "author_" + author,
                text,
                random.nextBoolean() ? "fr" : "en",
                START.plusSeconds(10 * id),
                !owned || random.nextBoolean(),
                owned ? random.nextInt(20) + 1L : 0,
                owned ? random.nextInt(200) + 1L : 0,
                owned ? random.nextInt(400) + 1L : 0,
                "gazouillis",
                all(HASHTAG, text, 1),
                all(MENTION, text, 1),
                all(URL, text, 0),
                0,
                random.nextInt(20),
                0,
                0,
                "",
                text.startsWith("RT @"),
                false,
                false,
                false,
                false,
                false);
    }

    private static List<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group)).toList();
    }

    private static List<String> real(int size) throws IOException {
        var texts = new ArrayList<String>(size);
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(REAL)), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && texts.size() < size) {
                Matcher text = TEXT.matcher(line);
                if (text.find()) {
                    texts.add(ESCAPE.matcher(text.group(1)).replaceAll(Corpus::unescaped));
                }
                line = lines.readLine();
            }
        }
        return texts;
    }

    private static String unescaped(MatchResult escape) {
        String code = escape.group(1);
        if (code != null) {
            return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code, 16)));
        }
        return switch (escape.group(2)) {
            case "n", "r", "t", "b", "f" -> " ";
            default -> Matcher.quoteReplacement(escape.group(2));
        };
    }

    private static List<String> madeUp(int size) {
        var random = new Random(42);
        var texts = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            var text = new StringBuilder();
            while (text.length() < 70 + random.nextInt(50)) {
                text.append(WORDS[random.nextInt(WORDS.length)])
                        .append(random.nextInt(4) == 0 ? random.nextInt(3_000) : "");
                text.append(' ');
            }
            text.append("#Offre").append(random.nextInt(500));
            text.append(random.nextInt(3) == 0 ? " @ami_" + random.nextInt(900) : "");
            text.append(random.nextInt(4) == 0 ? " https://exemple.fr/p/" + random.nextInt(9_000) : "");
            texts.add(text.toString());
        }
        return texts;
    }
}
