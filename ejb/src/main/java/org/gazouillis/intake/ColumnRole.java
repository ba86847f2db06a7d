package org.gazouillis.intake;

import java.util.List;

/// What a column of a foreign file can mean, beside a [Figure].
public enum ColumnRole {
    TEXT(
            "text",
            "tweettext",
            "fulltext",
            "posttext",
            "content",
            "message",
            "body",
            "status",
            "caption",
            "tweet",
            "texte"),
    CREATED_AT("createdat", "created", "publishedat", "postedat", "timestamp", "datetime", "date", "time", "tweetdate"),
    ID("id", "idstr", "tweetid", "statusid", "postid"),
    AUTHOR("author", "screenname", "username", "userscreenname", "user.screenname", "handle", "user", "account"),
    LANG("lang", "language"),
    LINK("permalink", "url", "link", "tweetpermalink", "postlink", "tweeturl", "statusurl"),
    SOURCE("src", "sourcelabel", "network", "platform"),
    CAMPAIGN("campaign", "campaignname");

    private final List<String> wellKnown;

    ColumnRole(String... wellKnown) {
        this.wellKnown = List.of(wellKnown);
    }

    /// Header names under which other programs write it, lower case without spaces, `_` and `-`; best first.
    public List<String> wellKnownNames() {
        return wellKnown;
    }
}
