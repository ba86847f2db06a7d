package org.gazouillis.listen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlikeTest {
    @Test
    void theSameUnderAnotherLinkOrWithAWordChangedIsFoldedUnderTheFirst() {
        List<FoundStatus> page = List.of(
                said(
                        5,
                        "Dimanche à 11 h, on ouvre la boutique de Lyon avec un café et des madeleines. https://a.example/1"),
                said(4, "Un tout autre message, qui ne parle ni de boutique ni de café."),
                said(
                        3,
                        "dimanche a 11 h on ouvre la boutique de Lyon avec un café et des madeleines ! https://b.example/2"),
                said(2, "Dimanche à 11 h, on ouvre la boutique de Lyon avec un thé et des madeleines."),
                said(1, "Un tout autre message qui ne parle ni de boutique, ni de café"));
        assertThat(Alike.among(page)).isEqualTo(Map.of(3L, 5L, 2L, 5L, 1L, 4L));
    }

    @Test
    void shortTextsAreAlikeOnlyWhenTheyAreTheSame() {
        assertThat(Alike.among(List.of(said(3, "Merci !"), said(2, "Merci ?"), said(1, "Mercis"))))
                .isEqualTo(Map.of(2L, 3L));
    }

    private static FoundStatus said(long id, String text) {
        return new FoundStatus(
                id, text, "fr", null, "", "", Instant.EPOCH, false, null, null, null, null, "x", null, "");
    }
}
