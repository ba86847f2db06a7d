package org.gazouillis.rollup;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What can be added up: events of a bucket or period. Likes, reposts, replies and quotes are net of those
/// taken back, so they may be below zero in a bucket.
///
/// @param removed reports of programs, which are in no other number
public record Tally(
        long views,
        long anonymousViews,
        long likes,
        long reposts,
        long replies,
        long quotes,
        long clicks,
        long removed,
        Interest interest) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, Interest.NONE);

    /// The columns that hold it, in every table of rolled-up figures.
    static final List<String> COLUMNS = List.of(
            "views",
            "anonymous_views",
            "likes",
            "reposts",
            "replies",
            "quotes",
            "clicks",
            "removed",
            "profile_clicks",
            "hashtag_clicks",
            "detail_expands",
            "media_engagements",
            "status_follows",
            "bookmarks");

    /// The columns for a query that reads a tally, as in `columns("sum(b.?) as ?")`.
    ///
    /// @param each what stands for each, with `?` in the place of its name
    public static String columns(String each) {
        return COLUMNS.stream().map(column -> each.replace("?", column)).collect(Collectors.joining(", "));
    }

    public Tally plus(Tally other) {
        return new Tally(
                views + other.views,
                anonymousViews + other.anonymousViews,
                likes + other.likes,
                reposts + other.reposts,
                replies + other.replies,
                quotes + other.quotes,
                clicks + other.clicks,
                removed + other.removed,
                interest.plus(other.interest));
    }

    public Tally minus(Tally other) {
        return new Tally(
                views - other.views,
                anonymousViews - other.anonymousViews,
                likes - other.likes,
                reposts - other.reposts,
                replies - other.replies,
                quotes - other.quotes,
                clicks - other.clicks,
                removed - other.removed,
                interest.minus(other.interest));
    }

    public static Tally sum(Collection<Tally> tallies) {
        return tallies.stream().reduce(NONE, Tally::plus);
    }

    /// What everybody sees beneath the statuses (product.md 4.3, `eng_pub`).
    public long interactions() {
        return likes + reposts + replies + quotes;
    }

    /// All of them (product.md 4.3, `eng`). The column `engagements` of `status_total` is the same sum.
    public long engagements() {
        return interactions() + clicks + interest.engagements();
    }
}
