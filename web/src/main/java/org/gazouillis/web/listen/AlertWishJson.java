package org.gazouillis.web.listen;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.gazouillis.listen.Alert;
import org.gazouillis.listen.AlertRefused;
import org.gazouillis.listen.AlertWish;
import org.gazouillis.listen.Digest;
import org.gazouillis.listen.QuietHours;
import org.jspecify.annotations.Nullable;

/// How the caller wants to be told; what is missing stays as it is, or is as usual.
///
/// @param kind `MATCH` (each new post, the default) or `VOLUME` (an hour with unusually many); never changes
/// afterwards
/// @param digest `AT_ONCE`, `HOURLY` or `DAILY` (at eight in the morning): how long mails and calls wait
/// @param quietFrom local time such as `22:00` from which no mail and no call is wanted; empty for none
/// @param quietTo until when
/// @param zone IANA name such as `Europe/Paris`
/// @param muted true: what is seen is kept, and nobody is told
/// @param strength of a volume alert, 1 (often) to 20 (hardly ever), 3 by default
/// @param least of a volume alert: posts in an hour, 5 by default
public record AlertWishJson(
        @Nullable String kind,
        @Nullable String digest,
        @Nullable String quietFrom,
        @Nullable String quietTo,
        @Nullable String zone,
        @Nullable Boolean muted,
        @Nullable Double strength,
        @Nullable Integer least) {
    static final AlertWishJson PLAIN = new AlertWishJson(null, null, null, null, null, null, null, null);

    Alert.Kind kindOrMatch() {
        return kind == null ? Alert.Kind.MATCH : word(Alert.Kind.class, "kind", kind);
    }

    AlertWish wish() {
        return over(AlertWish.plain(ZoneOffset.UTC));
    }

    AlertWish over(AlertWish now) {
        return new AlertWish(
                digest == null ? now.digest() : word(Digest.class, "digest", digest),
                quiet(now.quiet()),
                zone == null || zone.isBlank() ? now.zone() : zone(zone),
                Objects.requireNonNullElse(muted, now.muted()),
                Objects.requireNonNullElse(strength, now.strength()),
                Objects.requireNonNullElse(least, now.least()));
    }

    private @Nullable QuietHours quiet(@Nullable QuietHours now) {
        if (quietFrom == null && quietTo == null) {
            return now;
        }
        String from = Wish.orEmpty(quietFrom);
        String to = Wish.orEmpty(quietTo);
        if (from.isEmpty() != to.isEmpty()) {
            throw new AlertRefused(
                    from.isEmpty() ? "quietFrom" : "quietTo", "Say when quiet hours begin and end, or leave both out.");
        }
        return from.isEmpty() ? null : new QuietHours(time("quietFrom", from), time("quietTo", to));
    }

    private static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException notATime) {
            throw new AlertRefused(field, "Write quiet hours as hours and minutes, such as 22:00.");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new AlertRefused("zone", "Name a time zone such as Europe/Paris.");
        }
    }

    private static <T extends Enum<T>> T word(Class<T> words, String field, String given) {
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new AlertRefused(
                        field, "Say one of " + Arrays.toString(words.getEnumConstants()) + " as " + field + "."));
    }
}
