package org.gazouillis.rollup;

/// What readers did with statuses beside what stands beneath those for everybody: openings by
/// [org.gazouillis.engage.OpeningRules], follows from a status net of those who left again, and bookmarks net of those
/// taken back, which nobody but their owners see.
public record Interest(
        long profileClicks,
        long hashtagClicks,
        long detailExpands,
        long mediaEngagements,
        long statusFollows,
        long bookmarks) {
    public static final Interest NONE = new Interest(0, 0, 0, 0, 0, 0);

    public Interest plus(Interest other) {
        return new Interest(
                profileClicks + other.profileClicks,
                hashtagClicks + other.hashtagClicks,
                detailExpands + other.detailExpands,
                mediaEngagements + other.mediaEngagements,
                statusFollows + other.statusFollows,
                bookmarks + other.bookmarks);
    }

    Interest minus(Interest other) {
        return new Interest(
                profileClicks - other.profileClicks,
                hashtagClicks - other.hashtagClicks,
                detailExpands - other.detailExpands,
                mediaEngagements - other.mediaEngagements,
                statusFollows - other.statusFollows,
                bookmarks - other.bookmarks);
    }

    /// Those that are engagements (product.md 4.3, `eng`). Bookmarks are not public here, and X does not count them.
    public long engagements() {
        return profileClicks + hashtagClicks + detailExpands + mediaEngagements + statusFollows;
    }
}
