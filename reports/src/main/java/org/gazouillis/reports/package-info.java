/// Tables on their way out of the house: a neutral [ReportTable] in, a file format out, row by row.
///
/// A closed library. It knows the JDK, Commons CSV, fastexcel, PDFBox and JSpecify, and neither the database nor HTTP.
/// Whoever has rows describes them once ([Column], [CellType]) and pours them; [ReportWriter] turns them into a
/// [CsvFormat], [XActivityFormat], [JsonLinesFormat] or [XlsxFormat] file. No row is held: memory stays flat at any
/// length. What people shall read page by page is a [ReportDocument], which [PdfReport] sets.
///
/// The same rows give the same bytes, whenever and wherever they are written: no file tells when it was made.
///
/// ```java
/// var table = new ReportTable(
///         List.of(new Column("post_id", CellType.TEXT), new Column("likes", CellType.NUMBER)),
///         ZoneId.of("Europe/Paris"),
///         sink -> sink.row("1009", 17L));
/// long rows = ReportWriter.write(table, CsvFormat.RFC_4180, out);
/// ```
///
/// Sub-packages are closed: `table` says how a cell is spelt, `csv`, `json`, `xlsx` and `pdf` write one format each.
@NullMarked
package org.gazouillis.reports;

import org.jspecify.annotations.NullMarked;
