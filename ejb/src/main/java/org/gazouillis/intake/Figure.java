package org.gazouillis.intake;

import java.util.List;
import java.util.Locale;

/// A number that another network counted for one of its statuses. Columns of `imported_status` bear the same names.
public enum Figure {
    IMPRESSIONS("impressions", "views", "viewcount", "impressioncount"),
    ENGAGEMENTS("engagements"),
    LIKES("likes", "favorites", "favourites", "favoritecount", "favouritescount", "likecount", "nlikes"),
    REPOSTS("reposts", "retweets", "retweetcount", "repostcount", "reblogs", "reblogscount", "nretweets"),
    REPLIES("replies", "replycount", "repliescount", "comments", "nreplies"),
    QUOTES("quotes", "quotecount", "nquotes"),
    BOOKMARKS("bookmarks", "bookmarkcount"),
    SHARES("shares", "sharecount"),
    FOLLOWS("follows", "newfollows"),
    LINK_CLICKS("linkclicks", "urlclicks", "clicks", "urllinkclicks"),
    PROFILE_CLICKS("profileclicks", "userprofileclicks", "profilevisits"),
    HASHTAG_CLICKS("hashtagclicks"),
    DETAIL_EXPANDS("detailexpands"),
    PERMALINK_CLICKS("permalinkclicks"),
    MEDIA_VIEWS("mediaviews", "videoviews"),
    MEDIA_ENGAGEMENTS("mediaengagements"),
    APP_OPENS("appopens"),
    APP_INSTALLS("appinstalls"),
    EMAIL_TWEETS("emailtweet", "emailtweets"),
    PHONE_DIALS("dialphone", "phonedials");

    private final List<String> wellKnown;

    Figure(String... wellKnown) {
        this.wellKnown = List.of(wellKnown);
    }

    /// The column in the database and, in camel case, the key in a mapping.
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Header names under which other programs write it, lower case without spaces, `_` and `-`; best first.
    public List<String> wellKnownNames() {
        return wellKnown;
    }
}
