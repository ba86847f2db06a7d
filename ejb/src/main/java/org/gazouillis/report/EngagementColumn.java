package org.gazouillis.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gazouillis.reports.CellType;
import org.gazouillis.reports.Column;

/// The columns of the engagement report, in their order; the key is the name in lower case. Definitions: `product.md`
/// section 4.3. New columns are added at the end of their group and raise [#VERSION] when a definition changes.
enum EngagementColumn {
    /// Our post's id, or the id that the other network gave; empty for a status that was not planned as a post.
    POST_ID(CellType.TEXT),
    /// The id of the status here.
    STATUS_ID(CellType.TEXT),
    /// `gazouillis`, or `x`; empty when the imported file does not tell.
    NETWORK(CellType.TEXT),
    /// Handle of the account or author.
    ACCOUNT(CellType.TEXT),
    /// Name of the campaign, or the label in the imported file.
    CAMPAIGN(CellType.TEXT),
    PLANNED_AT(CellType.INSTANT),
    PUBLISHED_AT(CellType.INSTANT),
    /// Zone in which the post was planned, else the brand's: that of the instants in this file.
    ZONE(CellType.TEXT),
    TEXT(CellType.TEXT),
    /// The status on the web: its thread's page here, or its address on the other network.
    PERMALINK(CellType.TEXT),
    /// Views of at least half a card for a second, or the network's figure.
    IMPRESSIONS(CellType.NUMBER),
    /// Distinct people who viewed it. Own statuses only.
    REACH(CellType.NUMBER),
    LIKES(CellType.NUMBER),
    REPLIES(CellType.NUMBER),
    REPOSTS(CellType.NUMBER),
    QUOTES(CellType.NUMBER),
    BOOKMARKS(CellType.NUMBER),
    LINK_CLICKS(CellType.NUMBER),
    PROFILE_CLICKS(CellType.NUMBER),
    HASHTAG_CLICKS(CellType.NUMBER),
    DETAIL_EXPANDS(CellType.NUMBER),
    MEDIA_ENGAGEMENTS(CellType.NUMBER),
    /// Of the author, from the status.
    FOLLOWS(CellType.NUMBER),
    /// Own: likes + replies + reposts + quotes + clicks on links, profile and hashtags + detail expands + media
    /// engagements + follows. Imported: the network's own sum.
    ENGAGEMENTS(CellType.NUMBER),
    /// Engagements ÷ impressions as a fraction; empty without impressions.
    ER_IMPRESSIONS(CellType.RATE),
    /// Every fact up to then is counted.
    DATA_AS_OF(CellType.INSTANT),
    /// Who counted: `gazouillis`, or the source label of the import.
    SOURCE(CellType.TEXT),
    DEFINITION_VERSION(CellType.TEXT);

    static final String VERSION = "3";

    private static final List<Column> ALL = Arrays.stream(values())
            .map(column -> new Column(column.name().toLowerCase(Locale.ROOT), column.type))
            .toList();

    private final CellType type;

    EngagementColumn(CellType type) {
        this.type = type;
    }

    static List<Column> all() {
        return ALL;
    }

    static Column named(String key) {
        return ALL.get(valueOf(key.toUpperCase(Locale.ROOT)).ordinal());
    }
}
