package org.gazouillis.reports;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.gazouillis.reports.ReportDocument.Heading;
import org.gazouillis.reports.ReportDocument.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PdfScriptsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nouvelle collection 🎉🚲 en magasin ❤",
                "東京の新しいお店がオープンしました。",
                "北京新店今天开业",
                "서울에 새 매장이 문을 열었습니다",
                "ร้านใหม่ในกรุงเทพ",
                "Открытие магазина · Νέο κατάστημα",
                "שלום עולם",
                "مرحبا بكم في متجرنا الجديد",
                "فروشگاه تازه ما باز شد",
                "ہماری نئی دکان کھل گئی ہے"
            })
    void postsOfManyScriptsAreShownAndCanBeFound(String text) throws IOException {
        assertThat(read(text)).contains(text);
    }

    @Test
    void headingsInBoldBorrowFromOtherFaces() throws IOException {
        try (PDDocument pdf = pdf(new Heading("Été 2026 ☀ 夏 🎉"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Été 2026 ☀ 夏 🎉");
        }
    }

    @Test
    void emojiOfSeveralSignsAreShownByTheirParts() throws IOException {
        assertThat(read("👩‍💻👍🏽 1️⃣")).contains("👩💻👍 1").doesNotContain("\uFFFD");
    }

    @Test
    void whatNoFaceHasIsMarked() throws IOException {
        assertThat(read("Namaste नमस्ते")).contains("Namaste \uFFFD");
    }

    @Test
    void arabicRunsFromTheRightInJoinedLetters() throws IOException {
        List<TextPosition> letters = letters("مرحبا");
        assertThat(letters.getFirst().getX()).isLessThan(letters.getLast().getX());
        assertThat(signs("مرحبا")).containsExactly("\uFE8E", "\uFE92", "\uFEA3", "\uFEAE", "\uFEE3");
    }

    @Test
    void whatIsSeenInAnotherOrderIsReadAloudAsItWasWritten() throws IOException {
        assertThat(spoken("Prix : שלום (חדש) 2026")).containsExactly("Prix : שלום (חדש) 2026");
        assertThat(spoken("Prix : 20 € 🎉")).isEmpty();
    }

    @Test
    void lamAndAlefAreOneSign() throws IOException {
        assertThat(signs("سلام")).containsExactly("\uFEE1", "\uFEFC", "\uFEB3");
    }

    /// What a Persian writer keeps apart stays apart: the letter before takes its last shape.
    @Test
    void joinersShapeLettersAndAreNotSeen() throws IOException {
        assertThat(signs("می\u200Cروم")).containsExactly("\uFEE1", "\uFEED", "\uFEAD", "\uFBFD", "\uFEE3");
        assertThat(signs("میروم")).containsExactly("\uFEE1", "\uFEED", "\uFEAE", "\uFBFF", "\uFEE3");
    }

    @Test
    void scriptsWithoutSpacesBreakWhereTheyMay() throws IOException {
        String text = "東京の新しいお店がオープンしました。".repeat(12);
        List<String> lines = read("Tokyo " + text).lines().toList();
        List<String> broken = lines.stream().filter(line -> line.contains("東")).toList();
        assertThat(broken).hasSizeGreaterThan(2).noneMatch(line -> line.startsWith("。") || line.startsWith("ー"));
        assertThat(broken.getFirst()).startsWith("Tokyo 東京");
        assertThat(String.join("", broken)).isEqualTo("Tokyo " + text);
    }

    private static String read(String text) throws IOException {
        try (PDDocument pdf = pdf(new Paragraph(text))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /// From left to right.
    private static List<TextPosition> letters(String text) throws IOException {
        var letters = new ArrayList<TextPosition>();
        try (PDDocument pdf = pdf(new Paragraph(text))) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    if (letter.getFontSizeInPt() == 10) {
                        letters.add(letter);
                    }
                }
            }.getText(pdf);
        }
        return letters;
    }

    private static List<String> signs(String text) throws IOException {
        return letters(text).stream().map(TextPosition::getUnicode).toList();
    }

    /// The words that stand behind the marks of the first page.
    private static List<String> spoken(String text) throws IOException {
        var words = new ArrayList<String>();
        try (PDDocument pdf = pdf(new Paragraph(text))) {
            PDPage page = pdf.getPage(0);
            for (Object token : new PDFStreamParser(page).parse()) {
                if (token instanceof COSName name && page.getResources().getProperties(name) != null) {
                    COSDictionary properties =
                            page.getResources().getProperties(name).getCOSObject();
                    words.add(properties.getString(COSName.ACTUAL_TEXT));
                }
            }
        }
        return words;
    }

    private static PDDocument pdf(ReportDocument.Block block) throws IOException {
        var document = new ReportDocument(
                "Report",
                Locale.ENGLISH,
                "#0B6E75",
                Instant.parse("2026-07-14T07:00:00Z"),
                Typesetting.WORLD,
                "Footer",
                List.of(block));
        return Loader.loadPDF(Specimen.bytes(out -> PdfReport.write(document, out)));
    }
}
