package org.gazouillis.reports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PdfReportTest {
    @Test
    void textsCanBeReadAndSearchedWithTheirAccents() throws IOException {
        try (PDDocument pdf = pdf(3)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Rapport hebdomadaire – Nord Café", "où l’été s’achève", "« œuvre »", "ça marche !")
                    .contains("84 210", "Données au 14 juillet 2026", "日本 👍")
                    .doesNotContain("\uFFFD");
        }
    }

    @Test
    void aDocumentThatWasSetInLatinLettersAloneStaysSo() throws IOException {
        byte[] file = Specimen.bytes(out -> PdfReport.write(Specimen.document(1, Typesetting.LATIN), out));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("ça marche ! \uFFFD\uFFFD \uFFFD")
                    .doesNotContain("日本");
        }
    }

    @Test
    void theDocumentSaysItsLanguageAndTitleAndOnlyTheDateOfItsData() throws IOException {
        try (PDDocument pdf = pdf(3)) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Rapport hebdomadaire – Nord Café");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-07-14T07:00:00Z");
            assertThat(pdf.getDocumentInformation().getModificationDate()).isNull();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void tagsNameHeadingsParagraphsTheFigureAndTheTableInTheirOrder() throws IOException {
        try (PDDocument pdf = pdf(2)) {
            var kinds = new ArrayList<String>();
            gather(pdf.getDocumentCatalog().getStructureTreeRoot(), kinds);
            assertThat(kinds)
                    .containsSubsequence(
                            "Document", "H1", "P", "H2", "P", "Figure", "H2", "Table", "Caption", "TR", "TH")
                    .endsWith("TR", "TD", "TD", "TD", "TD");
            assertThat(kinds).filteredOn("TD"::equals).hasSize(8);
            assertThat(figure(pdf.getDocumentCatalog().getStructureTreeRoot()).getAlternateDescription())
                    .startsWith("Barres :");
        }
    }

    @Test
    void aLongTableGoesOnOverPagesWithItsHead() throws IOException {
        try (PDDocument pdf = pdf(120)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            var last = new PDFTextStripper();
            last.setStartPage(2);
            last.setEndPage(2);
            assertThat(last.getText(pdf)).startsWith("Publié Texte Impressions Taux");
        }
    }

    @Test
    void everyFaceIsEmbeddedAsASubset() throws IOException {
        try (PDDocument pdf = pdf(1)) {
            var resources = pdf.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
                assertThat(resources.getFont(name).getName())
                        .matches("[A-Z]{6}\\+(DejaVuSans(-Bold)?|NotoEmoji-Regular|DroidSansFallback)");
            }
            assertThat(resources.getFontNames()).hasSize(4);
        }
        assertThat(Specimen.bytes(out -> PdfReport.write(Specimen.document(1), out)).length)
                .isLessThan(90_000);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new ReportDocument.Bar("x", -1L, "-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReportDocument.Grid("x", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PDDocument pdf(int rows) throws IOException {
        return Loader.loadPDF(Specimen.bytes(out -> PdfReport.write(Specimen.document(rows), out)));
    }

    private static void gather(PDStructureNode node, List<String> kinds) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                gather(element, kinds);
            }
        }
    }

    private static PDStructureElement figure(PDStructureNode node) {
        for (Object kid : ((PDStructureElement) node.getKids().getFirst()).getKids()) {
            if (kid instanceof PDStructureElement element
                    && element.getStructureType().equals("Figure")) {
                return element;
            }
        }
        throw new AssertionError("no figure");
    }
}
