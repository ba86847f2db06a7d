package org.gazouillis.compose;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.network.LinkAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FollowedLinksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Queue<URI> asked = new ConcurrentLinkedQueue<>();
    private final FollowedLinks links = new FollowedLinks(
            address -> {
                asked.add(address);
                return LinkAnswer.THERE;
            },
            new OwnAddress("http://127.0.0.1:8080"));

    @AfterEach
    void stop() {
        links.stop();
    }

    @Test
    void addressesAreAskedForOnce() {
        links.follow(List.of("https://a.example/x", "a.example/x"), PATIENCE);
        links.follow(List.of("https://a.example/x"), PATIENCE);
        assertThat(asked).containsExactly(URI.create("https://a.example/x"));
        assertThat(links.known("a.example/x")).contains(LinkAnswer.THERE);
    }

    @Test
    void nobodyFloodsAServerByOurHands() {
        for (int call = 0; call < 20; call++) {
            int first = call * 20;
            links.follow(
                    IntStream.range(first, first + 20)
                            .mapToObj(n -> "https://Victim.example/" + n)
                            .toList(),
                    PATIENCE);
        }
        links.follow(List.of("https://other.example/"), PATIENCE);
        assertThat(asked).hasSize(61).contains(URI.create("https://other.example/"));
        assertThat(links.known("https://victim.example/399")).isEmpty();
    }
}
