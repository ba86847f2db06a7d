package org.gazouillis.reports.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gazouillis.reports.CellType;
import org.gazouillis.reports.Column;
import org.gazouillis.reports.CsvFormat;
import org.gazouillis.reports.ReportTable;
import org.gazouillis.reports.ReportWriter;
import org.gazouillis.reports.StrictCsv;

import static org.assertj.core.api.Assertions.assertThat;

class CsvRoundTripTest {
    private static final List<Column> COLUMNS =
            List.of(new Column("author", CellType.TEXT), new Column("text", CellType.TEXT));

    @Property
    void whatPeopleWroteComesBackThroughAStrictReader(
            @ForAll("nasty") String author, @ForAll("nasty") String text, @ForAll("separators") char separator)
            throws IOException {
        var records = StrictCsv.read(written(author, text, separator), separator);
        assertThat(records).hasSize(2);
        assertThat(records.get(1)).map(FormulaGuard::unguard).containsExactly(author, text);
    }

    @Property
    void noCellBeginsWithAFormulaHoweverItIsPadded(@ForAll("nasty") String text) {
        assertThat(FormulaGuard.guard(text).toString().strip()).doesNotMatch("(?s)[=+\\-@＝＋－＠].*");
    }

    @Property
    void theGuardLosesNothing(@ForAll("nasty") String text) {
        assertThat(FormulaGuard.unguard(FormulaGuard.guard(text).toString())).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> nasty() {
        var marks = Arbitraries.strings()
                .withChars("=+-@＝＋－＠\t\r\n '\",;\u00A0\u202F\u200B\uFEFFaé1")
                .ofMaxLength(12);
        var anything = Arbitraries.strings().all().ofMaxLength(12).filter(CsvRoundTripTest::hasNoLoneSurrogate);
        return Arbitraries.oneOf(marks, anything);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    private static boolean hasNoLoneSurrogate(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String written(String author, String text, char separator) throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new ReportTable(COLUMNS, ZoneOffset.UTC, sink -> sink.row(author, text));
        ReportWriter.write(table, new CsvFormat(separator, false, false), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
