package org.gazouillis.index;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever is typed is either answered or refused with its place. Short by default;
/// `-Dgazouillis.fuzz.seconds=600 -Dgazouillis.fuzz.seed=7` goes on for ten minutes from another seed. What a run saw
/// stands in `target/query-fuzz.txt`.
class QueryFuzzTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 10_000;
    private static final int STATUSES = 2_000;
    private static final String[] PIECES = {
        "(",
        ")",
        "((",
        "\"",
        "“",
        "”",
        "-",
        "--",
        "*",
        "#",
        "＃",
        "@",
        "＠",
        ":",
        "~",
        "~3",
        "~99999999999",
        " ",
        "  ",
        "\t",
        "\u0000",
        "\u3000",
        "\uD83D",
        "\uDE00",
        "\u200D",
        "\uFE0F",
        "e\u0301",
        "ﷺ",
        "ı",
        "İ",
        "ß",
        "OR",
        "AND",
        "NOT",
        "NEAR",
        "NEAR/",
        "NEAR/3",
        "NEAR/999",
        " OR ",
        " NEAR/2 ",
        " NOT ",
        "from:",
        "to:",
        "mentions:",
        "brand:",
        "campaign:",
        "url:",
        "lang:",
        "source:",
        "is:",
        "has:",
        "filter:",
        "since:",
        "until:",
        "before:",
        "after:",
        "during:",
        "min_likes:",
        "min_faves:",
        "min_reposts:",
        "min_replies:",
        "since_id:",
        "max_id:",
        "list:",
        "form:",
        "brand:nord",
        "campaign:printemps",
        "list:presse",
        "reply",
        "link",
        "2026-01-31",
        "2026-02-30",
        "2026-03",
        "0000",
        "9999-12-31",
        "2026-01-31T10:00",
        "T24:00",
        "+18:00",
        "Z",
        "yesterday",
        "last-7d",
        "last-9999w",
        "last-9999h",
        "-1",
        "0",
        "999999999999999999",
        "https://",
        "example.org/a?b=%C3",
        "été",
        "l'été",
        "porte-monnaie",
        "東京都",
        "กรุงเทพ",
        "👩‍💻",
        "an*",
        "#an*",
        "#soldes",
        "@marie",
        "a",
        "b",
        "\\",
        "/",
        "[",
        "]",
        "{",
        "}",
        "^",
        "!",
        "&&",
        "||",
        "+",
        "?",
        "<",
        ">",
        "=",
        "'",
        "’",
        "%",
        "$1",
        "\\E",
        "/(a|aa)+$/",
        "[* TO *]",
        "(a OR b) NEAR/2",
        "c NEAR/2",
        "url:a/b/c/d/e/f/g/h"
    };

    @TempDir
    Path folder;

    private StatusIndex index;

    @BeforeEach
    void fill() {
        index = StatusIndex.open(folder, TestStatuses.PATIENT);
        var statuses = new RandomWishes(1);
        for (long id = 1; id <= STATUSES; id++) {
            index.put(List.of(statuses.status(id)));
        }
        index.makeVisible();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void whateverIsTypedIsAnsweredOrRefusedWithItsPlace() throws IOException {
        long seed = Long.getLong("gazouillis.fuzz.seed", 20261123L);
        long seconds = Long.getLong("gazouillis.fuzz.seconds", 0L);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var report = new Report();
        var random = new Random(seed);
        var wishes = new RandomWishes(seed);
        while (report.asked < ROUNDS || System.nanoTime() < end) {
            ask(query(random, wishes), random.nextBoolean() ? Sort.NEWEST : Sort.RELEVANCE, report);
        }
        Files.writeString(Path.of("target", "query-fuzz.txt"), report.toString());
        assertThat(report.answered).as("queries that were understood").isGreaterThan(ROUNDS / 10);
        assertThat(report.faults).as("kinds of faults").hasSizeGreaterThan(Fault.values().length / 2);
    }

    private void ask(String query, Sort sort, Report report) {
        report.asked++;
        long begun = THREADS.getCurrentThreadCpuTime();
        try {
            index.search(new SearchRequest(query, RandomWishes.SCOPE, sort, 20, null, RandomWishes.STANDPOINT));
            Highlighter.of(query).highlight("ane bol #soldes @marie été 東京都 https://example.org");
            report.answered++;
        } catch (QuerySyntaxException refused) {
            report.faults.merge(refused.fault(), 1L, Long::sum);
            assertThat(refused.position()).as(query).isBetween(0, query.length());
            assertThat(refused.position() + refused.length()).as(query).isBetween(refused.position(), query.length());
            assertThat(refused.mend()).as(query).matches("(?s).*[.?]");
        } catch (RuntimeException broken) {
            throw new AssertionError("The query is neither answered nor refused: " + query, broken);
        }
        report.took(THREADS.getCurrentThreadCpuTime() - begun, query);
    }

    /// Pieces in a row, or a good query with a few slips.
    private static String query(Random random, RandomWishes wishes) {
        if (random.nextInt(60) == 0) {
            return repeated(random);
        }
        var query = new StringBuilder();
        if (random.nextInt(3) == 0) {
            query.append(wishes.any(2).query());
            for (int slips = random.nextInt(4); slips > 0; slips--) {
                slip(query, random);
            }
            return query.toString();
        }
        int most = random.nextInt(40) == 0 ? 900 : 14;
        String between = random.nextInt(3) == 0 ? " " : "";
        for (int i = random.nextInt(most); i >= 0; i--) {
            query.append(PIECES[random.nextInt(PIECES.length)]).append(between);
        }
        return query.toString();
    }

    /// One piece again and again, up to the limit of length and a little beyond.
    private static String repeated(Random random) {
        String piece = PIECES[random.nextInt(PIECES.length)] + " ";
        String all = piece.repeat(1 + random.nextInt(700));
        return all.length() > 2_010 ? all.substring(0, 1_995 + random.nextInt(15)) : all;
    }

    private static void slip(StringBuilder query, Random random) {
        int at = random.nextInt(query.length() + 1);
        switch (random.nextInt(3)) {
            case 0 -> query.insert(at, PIECES[random.nextInt(PIECES.length)]);
            case 1 -> query.delete(at, Math.min(query.length(), at + 1 + random.nextInt(3)));
            default -> query.append(query, 0, Math.min(at, 200));
        }
    }

    /// What one run saw.
    private static final class Report {
        private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
        private long asked;
        private long answered;
        private long slowestNanos;
        private String slowest = "";

        void took(long nanos, String query) {
            if (nanos > slowestNanos && asked > ROUNDS / 2) {
                slowestNanos = nanos;
                slowest = query;
            }
        }

        @Override
        public String toString() {
            return asked + " queries, " + answered + " answered, refused: " + faults + "\nslowest "
                    + slowestNanos / 1_000_000 + " ms of the processor: " + slowest + "\n";
        }
    }
}
