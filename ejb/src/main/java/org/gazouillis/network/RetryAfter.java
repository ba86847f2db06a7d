package org.gazouillis.network;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/// How long a server wants to be left alone: `Retry-After` in seconds or as a date, else Mastodon's
/// `X-RateLimit-Reset`. At least a second, at most a day; half a minute when it does not say or says nonsense.
final class RetryAfter {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(1);
    private static final Duration UNSAID = Duration.ofSeconds(30);

    private RetryAfter() {}

    static Duration of(HttpHeaders headers, Instant now) {
        Duration said = headers.firstValue("Retry-After")
                .flatMap(value -> read(value.strip(), now))
                .or(() -> headers.firstValue("X-RateLimit-Reset")
                        .flatMap(value -> until(DateTimeFormatter.ISO_OFFSET_DATE_TIME, value.strip(), now)))
                .orElse(UNSAID);
        return said.compareTo(LEAST) < 0 ? LEAST : said.compareTo(MOST) > 0 ? MOST : said;
    }

    private static Optional<Duration> read(String value, Instant now) {
        return value.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : until(DateTimeFormatter.RFC_1123_DATE_TIME, value, now);
    }

    private static Optional<Duration> until(DateTimeFormatter format, String value, Instant now) {
        try {
            TemporalAccessor date = format.parse(value);
            return Optional.of(Duration.between(now, Instant.from(date)));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
