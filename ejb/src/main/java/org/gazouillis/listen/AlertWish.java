package org.gazouillis.listen;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How a member wants to be told.
///
/// @param quiet null when every hour is good
/// @param zone of the quiet hours, of the morning, and of the hours whose volume is compared
/// @param muted what is seen is kept in the history, and nobody is told
/// @param strength of a volume alert: how many times the usual spread a count must lie above the usual; 1 to 20
/// @param least of a volume alert: fewer posts in an hour are never told of
/// @throws AlertRefused when a number will not do
public record AlertWish(
        Digest digest, @Nullable QuietHours quiet, ZoneId zone, boolean muted, double strength, int least) {
    public static final double USUAL_STRENGTH = 3;
    public static final int USUAL_LEAST = 5;
    private static final int MOST = 1_000_000;

    public AlertWish {
        if (!(strength >= 1 && strength <= 20)) {
            throw new AlertRefused("strength", "Say a strength from 1 (often) to 20 (hardly ever).");
        }
        if (least < 1 || least > MOST) {
            throw new AlertRefused("least", "Say a least number of posts from 1 to " + MOST + ".");
        }
    }

    /// At once and at every hour.
    public static AlertWish plain(ZoneId zone) {
        return new AlertWish(Digest.AT_ONCE, null, zone, false, USUAL_STRENGTH, USUAL_LEAST);
    }

    /// When mails and calls may tell of what began to gather at this instant.
    Instant tellAt(Instant first) {
        Instant gathered = digest.closesAt(first, zone);
        return quiet == null ? gathered : quiet.after(gathered, zone);
    }
}
