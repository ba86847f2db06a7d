package org.gazouillis.reports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/// A report for people, as [PdfReport] sets it: blocks in their reading order. All texts are ready to be read, in the
/// document's language; here nothing is counted or translated.
///
/// @param title    heads the first page and names the document
/// @param language of its texts, so that it is read aloud rightly
/// @param colour   of the brand, `#rrggbb`, for bars and lines; texts stay dark
/// @param asOf     every fact up to then is counted; also the only date the file bears
/// @param footer   stands below every page, before the number of the page
public record ReportDocument(
        String title,
        Locale language,
        String colour,
        Instant asOf,
        Typesetting typesetting,
        String footer,
        List<Block> blocks) {
    public ReportDocument {
        requireNonNull(language, "language");
        requireNonNull(asOf, "asOf");
        requireNonNull(typesetting, "typesetting");
        blocks = List.copyOf(blocks);
        if (title.isBlank()) {
            throw new IllegalArgumentException("A report needs a title: it is read first.");
        }
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("'" + colour + "' is no colour like #0b6e75.");
        }
    }

    /// A part of the report.
    public sealed interface Block {}

    /// A heading below the title.
    public record Heading(String text) implements Block {}

    /// Running text; line feeds part paragraphs.
    public record Paragraph(String text) implements Block {}

    /// Figures side by side, at most four in a row.
    public record Figures(List<Figure> figures) implements Block {
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /// One figure.
    ///
    /// @param name  what is counted
    /// @param value as people write it, `–` when nobody knows
    /// @param note  how it is made, small below it
    public record Figure(String name, String value, String note) {}

    /// Bars from left to right over a common ground of 0.
    ///
    /// @param caption above the bars
    /// @param spoken  what a screen reader says instead of showing them
    public record Bars(String caption, String spoken, List<Bar> bars) implements Block {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /// One bar.
    ///
    /// @param label below it
    /// @param value at least 0; null leaves a gap, which is not 0
    /// @param shown the value as people write it
    public record Bar(String label, @Nullable Long value, String shown) {
        public Bar {
            if (value != null && value < 0) {
                throw new IllegalArgumentException("A bar cannot be " + value + ": it stands on 0.");
            }
        }
    }

    /// A table with a head, which is repeated on every page.
    ///
    /// @param rows as many cells as columns; empty cells stay empty
    public record Grid(String caption, List<Head> heads, List<List<String>> rows) implements Block {
        public Grid {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
            int width = heads.size();
            if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("Every row of the table needs " + width + " cells.");
            }
        }
    }

    /// The head of one column.
    ///
    /// @param share   of the width, against the other columns
    /// @param numbers whether its cells are numbers, which stand at the right
    public record Head(String text, int share, boolean numbers) {}

    /// What follows begins on a new page.
    public record PageBreak() implements Block {}
}
