package org.gazouillis.web.access;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPageTest {
    @Test
    void believesTheBrowserThatSaysWhereARequestComesFrom() {
        assertThat(isOwn(Map.of("Sec-Fetch-Site", "same-origin"))).isTrue();
        assertThat(isOwn(Map.of("Sec-Fetch-Site", "cross-site"))).isFalse();
        assertThat(isOwn(Map.of("Sec-Fetch-Site", "same-site"))).isFalse();
        assertThat(isOwn(Map.of("Sec-Fetch-Site", "cross-site", "X-Requested-With", "gazouillis")))
                .isFalse();
    }

    @Test
    void comparesTheOriginWithTheHostWhereTheBrowserSaysNoMore() {
        assertThat(isOwn(Map.of("Origin", "http://desk.example:8080", "Host", "desk.example:8080")))
                .isTrue();
        assertThat(isOwn(Map.of("Origin", "http://desk.example.evil", "Host", "desk.example")))
                .isFalse();
        assertThat(isOwn(Map.of("Origin", "null", "Host", "desk.example"))).isFalse();
        assertThat(isOwn(Map.of("Origin", "not a uri at all", "Host", "desk.example")))
                .isFalse();
    }

    @Test
    void asksProgramsForAHeaderThatForeignPagesCannotSend() {
        assertThat(isOwn(Map.of("X-Requested-With", "gazouillis"))).isTrue();
        assertThat(isOwn(Map.of())).isFalse();
    }

    private static boolean isOwn(Map<String, String> headers) {
        return OwnPage.isSender(headers::get);
    }
}
