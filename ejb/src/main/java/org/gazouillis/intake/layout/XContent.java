package org.gazouillis.intake.layout;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.file.ForeignRow;

/// X Analytics' content file, 2024 and later. X has renamed some of its columns since, and writes their names in
/// capitals or not: `Link`, `Share` and `Url clicks` of 2025 are `Post Link`, `Shares` and `URL Clicks` later.
///
/// `Date` is a day (`Tue, Jul 14, 2026`, in 2025 `Mon Feb 03 2025`) without time or zone: it is kept as the beginning
/// of that day in the brand's zone and marked as date only.
public final class XContent implements Layout {
    private static final String ID = "post id";
    private static final String DATE = "date";
    private static final String TEXT = "post text";
    private static final List<String> LINKS = List.of("post link", "link");
    private static final Map<String, Figure> COUNTS = Map.ofEntries(
            Map.entry("impressions", Figure.IMPRESSIONS),
            Map.entry("likes", Figure.LIKES),
            Map.entry("engagements", Figure.ENGAGEMENTS),
            Map.entry("bookmarks", Figure.BOOKMARKS),
            Map.entry("shares", Figure.SHARES),
            Map.entry("share", Figure.SHARES),
            Map.entry("new follows", Figure.FOLLOWS),
            Map.entry("replies", Figure.REPLIES),
            Map.entry("reposts", Figure.REPOSTS),
            Map.entry("profile visits", Figure.PROFILE_CLICKS),
            Map.entry("detail expands", Figure.DETAIL_EXPANDS),
            Map.entry("url clicks", Figure.LINK_CLICKS),
            Map.entry("hashtag clicks", Figure.HASHTAG_CLICKS),
            Map.entry("permalink clicks", Figure.PERMALINK_CLICKS));

    private final XRows rows;

    /// @param header of the file, for which [#isHeader]
    public XContent(List<String> header, ZoneId brandZone, Clock clock, boolean brokenBytes) {
        String date = written(header, DATE).orElseThrow();
        var columns = new XColumns(
                written(header, ID).orElseThrow(),
                link(header).orElseThrow(),
                written(header, TEXT).orElseThrow(),
                date,
                "post",
                List.of(),
                counts(header),
                null);
        rows = new XRows(
                columns, new Dates(date, brandZone, clock, new DateOrder(), "EEE[,] MMM d[,] uuuu"), brokenBytes);
    }

    public static boolean isHeader(List<String> columns) {
        return written(columns, ID).isPresent()
                && written(columns, DATE).isPresent()
                && written(columns, TEXT).isPresent()
                && link(columns).isPresent();
    }

    private static Optional<String> link(List<String> header) {
        return LINKS.stream().flatMap(name -> written(header, name).stream()).findFirst();
    }

    /// The column of that name as the file writes it.
    private static Optional<String> written(List<String> header, String name) {
        return header.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    private static Map<String, Figure> counts(List<String> header) {
        var counts = new HashMap<String, Figure>();
        for (String column : header) {
            Figure figure = COUNTS.get(column.toLowerCase(Locale.ROOT));
            if (figure != null) {
                counts.put(column, figure);
            }
        }
        return counts;
    }

    @Override
    public ForeignStatus read(ForeignRow row) {
        return rows.read(row);
    }
}
