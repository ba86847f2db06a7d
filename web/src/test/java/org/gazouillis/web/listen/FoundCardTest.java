package org.gazouillis.web.listen;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.listen.FoundStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FoundCardTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void anOwnStatusLeadsToItsThread() {
        FoundCard card = FoundCard.of(found(new ProfileId(7), false, null), Locale.FRENCH, PARIS);
        assertThat(card.link()).isEqualTo("/timeline/thread?id=42");
        assertThat(card.time()).contains("23", "09:30");
        assertThat(card.likes()).isEqualTo("1\u202f200");
    }

    @Test
    void anImportedStatusLeadsToItsNetworkOnlyByASafeAddress() {
        assertThat(FoundCard.of(found(null, false, "https://x.com/s/1"), Locale.ENGLISH, PARIS)
                        .link())
                .isEqualTo("https://x.com/s/1");
        assertThat(FoundCard.of(found(null, false, "javascript:alert(1)"), Locale.ENGLISH, PARIS)
                        .link())
                .isEmpty();
    }

    @Test
    void aDayWithoutTimeShowsNone() {
        FoundCard card = FoundCard.of(found(null, true, null), Locale.ENGLISH, PARIS);
        assertThat(card.time()).isEqualTo("Nov 23, 2026");
        assertThat(card.replies()).isEmpty();
    }

    private static FoundStatus found(@Nullable ProfileId author, boolean dateOnly, @Nullable String permalink) {
        return new FoundStatus(
                42,
                "Bonjour",
                "fr",
                author,
                "nord",
                "Nord",
                Instant.parse("2026-11-23T08:30:00Z"),
                dateOnly,
                1_200L,
                0L,
                null,
                null,
                "x",
                permalink,
                "Bonjour");
    }
}
