package org.gazouillis.intake.layout;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.file.ForeignRow;

/// X Analytics' content file, 2024 and later. `Date` is a day (`Tue, Jul 14, 2026`) without time or zone: it is kept
/// as the beginning of that day in the brand's zone and marked as date only.
public final class XContent implements Layout {
    private static final String ID = "Post id";
    private static final String DATE = "Date";
    private static final String TEXT = "Post text";
    private static final String LINK = "Post Link";
    private static final Map<String, Figure> COUNTS = Map.ofEntries(
            Map.entry("Impressions", Figure.IMPRESSIONS),
            Map.entry("Likes", Figure.LIKES),
            Map.entry("Engagements", Figure.ENGAGEMENTS),
            Map.entry("Bookmarks", Figure.BOOKMARKS),
            Map.entry("Shares", Figure.SHARES),
            Map.entry("New follows", Figure.FOLLOWS),
            Map.entry("Replies", Figure.REPLIES),
            Map.entry("Reposts", Figure.REPOSTS),
            Map.entry("Profile visits", Figure.PROFILE_CLICKS),
            Map.entry("Detail Expands", Figure.DETAIL_EXPANDS),
            Map.entry("URL Clicks", Figure.LINK_CLICKS),
            Map.entry("Hashtag Clicks", Figure.HASHTAG_CLICKS),
            Map.entry("Permalink Clicks", Figure.PERMALINK_CLICKS));

    private static final XColumns COLUMNS = new XColumns(ID, LINK, TEXT, DATE, "post", List.of(), COUNTS, null);

    private final XRows rows;

    public XContent(ZoneId brandZone, Clock clock, boolean brokenBytes) {
        rows = new XRows(COLUMNS, new Dates(DATE, brandZone, clock, new DateOrder(), "EEE, MMM d, uuuu"), brokenBytes);
    }

    public static boolean isHeader(List<String> columns) {
        return columns.containsAll(List.of(ID, DATE, TEXT, LINK));
    }

    @Override
    public ForeignStatus read(ForeignRow row) {
        return rows.read(row);
    }
}
