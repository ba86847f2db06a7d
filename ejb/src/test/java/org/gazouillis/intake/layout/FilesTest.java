package org.gazouillis.intake.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.Reject;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.file.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class FilesTest {
    private static final String ROW = "a,2017-08-27";

    @Test
    void gzipIsKnownByItsFirstBytes() throws IOException {
        assertThat(Reading.of(Reading.gzip("text,date\n" + ROW + "\n"), "").statuses())
                .hasSize(1);
    }

    @Test
    void aBombIsStoppedWhileItIsRead() throws IOException {
        byte[] bomb = Reading.gzip("text,date\n" + "a".repeat(8 << 20));
        assertThatThrownBy(() -> Reading.of(bomb, ""))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining("too much for its size");
    }

    @Test
    void damagedGzipIsSaid() throws IOException {
        byte[] damaged = Reading.gzip("text,date\n" + ROW + "\n");
        damaged[2] = 99;
        assertThatThrownBy(() -> Reading.of(damaged, "")).hasMessageContaining("damaged gzip");
        byte[] whole = Reading.gzip("text,date\n" + ROW + "\n");
        assertThatThrownBy(() -> Reading.of(java.util.Arrays.copyOf(whole, whole.length - 9), ""))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "\uFEFF"})
    void emptyFilesAreSaid(String content) {
        assertThatThrownBy(() -> Reading.of(content))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining("empty");
    }

    @Test
    void aHeaderAloneIsAFileWithoutRows() {
        assertThat(Reading.of("text,date\n").statuses()).isEmpty();
        assertThat(Reading.of("text,date").rejects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"PK\u0003\u0004xxxx|zip", "[{\"text\":1}]|JSON Lines", "window.YTD.tweets.part0 = [|X archive"})
    void otherKindsOfFileGetAHint(String content, String hint) {
        assertThatThrownBy(() -> Reading.of(content))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorsAreFoundInTheHeader(String separator) {
        String file = String.join(separator, "text", "date", "x;,y".replace(separator, "")) + "\n"
                + String.join(separator, "a", "2017-08-27", "1") + "\n";
        assertThat(Reading.of(file).statuses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndCountsOneLine(String end) {
        String file = String.join(end, "text,date", ROW, "", "\"b\n\"\"c\"\"\",2017-08-27", ROW + ",x", ROW + " ");
        Reading reading = Reading.of(file);
        assertThat(reading.statuses()).extracting(ForeignStatus::line).containsExactly(2L, 4L, 7L);
        assertThat(reading.statuses().get(1).text()).isEqualTo("b\n\"c\"");
        assertThat(reading.rejects()).extracting(Reject::line).containsExactly(6L);
    }

    @Test
    void aQuoteThatNeverClosesCostsItsOwnLineOnly() {
        Reading reading = Reading.of("text,date\n\"open," + "2017-08-27\n" + ROW + "\nsaid \"so\",2017-08-27\n");
        assertThat(reading.rejects())
                .extracting(Reject::line, Reject::value, Reject::rule)
                .containsExactly(tuple(2L, "\"open,2017-08-27", RejectRule.QUOTES));
        assertThat(reading.statuses()).extracting(ForeignStatus::text).containsExactly("a", "said \"so\"");
        assertThat(Reading.of("text,date\n\"").rejects())
                .extracting(Reject::rule)
                .containsExactly(RejectRule.QUOTES);
    }

    @Test
    void cellsRowsAndLinesHaveLimits() {
        var limits = new Limits(20, 60, 1 << 20, 100);
        String longCell = "b".repeat(21);
        Reading cells = Reading.of(
                ("text,date\n" + longCell + ",2017-08-27\n" + ROW + "\n").getBytes(StandardCharsets.UTF_8), "", limits);
        assertThat(cells.rejects()).extracting(Reject::rule).containsExactly(RejectRule.TOO_LONG);
        assertThat(cells.statuses()).hasSize(1);
        String longLine = "{\"text\":\"" + "b".repeat(60) + "\"}\n{\"text\":\"a\",\"date\":\"2017-08-27\"}\n";
        Reading lines = Reading.of(longLine.getBytes(StandardCharsets.UTF_8), "", limits);
        assertThat(lines.rejects()).extracting(Reject::rule).containsExactly(RejectRule.TOO_LONG);
        assertThat(lines.statuses()).hasSize(1);
    }

    @Test
    void aSecondColumnOfTheSameNameIsKeptApart() {
        assertThat(Reading.of("text,date,text\na,2017-08-27,z\n").statuses())
                .extracting(ForeignStatus::text)
                .containsExactly("a");
    }
}
