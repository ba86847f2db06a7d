package org.gazouillis.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gazouillis.text.Entity;
import org.gazouillis.text.SharedData;
import org.gazouillis.text.TextScanner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Queries over real posts in French, English, Spanish, Russian, Arabic, Japanese, Chinese, Thai and Bengali, with
/// what each must find and why. Only the posts' names and the judgements stand in the project; where the collection
/// does not lie beside it, this test is skipped.
class JudgedTest {
    private static final Pattern NAME = Pattern.compile("\"src\": \"(\\w+)\", \"id\": \"(\\w+)\"");
    private static final Pattern AUTHOR = Pattern.compile("\"author\": \"(\\w+)\"");
    private static final Pattern CREATED = Pattern.compile("\"created\": (\\d+)");

    @TempDir
    private Path folder;

    private @Nullable StatusIndex index;

    @AfterEach
    void close() {
        if (index != null) {
            index.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> queriesFindWhatTheyWereJudgedToFind() throws IOException {
        List<String[]> posts = table("posts.tsv");
        Map<String, String> lines = linesOf(posts);
        StatusIndex open = StatusIndex.open(folder, TestStatuses.PATIENT);
        index = open;
        for (int i = 0; i < posts.size(); i++) {
            String[] post = posts.get(i);
            String line = Objects.requireNonNull(lines.get(post[1] + post[2]), post[0] + " is not in the collection");
            open.put(List.of(document(i, line, post[3])));
        }
        open.makeVisible();
        List<String> keys = posts.stream().map(post -> post[0]).toList();
        List<String[]> judgements = table("queries.tsv");
        assertThat(judgements).hasSizeGreaterThan(150);
        return judgements.stream().map(each -> dynamicTest(each[0] + ": " + each[2], () -> judge(open, keys, each)));
    }

    private static void judge(StatusIndex index, List<String> keys, String[] judgement) {
        var request = SearchRequest.newest(
                judgement[0], SearchScope.publicOnly(), SearchRequest.MAX_LIMIT, null, TestStatuses.VISITOR);
        List<String> expected = judgement[1].equals("-") ? List.of() : Arrays.asList(judgement[1].split(" ", -1));
        assertThat(TestStatuses.ids(index.search(request)))
                .extracting(id -> keys.get(id.intValue()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static StatusDocument document(int id, String line, String language) {
        String text = SharedData.text(line);
        List<Entity> entities = TextScanner.entities(text);
        return new StatusDocument(
                id,
                1,
                first(AUTHOR, line, "somebody"),
                text,
                language,
                Instant.ofEpochMilli(Long.parseLong(first(CREATED, line, "0"))),
                true,
                0,
                0,
                0,
                "x",
                values(entities, Entity.Kind.HASHTAG),
                values(entities, Entity.Kind.MENTION),
                values(entities, Entity.Kind.URL),
                0,
                0,
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

    private static List<String> values(List<Entity> entities, Entity.Kind kind) {
        return entities.stream()
                .filter(entity -> entity.kind() == kind)
                .map(Entity::value)
                .toList();
    }

    private static String first(Pattern pattern, String line, String otherwise) {
        Matcher match = pattern.matcher(line);
        return match.find() ? match.group(1) : otherwise;
    }

    private static Map<String, String> linesOf(List<String[]> posts) throws IOException {
        var wanted = new HashMap<String, String>();
        posts.forEach(post -> wanted.put(post[1] + post[2], ""));
        try (Stream<String> lines = SharedData.lines()) {
            lines.forEach(line -> {
                Matcher name = NAME.matcher(line);
                if (name.find()) {
                    wanted.computeIfPresent(name.group(1) + name.group(2), (post, known) -> line);
                }
            });
        }
        wanted.values().removeIf(String::isEmpty);
        return wanted;
    }

    private static List<String[]> table(String file) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(JudgedTest.class.getResourceAsStream("judged/" + file)),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }
}
