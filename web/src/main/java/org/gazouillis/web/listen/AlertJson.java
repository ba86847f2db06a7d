package org.gazouillis.web.listen;

import java.time.Instant;
import org.gazouillis.listen.Alert;
import org.gazouillis.listen.QuietHours;
import org.jspecify.annotations.Nullable;

/// An alert of the caller's.
///
/// @param search id of the saved search that is watched
/// @param name of that search; so are `query` and `brand`
/// @param kind `MATCH` or `VOLUME`
/// @param digest `AT_ONCE`, `HOURLY` or `DAILY`
/// @param quietFrom local time such as `22:00`, left out when every hour is good; so is `quietTo`
/// @param zone IANA name such as `Europe/Paris`
/// @param strength of a volume alert: how many times the usual spread above the usual
/// @param least of a volume alert: fewer posts in an hour are never told of
/// @param seen posts, or hours, in the last ninety days
public record AlertJson(
        String id,
        String search,
        String name,
        String query,
        @Nullable String brand,
        String kind,
        String digest,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        String zone,
        boolean muted,
        double strength,
        int least,
        long seen,
        @Nullable Instant lastSeenAt) {
    static AlertJson of(Alert alert) {
        QuietHours quiet = alert.wish().quiet();
        return new AlertJson(
                alert.id().toString(),
                alert.search().toString(),
                alert.name(),
                alert.query(),
                alert.only(),
                alert.kind().name(),
                alert.wish().digest().name(),
                quiet == null ? null : quiet.from().toString(),
                quiet == null ? null : quiet.to().toString(),
                alert.wish().zone().getId(),
                alert.wish().muted(),
                alert.wish().strength(),
                alert.wish().least(),
                alert.seen(),
                alert.lastSeenAt());
    }
}
