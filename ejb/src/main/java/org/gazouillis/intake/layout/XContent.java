package org.gazouillis.intake.layout;

import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.gazouillis.intake.file.ForeignRow;

/// X Analytics' content file, 2024 and later. `Date` is a day (`Tue, Jul 14, 2026`) without time or zone: it is kept as
/// the beginning of that day in the brand's zone and marked as date only.
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

    private final Dates dates;
    private final boolean brokenBytes;

    public XContent(ZoneId brandZone, Clock clock, boolean brokenBytes) {
        dates = new Dates(DATE, brandZone, clock, new DateOrder(), "EEE, MMM d, uuuu");
        this.brokenBytes = brokenBytes;
    }

    public static boolean isHeader(List<String> columns) {
        return columns.containsAll(List.of(ID, DATE, TEXT, LINK));
    }

    @Override
    public ForeignStatus read(ForeignRow row) {
        Cells.refuseBrokenLetters(row, brokenBytes);
        var permalink = Cells.label(row, LINK);
        var link = StatusLink.of(permalink);
        var id = ForeignId.of(row, ID, link);
        if (id == null) {
            throw new RowRefused(ID, "", RejectRule.ID_MISSING, "The post has no id. Export the file again.");
        }
        var time = dates.read(Cells.value(row, DATE));
        return new ForeignStatus(
                row.line(),
                "x",
                id,
                link == null ? null : link.author(),
                Cells.text(row, TEXT, true),
                null,
                time.at(),
                time.dateOnly(),
                permalink,
                null,
                figures(row),
                Map.of());
    }

    private static Map<Figure, Long> figures(ForeignRow row) {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        COUNTS.forEach((name, figure) -> XActivity.put(figures, figure, Cells.count(row, name)));
        return figures;
    }
}
