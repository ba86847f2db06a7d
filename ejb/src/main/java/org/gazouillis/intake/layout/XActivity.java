package org.gazouillis.intake.layout;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.gazouillis.intake.Figure;
import org.gazouillis.intake.ForeignStatus;
import org.gazouillis.intake.file.ForeignRow;

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

    private static final XColumns COLUMNS =
            new XColumns(ID, LINK, TEXT, TIME, "tweet", List.of(RATE, PROMOTED + RATE), COUNTS, PROMOTED);

    private final XRows rows;

    public XActivity(Clock clock, boolean brokenBytes) {
        rows = new XRows(
                COLUMNS, new Dates(TIME, ZoneOffset.UTC, clock, new DateOrder(), "uuuu-MM-dd HH:mm xx"), brokenBytes);
    }

    public static boolean isHeader(List<String> columns) {
        return columns.containsAll(List.of(ID, LINK, TEXT, TIME, "impressions", RATE));
    }

    @Override
    public ForeignStatus read(ForeignRow row) {
        return rows.read(row);
    }
}
