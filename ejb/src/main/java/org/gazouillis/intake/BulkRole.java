package org.gazouillis.intake;

import java.util.List;
import java.util.Locale;

/// What a column of a file of posts can mean. Header names under which other programs write it are lower case without
/// blanks and signs, the best first.
public enum BulkRole {
    /// Day and time in one cell.
    WHEN(
            "when",
            "postingtime",
            "scheduledat",
            "scheduleat",
            "scheduledate",
            "scheduledtime",
            "postatspecifictime",
            "publishat",
            "dateandtime",
            "datetime",
            "dateheure",
            "dueat",
            "quand"),
    /// The day, with the time in a column of its own or in the same cell.
    DATE("date", "day", "jour"),
    TIME("time24hr", "time", "hour", "heure"),
    TEXT("messagetext", "text", "message", "content", "caption", "post", "body", "tweet", "texte"),
    /// Goes behind the text.
    LINK("link", "linkurl", "url", "links", "lien"),
    /// `network:handle`, several with `;` between them.
    ACCOUNT("account", "accounts", "accountid", "profile", "channel", "handle", "compte"),
    /// The network of a handle that stands alone.
    NETWORK("network", "platform", "platforms", "réseau", "reseau"),
    /// A campaign by its name.
    CAMPAIGN("campaign", "campaignname", "campagne"),
    ZONE("zone", "timezone", "tz", "fuseau", "fuseauhoraire"),
    LANG("lang", "language", "langue"),
    /// Is told, and not fetched.
    PICTURE(
            "imageurl",
            "imageurls",
            "mediaurl",
            "mediaurls",
            "pictureurl",
            "pictureurl1",
            "picture",
            "image",
            "gifurl",
            "videourls");

    private final List<String> wellKnown;

    BulkRole(String... wellKnown) {
        this.wellKnown = List.of(wellKnown);
    }

    public List<String> wellKnownNames() {
        return wellKnown;
    }

    /// The name in the API and in the database.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ImportWishRefused when there is no such role
    public static BulkRole of(String key) {
        for (var role : values()) {
            if (role.key().equals(key)) {
                return role;
            }
        }
        throw new ImportWishRefused("'" + key + "' is nothing that a column can mean. Known are when, date, time, text,"
                + " link, account, network, campaign, zone, lang and picture.");
    }
}
