package org.gazouillis.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The file of X's tweet activity, 2014–2023, as X wrote it itself, so that old spreadsheets keep working: 40 columns,
/// all cells in quotes, LF after each row, UTF-8. Times stand as `2020-01-31 16:59 +0000`, the counts of the first
/// generation of columns as `1010.0`, the later ones as `3`, rates in their shortest spelling, `-` for a missing value,
/// and `&`, `<` and `>` of texts as entities. A [ReportTable] for it has exactly [#columns()], with both rates of type
/// [CellType#RATE].
///
/// @param generation what likes are called
/// @param guard      whether texts that a spreadsheet would run as a formula get an apostrophe. X's own files have
///     none, and every reply to somebody begins with `@`: with the guard such texts come back changed
/// @param gzip       whether the file is packed
public record XActivityFormat(Generation generation, boolean guard, boolean gzip) implements ReportFormat {
    private static final List<String> COUNTS = List.of(
            "impressions",
            "engagements",
            "engagement rate",
            "retweets",
            "replies",
            "likes",
            "user profile clicks",
            "url clicks",
            "hashtag clicks",
            "detail expands",
            "permalink clicks",
            "app opens",
            "app installs",
            "follows",
            "email tweet",
            "dial phone",
            "media views",
            "media engagements");

    /// How X called likes, until 2015 and after.
    public enum Generation {
        FAVORITES,
        LIKES
    }

    /// The 40 columns in their order.
    public List<Column> columns() {
        var columns = new ArrayList<Column>();
        Stream.of("Tweet id", "Tweet permalink", "Tweet text")
                .map(key -> new Column(key, CellType.TEXT))
                .forEach(columns::add);
        columns.add(new Column("time", CellType.INSTANT));
        Stream.of("", "promoted ")
                .flatMap(whose -> COUNTS.stream().map(count -> counted(whose, count)))
                .forEach(columns::add);
        return List.copyOf(columns);
    }

    private Column counted(String whose, String count) {
        String name = count.equals("likes") && generation == Generation.FAVORITES ? "favorites" : count;
        return new Column(whose + name, count.endsWith("rate") ? CellType.RATE : CellType.NUMBER);
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8; header=present";
    }
}
