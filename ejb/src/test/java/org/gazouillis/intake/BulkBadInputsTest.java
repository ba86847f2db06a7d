package org.gazouillis.intake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.reports.StrictCsv;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The known bad inputs for files, one by one; `bulk-bad-inputs.jsonl` says what is expected of each.
class BulkBadInputsTest {
    private static final String GOOD = "2027-03-04 10:30,The row that goes on\n";

    @TempDir
    private static Path folder;

    private static BulkRig rig;

    @BeforeAll
    static void build() {
        rig = new BulkRig(World.fresh(), folder);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void badInputDoesNoHarm(String name, String input) {
        switch (name) {
            case "empty-file" -> assertFailed(input, "empty");
            case "header-only" ->
                assertThat(rig.run(rig.send(input)).counts()).isEqualTo(new BulkRun.Counts(0, 0, 0, 0, 0, 0));
            case "utf16le" -> utf16();
            case "quote-at-eof" -> assertThat(rig.faults(rig.send(input))).isEqualTo("1:row-broken");
            case "embedded-newline" ->
                assertThat(rig.rows(rig.send("when,text\n2027-03-04 10:30,\"a\nb\"\n")))
                        .singleElement()
                        .returns("a\nb", BulkRow::text);
            case "semicolon-separator" ->
                assertThat(rig.rows(rig.send(input))).singleElement().returns("hi", BulkRow::text);
            case "too-few-columns" -> {
                BulkId id = rig.send("when,text\n1\n" + GOOD);
                assertThat(rig.faults(id)).isEqualTo("1:row-broken");
                assertThat(rig.rows(id).getFirst().line()).isEqualTo(2);
            }
            case "too-many-columns" -> assertFailed("x,".repeat(100_000), "200 are the most");
            case "million-rows" -> assertFailed("when,text\n" + GOOD.repeat(10_001), "more than 10,000 rows");
            case "formula-minus", "formula-at" -> neutralised(input);
            case "sql-in-cell" -> sql(input);
            case "foreign-account" -> foreignAccount();
            case "past-date" -> past(input);
            case "nul-in-cell" -> nul(input);
            default -> throw new AssertionError("Nobody has said what becomes of " + name);
        }
        assertThat(rig.number("select count(*) from bulk_run where state in ('READING', 'CHECKING', 'PLANNING')"))
                .as("no job left running")
                .isZero();
    }

    private static void utf16() {
        byte[] file = "\uFEFFwhen,text\n2027-03-04 10:30,Café ☕\n".getBytes(StandardCharsets.UTF_16LE);
        BulkId id = rig.send("a.csv", file, "", BulkMode.PREVIEW);
        assertThat(rig.rows(id)).singleElement().returns("Café ☕", BulkRow::text);
        byte[] unmarked = "when,text\n2027-03-04 10:30,Café\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(rig.run(rig.send("a.csv", unmarked, "", BulkMode.PREVIEW)).failure())
                .contains("UTF-16")
                .contains("Save it as UTF-8");
    }

    private static void neutralised(String text) {
        BulkId id = rig.send("when,text\nnever,%s\n".formatted(quoted(text)));
        assertThat(StrictCsv.read(rig.errors(id), ',').get(1))
                .doesNotContain(text)
                .noneMatch(cell -> cell.startsWith("@"));
        BulkId wrong = rig.send("when,text\n%s,a\n".formatted(quoted(text)));
        assertThat(StrictCsv.read(rig.errors(wrong), ',').get(1)).contains("'" + text);
    }

    private static void sql(String text) {
        BulkId id = rig.send("when,text\n2027-07-04 10:30,%s\n".formatted(quoted(text)));
        rig.plan(id, BulkMode.ALL_OR_NOTHING);
        assertThat(rig.texts("select text from post where due_at = '2027-07-04 08:30Z'"))
                .containsExactly(text);
    }

    private static void foreignAccount() {
        BulkId id = rig.send("when,text,account\n2027-03-04 10:30,a,rival\n2027-03-04 11:30,b,nobody\n");
        assertThat(rig.faults(id)).isEqualTo("1:account-unknown 2:account-unknown");
        assertThat(rig.rows(id))
                .extracting(row -> row.faults().getFirst().reason().replaceAll("'.*'", "x"))
                .containsOnly("The brand has no account x.");
    }

    private static void past(String when) {
        BulkId id = rig.send("when,text\n%s,Yesterday\n%s".formatted(when, GOOD));
        assertThat(rig.faults(id)).isEqualTo("1:past-time");
        rig.plan(id, BulkMode.ROW_BY_ROW);
        assertThat(rig.number("select count(*) from post where text = 'Yesterday'"))
                .isZero();
        rig.ask(plans -> plans.undo(id));
    }

    private static void nul(String text) {
        BulkId id = rig.send("when,text\n2027-08-04 10:30,%s\n%s".formatted(text, GOOD));
        assertThat(rig.faults(id)).isEqualTo("1:cell-broken");
        assertThat(rig.run(id).counts().ready()).isEqualTo(1);
    }

    private static void assertFailed(String content, String reason) {
        assertThat(rig.run(rig.send(content)))
                .returns(BulkState.FAILED, BulkRun::state)
                .satisfies(run -> assertThat(run.failure()).contains(reason));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    static Stream<Arguments> inputs() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BulkBadInputsTest.class.getResourceAsStream("bulk-bad-inputs.jsonl")),
                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .map(BulkBadInputsTest::object)
                    .map(line -> Arguments.of(line.getString("name"), line.getString("input")))
                    .toList()
                    .stream();
        }
    }

    private static JsonObject object(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
