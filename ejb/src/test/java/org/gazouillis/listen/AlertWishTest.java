package org.gazouillis.listen;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlertWishTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    private static final QuietHours LUNCH = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));

    @ParameterizedTest
    @CsvSource({
        "AT_ONCE, 2026-11-23T08:00:00Z, 2026-11-23T08:01:00Z",
        "HOURLY,  2026-11-23T08:00:00Z, 2026-11-23T09:00:00Z",
        "DAILY,   2026-11-23T06:59:59Z, 2026-11-23T07:00:00Z",
        "DAILY,   2026-11-23T07:00:00Z, 2026-11-24T07:00:00Z",
        "DAILY,   2026-10-24T20:00:00Z, 2026-10-25T07:00:00Z"
    })
    void aDigestGathersForItsTime(Digest digest, Instant first, Instant told) {
        assertThat(wish(digest, null).tellAt(first)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T20:30:00Z, 2026-11-23T20:31:00Z",
        "2026-11-23T20:59:00Z, 2026-11-24T06:00:00Z",
        "2026-11-23T23:30:00Z, 2026-11-24T06:00:00Z",
        "2026-11-24T05:58:00Z, 2026-11-24T06:00:00Z",
        "2026-11-24T06:00:00Z, 2026-11-24T06:01:00Z"
    })
    void aNightOfQuietHoursEndsInTheMorning(Instant first, Instant told) {
        assertThat(wish(Digest.AT_ONCE, NIGHT).tellAt(first)).isEqualTo(told);
    }

    @Test
    void quietHoursWithinADayEndOnIt() {
        assertThat(wish(Digest.AT_ONCE, LUNCH).tellAt(Instant.parse("2026-11-23T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-23T13:00:00Z"));
        assertThat(wish(Digest.HOURLY, LUNCH).tellAt(Instant.parse("2026-11-23T12:30:00Z")))
                .isEqualTo(Instant.parse("2026-11-23T13:30:00Z"));
    }

    @Test
    void quietHoursFollowTheClocksOfTheZone() {
        assertThat(wish(Digest.AT_ONCE, NIGHT).tellAt(Instant.parse("2026-10-24T22:30:00Z")))
                .as("the night of the change is an hour longer")
                .isEqualTo(Instant.parse("2026-10-25T06:00:00Z"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON)).isInstanceOf(AlertRefused.class);
        assertThatThrownBy(() -> new AlertWish(Digest.AT_ONCE, null, PARIS, false, Double.NaN, 5))
                .isInstanceOf(AlertRefused.class);
        assertThatThrownBy(() -> new AlertWish(Digest.AT_ONCE, null, PARIS, false, 3, 0))
                .isInstanceOf(AlertRefused.class);
    }

    private static AlertWish wish(Digest digest, @Nullable QuietHours quiet) {
        return new AlertWish(digest, quiet, PARIS, false, 3, 5);
    }
}
