package org.gazouillis.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.gazouillis.index.StatusDocument;

/// Any number of posts of one year, oldest first, the same ones for the same number: half of them real texts where
/// the collection lies beside the project, half made of words that are as frequent as words are (Zipf), all with
/// hashtags and authors as unequal as those. Half belongs to brands of workspaces, the greatest of which has a
/// thirtieth of all; a tenth of that is not public.
final class PostStream {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    static final Duration YEAR = Duration.ofDays(365);

    private static final int REAL = 100_000;
    private static final int WORDS = 40_000;
    private static final int TAGS = 20_000;
    private static final int AUTHORS = 50_000;
    private static final int WORKSPACES = 20;
    private static final int BRANDS = 10;

    private final long count;
    private final List<String> real;
    private final String origin;

    PostStream(long count) throws IOException {
        this.count = count;
        Corpus corpus = Corpus.load(REAL);
        this.real = corpus.texts();
        this.origin = corpus.origin();
    }

    long count() {
        return count;
    }

    String origin() {
        return origin;
    }

    /// All in batches of a thousand.
    void forEach(Consumer<List<StatusDocument>> sink) {
        List<StatusDocument> batch = new ArrayList<>(1_000);
        for (long number = 1; number <= count; number++) {
            batch.add(post(number, START.plusMillis(YEAR.toMillis() / count * number)));
            if (batch.size() == 1_000 || number == count) {
                sink.accept(batch);
                batch = new ArrayList<>(1_000);
            }
        }
    }

    StatusDocument post(long number, Instant at) {
        var random = new Random(number * 0x9E3779B97F4A7C15L);
        List<String> tags = tags(random);
        int author = zipf(random, AUTHORS);
        boolean owned = random.nextBoolean();
        return new StatusDocument(
                number,
                author,
                "author" + author,
                text(number, random, tags),
                random.nextInt(20) == 0 ? "ja" : random.nextBoolean() ? "fr" : "en",
                at,
                !owned || random.nextInt(10) > 0,
                owned ? zipf(random, WORKSPACES) : 0,
                owned ? zipf(random, BRANDS) : 0,
                owned ? 1 + random.nextInt(400) : 0,
                random.nextInt(10) == 0 ? "x" : "gazouillis",
                tags,
                random.nextInt(4) == 0 ? List.of("author" + zipf(random, AUTHORS)) : List.of(),
                random.nextInt(4) == 0 ? List.of("https://site" + zipf(random, 3_000) + ".fr/p") : List.of(),
                0,
                likes(number),
                0,
                0,
                "",
                false,
                false,
                false,
                false,
                false,
                false);
    }

    /// A third of all posts is liked, few of them often.
    static int likes(long number) {
        var random = new Random(number * 0xD1B54A32D192ED03L);
        return random.nextInt(3) == 0 ? 1 + (int) (400 * Math.pow(random.nextDouble(), 8)) : 0;
    }

    private String text(long number, Random random, List<String> tags) {
        if (number % 2 == 0) {
            return real.get((int) (number / 2 % real.size()));
        }
        var text = new StringBuilder(160);
        for (int i = 10 + random.nextInt(10); i > 0; i--) {
            text.append("mot").append(zipf(random, WORDS)).append(' ');
        }
        tags.forEach(tag -> text.append('#').append(tag).append(' '));
        return text.toString();
    }

    private static List<String> tags(Random random) {
        int many = random.nextInt(3);
        List<String> tags = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            String tag = "sujet" + zipf(random, TAGS);
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /// The n-th of `different` about n times more rarely than the first: the inverse of the harmonic sum, by its
    /// integral.
    private static int zipf(Random random, int different) {
        return (int) Math.pow(different + 1.0, random.nextDouble());
    }
}
