package org.gazouillis.rollup;

/// What can be added up: events of a bucket or period. Likes, reposts and replies are net of those taken back, so
/// they may be below zero in a bucket.
public record Tally(long views, long anonymousViews, long likes, long reposts, long replies, long clicks) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                views + other.views,
                anonymousViews + other.anonymousViews,
                likes + other.likes,
                reposts + other.reposts,
                replies + other.replies,
                clicks + other.clicks);
    }

    public long engagements() {
        return likes + reposts + replies;
    }
}
