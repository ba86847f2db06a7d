package org.gazouillis.intake;

import java.util.Locale;

/// Why a row cannot be planned, or what somebody should know about it. Pages look their own words up by the name;
/// programs and files get the sentence of the fault and this mend.
public enum BulkRule {
    ROW_BROKEN("Mend the line in the file, or fill in the cells here."),
    CELL_BROKEN("Type the text anew, or save the file as UTF-8."),
    EMPTY("Write a text, or leave the row out."),
    TOO_LONG("Shorten the text."),
    UNPRINTABLE("Remove the control character."),
    MANY_HASHTAGS("Take some hashtags out."),
    TIME_MISSING("Write day and time, such as 2027-03-04 10:30."),
    DATE_UNREADABLE("Write it as 2027-03-04 10:30, or give the format of the dates."),
    DATE_AMBIGUOUS("Say whether day or month comes first, or write 2027-03-04 10:30."),
    DATE_CONTRADICTORY("Say whether day or month comes first, or mend the odd line."),
    PAST_TIME("Choose a time to come."),
    TOO_FAR("Choose an earlier time."),
    GAP("Choose another time, or leave it as it is."),
    OVERLAP("Write the offset, as in 2027-10-31T02:30+01:00, if the other one is meant."),
    ACCESS_ENDS("Give the account a new token, or choose an earlier time."),
    QUIET("Choose a time outside the quiet period."),
    QUIET_SHIFT("Choose a time outside the quiet period, or leave it as it is."),
    QUIET_HOLD("Choose a time outside the quiet period, or leave it as it is."),
    ZONE_UNKNOWN("Write an IANA name such as Europe/Paris."),
    ACCOUNT_UNKNOWN("Write network:handle of an account of this brand, such as gazouillis:atelier."),
    ACCOUNT_AMBIGUOUS("Write network:handle, such as gazouillis:atelier."),
    ACCOUNT_REFUSED("Choose another account."),
    CAMPAIGN_UNKNOWN("Write the name of a campaign of this brand, or empty the cell."),
    LINK_UNREADABLE("Write a whole address that begins with https://, or empty the cell."),
    PICTURE_LEFT_OUT("Add the picture in the composer."),
    DUPLICATE_ROW("Change the text or the time, or leave the row out."),
    DUPLICATE_POST("Leave the row out, or change its text or time."),
    SAME_TEXT_IN_FILE("Change the text or the time, or leave it as it is."),
    SAME_TEXT_PLANNED("Change the text or the time, or leave it as it is."),
    /// A check of the composer that has no name here.
    REFUSED("Change the row as the sentence says.");

    private final String mend;

    BulkRule(String mend) {
        this.mend = mend;
    }

    /// How to mend it, in English.
    public String mend() {
        return mend;
    }

    /// `too-long`: the name in the API, in files and in keys of texts.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
