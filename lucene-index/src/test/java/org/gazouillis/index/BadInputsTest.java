package org.gazouillis.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.index.TestStatuses.find;
import static org.gazouillis.index.TestStatuses.put;
import static org.gazouillis.index.TestStatuses.status;

/// The cases of `search-inputs.jsonl`: each is answered or refused with its place, and finds nothing of others.
class BadInputsTest {

    private static final Pattern CASE =
            Pattern.compile("\"name\": \"([^\"]*+)\", \"input\": \"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
    private static final long OPEN = 1;
    private static final long FOREIGN = 2;

    @TempDir
    Path folder;

    private StatusIndex index;

    @BeforeEach
    void fill() {
        index = StatusIndex.open(folder, IndexSettings.standard());
        put(
                index,
                status(OPEN, "the of and, à ISTANBUL"),
                status(FOREIGN, "the of and agency a b").onlyFor(11, 100));
    }

    @AfterEach
    void close() {
        index.close();
    }

    record Case(String name, String input) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseIsAnsweredOrRefusedWithItsPlace(Case each) {
        try {
            assertThat(find(index, each.input, new SearchScope(10, Set.of(100L), null)))
                    .doesNotContain(FOREIGN);
            Highlighter.of(each.input).highlight("the of and");
        } catch (QuerySyntaxException refused) {
            assertThat(refused.position()).isBetween(0, each.input.length());
            assertThat(refused.mend()).isNotBlank();
        }
    }

    @Test
    void theyMeanWhatIsExpectedOfThem() {
        assertThat(input("stopwords-only")).isNotEmpty();
        assertThat(find(index, input("stopwords-only"))).containsExactly(OPEN);
        assertThat(find(index, "\u0130STANBUL")).containsExactly(OPEN);
        assertThat(find(index, input("escape-only"))).isEmpty();
        assertThat(faultOf("clause-explosion")).isEqualTo(Fault.TOO_LONG);
        assertThat(faultOf("immense-term")).isEqualTo(Fault.TOO_LONG);
        assertThat(faultOf("proximity-huge")).isEqualTo(Fault.BAD_DISTANCE);
        assertThat(faultOf("field-injection")).isEqualTo(Fault.UNKNOWN_OPERATOR);
        assertThat(faultOf("range-open")).isEqualTo(Fault.UNKNOWN_OPERATOR);
        assertThat(faultOf("unbalanced")).isEqualTo(Fault.UNBALANCED_QUOTE);
        assertThat(faultOf("only-wildcard")).isEqualTo(Fault.BAD_WILDCARD);
    }

    private static String input(String name) {
        return cases().stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow()
                .input;
    }

    private Fault faultOf(String name) {
        var faults = new ArrayList<Fault>();
        assertThatThrownBy(() -> find(index, input(name)))
                .isInstanceOfSatisfying(QuerySyntaxException.class, fault -> faults.add(fault.fault()));
        return faults.getFirst();
    }

    static List<Case> cases() {
        var cases = new ArrayList<Case>();
        try (var file = Objects.requireNonNull(BadInputsTest.class.getResourceAsStream("search-inputs.jsonl"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                Matcher found = CASE.matcher(line);
                if (found.find()) {
                    cases.add(new Case(
                            found.group(1), ESCAPE.matcher(found.group(2)).replaceAll(BadInputsTest::plain)));
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        assertThat(cases).hasSizeGreaterThan(10);
        return cases;
    }

    private static String plain(MatchResult escape) {
        String code = escape.group(1);
        return Matcher.quoteReplacement(
                code == null ? escape.group(2) : String.valueOf((char) Integer.parseInt(code, 16)));
    }
}
