package org.gazouillis.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gazouillis.reports.ReportDocument.Bar;
import org.gazouillis.reports.ReportDocument.Bars;
import org.gazouillis.reports.ReportDocument.Figure;
import org.gazouillis.reports.ReportDocument.Figures;
import org.gazouillis.reports.ReportDocument.Grid;
import org.gazouillis.reports.ReportDocument.Head;
import org.gazouillis.reports.ReportDocument.Heading;
import org.gazouillis.reports.ReportDocument.Paragraph;

/// One report in every format, and a process of its own that prints the digests of all.
final class Specimen {
    private static final Instant AT = Instant.parse("2026-07-14T07:00:00Z");

    private Specimen() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (byte[] file : files()) {
            out.println(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        }
    }

    static List<byte[]> files() throws IOException {
        return List.of(
                bytes(out -> ReportWriter.write(table(), new XlsxFormat("Posts"), out)),
                bytes(out -> ReportWriter.write(table(), new CsvFormat(';', true, true), out)),
                bytes(out -> ReportWriter.write(table(), new JsonLinesFormat(false), out)),
                bytes(out -> PdfReport.write(document(40), out)));
    }

    static ReportDocument document(int rows) {
        return document(rows, Typesetting.WORLD);
    }

    static ReportDocument document(int rows, Typesetting typesetting) {
        List<Bar> bars = IntStream.rangeClosed(1, 14)
                .mapToObj(day -> new Bar(day + " juil.", day == 5 ? null : day * 7L, Long.toString(day * 7L)))
                .toList();
        List<List<String>> cells = IntStream.range(0, rows)
                .mapToObj(i -> List.of(
                        "14 juil. 2026, 09:0" + i % 10,
                        "Un café à Besançon, où l’été s’achève : « œuvre » n° " + i + " & co. https://gz.example/" + i,
                        "1 010",
                        "3,1 %"))
                .toList();
        return new ReportDocument(
                "Rapport hebdomadaire – Nord Café",
                Locale.FRENCH,
                "#0B6E75",
                AT,
                typesetting,
                "Données au 14 juillet 2026, 09:00 (Europe/Paris)",
                List.of(
                        new Paragraph("Du 1er au 14 juillet 2026.\nUne bonne quinzaine : ça marche ! 日本 👍"),
                        new Figures(List.of(
                                new Figure("Impressions", "84 210", "vues des publications"),
                                new Figure("Engagements", "2 610", "j’aime + réponses + partages"),
                                new Figure("Taux d’engagement", "3,1 %", "2 610 ÷ 84 210"),
                                new Figure("Publications", "–", "inconnu"))),
                        new Heading("Impressions par jour"),
                        new Bars("Impressions", "Barres : 7 le 1er juillet, 98 le 14 juillet.", bars),
                        new Heading("Publications"),
                        new Grid(
                                "Toutes les publications, la plus récente d’abord",
                                List.of(
                                        new Head("Publié", 22, false),
                                        new Head("Texte", 50, false),
                                        new Head("Impressions", 15, true),
                                        new Head("Taux", 13, true)),
                                cells)));
    }

    private static ReportTable table() {
        return new ReportTable(
                List.of(
                        new Column("id", CellType.TEXT),
                        new Column("at", CellType.INSTANT),
                        new Column("likes", CellType.NUMBER),
                        new Column("rate", CellType.RATE)),
                ZoneId.of("Europe/Paris"),
                sink -> {
                    for (long i = 0; i < 2_000; i++) {
                        sink.row("été " + i, AT.plusSeconds(i), i, i / 2_000.0);
                    }
                });
    }

    static byte[] bytes(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        writing.write(out);
        return out.toByteArray();
    }

    interface Writing {
        void write(OutputStream out) throws IOException;
    }
}
