package org.gazouillis.intake.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.RowRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gazouillis.intake.file.Xlsx.number;
import static org.gazouillis.intake.file.Xlsx.row;
import static org.gazouillis.intake.file.Xlsx.text;

class WorkbookTest {
    private static final Limits LIMITS = new Limits(1 << 14, 1 << 18, 64L << 20, 100);
    private static final String HEADER = row(1, text("A1", "When"), text("B1", "Text"));

    @TempDir
    private Path folder;

    @Test
    void cellsReadAsPeopleSeeThem() throws IOException {
        assertThat(rows(Xlsx.of(
                        HEADER,
                        row(2, number("A2", 1, "46450.4375"), text("B2", "a &amp; b")),
                        row(3, number("A3", 1, "46450.416666666664"), number("B3", 0, "2027")),
                        row(4, number("A4", 2, "46450"), number("B4", 0, "1.0E3")),
                        row(5, number("A5", 3, "0.75"), "<c r=\"B5\" t=\"b\"><v>1</v></c>"),
                        row(7, "<c r=\"B7\" t=\"str\"><f>1&amp;\"x\"</f><v>1x</v></c>"))))
                .containsExactly(
                        "2: 2027-03-04T10:30|a & b",
                        "3: 2027-03-04T10:00|2027",
                        "4: 2027-03-04|1000",
                        "5: 18:00|TRUE",
                        "7: |1x");
    }

    @Test
    void daysAreCountedFrom1904WhereTheWorkbookSaysSo() throws IOException {
        assertThat(rows(Xlsx.from1904(HEADER, row(2, number("A2", 1, "44988.4375"), text("B2", "a")))))
                .containsExactly("2: 2027-03-04T10:30|a");
    }

    @Test
    void blankRowsAreNoRowsAndCellsBehindTheHeaderAreRefused() throws IOException {
        assertThat(rows(Xlsx.of(HEADER, row(2, text("A2", " ")), row(3, text("B3", "a"), text("C3", "lost")))))
                .singleElement()
                .asString()
                .contains("beyond the last column");
    }

    @Test
    void anErrorOfTheSpreadsheetIsNoText() throws IOException {
        assertThat(rows(Xlsx.of(HEADER, row(2, "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>"), row(3, text("B3", "ok")))))
                .first()
                .asString()
                .contains("B2")
                .contains("error of the spreadsheet");
    }

    @Test
    void noEntityIsExpandedAndNoneFetched() {
        String evil = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>"
                + "</sheetData></worksheet>";
        assertRefused(Xlsx.of(HEADER).with("xl/worksheets/sheet1.xml", evil), "document type");
        assertRefused(Xlsx.of(HEADER).with("xl/styles.xml", evil), "document type");
    }

    @Test
    void aBombIsNotUnpacked() {
        assertRefused(Xlsx.of(HEADER).with("xl/media/image1.png", new byte[80 << 20]), "unpacks to more than");
    }

    @Test
    void cellsBeyondTheLastColumnCostNoMemory() {
        assertRefused(Xlsx.of(HEADER, row(2, text("ZZZZZZ2", "a"))), "beyond the last column");
    }

    @Test
    void thousandsOfArrayFormulasCostNoTime() {
        String formulas = IntStream.rangeClosed(1, 600)
                .mapToObj(i -> "<c r=\"A" + i + "\"><f t=\"array\" ref=\"A" + i + "\">1</f><v>1</v></c>")
                .collect(Collectors.joining());
        assertRefused(Xlsx.of(HEADER, row(2, formulas)), "array formulas");
    }

    @Test
    void otherArchivesAndDamagedOnesAreTold() throws IOException {
        assertThatThrownBy(() -> TableFile.open(stored("PK\u0003\u0004rubbish".getBytes("ISO-8859-1")), LIMITS))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining("damaged");
        assertRefused(Xlsx.of(HEADER).with("xl/workbook.xml", "<workbook"), "cannot be read");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3};
        assertThatThrownBy(() -> TableFile.open(stored(old), LIMITS))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining(".xls");
    }

    private void assertRefused(Xlsx workbook, String reason) {
        assertThatThrownBy(() -> rows(workbook))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining(reason);
    }

    private List<String> rows(Xlsx workbook) throws IOException {
        var found = new ArrayList<String>();
        try (var rows = TableFile.open(stored(workbook.bytes()), LIMITS).rows()) {
            for (; ; ) {
                try {
                    var row = rows.next();
                    if (row == null) {
                        return found;
                    }
                    found.add(row.line() + ": " + String.join("|", row.cells().values()));
                } catch (RowRefused refused) {
                    found.add(rows.line() + ": " + refused.getMessage());
                }
            }
        }
    }

    private Path stored(byte[] content) throws IOException {
        return Files.write(folder.resolve("upload"), content);
    }
}
