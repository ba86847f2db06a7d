package org.gazouillis.compose;

import java.util.List;

/// By what a trial tells two texts apart: which share of the people who saw one did something of these within an hour.
/// Clicks on short links are not among them: those tell people apart in another way, so nobody knows which text they
/// saw.
public enum TrialMeasure {
    /// Any of the others, or followed the account for it.
    ANY(
            "LIKE",
            "REPOST",
            "REPLY",
            "QUOTE",
            "FOLLOW",
            "PROFILE_CLICK",
            "HASHTAG_CLICK",
            "DETAIL_EXPAND",
            "MEDIA_ENGAGEMENT"),
    /// Liked, reposted, answered or quoted, which only members can.
    INTERACTION("LIKE", "REPOST", "REPLY", "QUOTE"),
    /// Opened its profile, a hashtag, the answers or an image.
    OPENING("PROFILE_CLICK", "HASHTAG_CLICK", "DETAIL_EXPAND", "MEDIA_ENGAGEMENT");

    private final List<String> kinds;

    TrialMeasure(String... kinds) {
        this.kinds = List.of(kinds);
    }

    /// Kinds of engagement.
    public List<String> kinds() {
        return kinds;
    }
}
