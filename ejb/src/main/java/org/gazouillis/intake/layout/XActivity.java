package org.gazouillis.intake.layout;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.RejectRule;
import org.gazouillis.intake.RowRefused;
import org.gazouillis.intake.file.ForeignRow;
import org.jspecify.annotations.Nullable;

/// X/Twitter's tweet activity of 2014–2023: 40 columns, the last 18 those of paid distribution with `-` for none. In
/// 2015 likes were still called favorites. Counts stand as `1010.0`, times as `2020-01-31 16:59 +0000`.
public final class XActivity implements Layout {
    private static final String ID = "Tweet id";
    private static final String LINK = "Tweet permalink";
    private static final String TEXT = "Tweet text";
    private static final String TIME = "time";
    private static final String PROMOTED = "promoted ";
    private static final String RATE = "engagement rate";
    private static final Map<String, Figure> COUNTS = Map.ofEntries(
            Map.entry("impressions", Figure.IMPRESSIONS),
            Map.entry("engagements", Figure.ENGAGEMENTS),
            Map.entry("retweets", Figure.REPOSTS),
            Map.entry("replies", Figure.REPLIES),
            Map.entry("likes", Figure.LIKES),
            Map.entry("favorites", Figure.LIKES),
            Map.entry("user profile clicks", Figure.PROFILE_CLICKS),
            Map.entry("url clicks", Figure.LINK_CLICKS),
            Map.entry("hashtag clicks", Figure.HASHTAG_CLICKS),
            Map.entry("detail expands", Figure.DETAIL_EXPANDS),
            Map.entry("permalink clicks", Figure.PERMALINK_CLICKS),
            Map.entry("app opens", Figure.APP_OPENS),
            Map.entry("app installs", Figure.APP_INSTALLS),
            Map.entry("follows", Figure.FOLLOWS),
            Map.entry("email tweet", Figure.EMAIL_TWEETS),
            Map.entry("dial phone", Figure.PHONE_DIALS),
            Map.entry("media views", Figure.MEDIA_VIEWS),
            Map.entry("media engagements", Figure.MEDIA_ENGAGEMENTS));

    private final Dates dates;
    private final boolean brokenBytes;

    public XActivity(Clock clock, boolean brokenBytes) {
        dates = new Dates(TIME, ZoneOffset.UTC, clock, new DateOrder(), "uuuu-MM-dd HH:mm xx");
        this.brokenBytes = brokenBytes;
    }

    public static boolean isHeader(List<String> columns) {
        return columns.containsAll(List.of(ID, LINK, TEXT, TIME, "impressions", RATE));
    }

    @Override
    public ForeignStatus read(ForeignRow row) {
        Cells.refuseBrokenLetters(row, brokenBytes);
        var permalink = Cells.label(row, LINK);
        var link = StatusLink.of(permalink);
        var id = ForeignId.of(row, ID, link);
        if (id == null) {
            throw new RowRefused(ID, "", RejectRule.ID_MISSING, "The tweet has no id. Export the file again.");
        }
        Cells.checkRate(row, RATE);
        Cells.checkRate(row, PROMOTED + RATE);
        var time = dates.read(Cells.value(row, TIME));
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
                figures(row, ""),
                figures(row, PROMOTED));
    }

    private static Map<Figure, Long> figures(ForeignRow row, String prefix) {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        COUNTS.forEach((name, figure) -> put(figures, figure, Cells.count(row, prefix + name)));
        return figures;
    }

    static void put(Map<Figure, Long> figures, Figure figure, @Nullable Long count) {
        if (count != null) {
            figures.put(figure, count);
        }
    }
}
