package org.gazouillis.bench;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextConfiguration;
import com.twitter.twittertext.TwitterTextParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.gazouillis.text.TextScanner;

/// `extract`: posts per CPU second of our scanner beside twitter-text, for entities and for the counted length.
///
/// Both answer for the same texts, in turns, on one thread; the first rounds only warm up. What they answer is summed
/// up and must be equal. The library is so much slower that it gets fewer texts for each turn.
final class ExtractBench {
    private static final int POSTS = 100_000;
    private static final int THE_LIBRARYS = 5_000;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 7;

    private static final TwitterTextConfiguration VERSION_1 = new TwitterTextConfiguration.Builder()
            .setVersion(1)
            .setMaxWeightedTweetLength(140)
            .setScale(1)
            .setDefaultWeight(1)
            .setEmojiParsingEnabled(false)
            .setTransformedURLLength(TextScanner.URL_LENGTH)
            .setRanges(List.of())
            .build();

    private final PrintWriter out;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    ExtractBench(PrintWriter out) {
        this.out = out;
    }

    List<BenchResult> run() throws IOException {
        Corpus corpus = Corpus.load(POSTS);
        List<String> texts = corpus.texts();
        out.printf(
                Locale.ROOT, "%,d %s, %d rounds after %d to warm up%n", texts.size(), corpus.origin(), ROUNDS, WARM_UP);
        var extractor = new Extractor();
        return List.of(
                compare(
                        "entities, beside extractEntitiesWithIndices",
                        texts,
                        text -> TextScanner.entities(text).size(),
                        text -> extractor.extractEntitiesWithIndices(text).size()),
                compare(
                        "length, beside parseTweet",
                        texts,
                        TextScanner::length,
                        text -> TwitterTextParser.parseTweet(text, VERSION_1).weightedLength));
    }

    private BenchResult compare(
            String name, List<String> texts, ToIntFunction<String> ours, ToIntFunction<String> library) {
        List<String> few = texts.subList(0, Math.min(THE_LIBRARYS, texts.size()));
        if (sum(few, ours) != sum(few, library)) {
            throw new IllegalStateException("Ours and the library answer differently: " + name);
        }
        double[] our = new double[ROUNDS];
        double[] their = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double one = perCpuSecond(texts, ours);
            double other = perCpuSecond(few, library);
            if (round >= 0) {
                our[round] = one;
                their[round] = other;
            }
        }
        return BenchResult.rate(name, median(our), median(their), "posts/cpu-s");
    }

    private double perCpuSecond(List<String> texts, ToIntFunction<String> work) {
        long before = threads.getCurrentThreadCpuTime();
        if (sum(texts, work) < 0) {
            throw new IllegalStateException("Nothing can count less than nothing");
        }
        return texts.size() / ((threads.getCurrentThreadCpuTime() - before) / 1e9);
    }

    private static long sum(List<String> texts, ToIntFunction<String> work) {
        long sum = 0;
        for (String text : texts) {
            sum += work.applyAsInt(text);
        }
        return sum;
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
