package org.gazouillis.intake.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks written by hand, sound and unsound. Styles: 0 plain, 1 `m/d/yy h:mm`, 2 a day of one's own format, 3
/// `h:mm`.
public final class Xlsx {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String STYLES = HEAD + "<styleSheet " + MAIN + "><numFmts count=\"1\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"[$-40C]dd\\ mmmm\\ yyyy;@\"/></numFmts><cellXfs count=\"4\">"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>";
    private static final String TYPES = HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + "</Types>";
    private static final String RELS = HEAD
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"t\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"rId2\" Type=\"t\" Target=\"styles.xml\"/></Relationships>";
    private static final String R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Xlsx(String rows, String properties) {
        with("[Content_Types].xml", TYPES);
        with(
                "xl/workbook.xml",
                HEAD + "<workbook " + MAIN + " " + R + ">" + properties
                        + "<sheets><sheet name=\"Posts\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        with("xl/_rels/workbook.xml.rels", RELS);
        with("xl/styles.xml", STYLES);
        with(
                "xl/worksheets/sheet1.xml",
                HEAD + "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /// @param rows of `<row r="1">…</row>`
    public static Xlsx of(String... rows) {
        return new Xlsx(String.join("", rows), "");
    }

    /// With the days of a Macintosh of 1984.
    static Xlsx from1904(String... rows) {
        return new Xlsx(String.join("", rows), "<workbookPr date1904=\"1\"/>");
    }

    public Xlsx with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    Xlsx with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    public static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    public static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public static String number(String address, int style, String value) {
        return "<c r=\"" + address + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }
}
