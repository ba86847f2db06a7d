package org.gazouillis.listen;

import org.gazouillis.outbox.OutboxTail;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// When matching gives way to publishing.
class RushTest {
    private final Rush rush = new Rush();

    @Test
    void whileMoreAndMoreWaitThoseWhoPublishGoFirst() {
        assertThat(grows(500)).isTrue();
        assertThat(grows(1_500)).isTrue();
        assertThat(grows(1_500)).isFalse();
    }

    @Test
    void onceItIsWorkedOnItIsWorkedOffWhateverComes() {
        grows(500);
        grows(500);
        assertThat(grows(400)).isFalse();
        assertThat(grows(900)).isFalse();
    }

    @Test
    void nothingWaitsForeverHoweverManyCome() {
        int rests = 0;
        while (grows(100 + rests)) {
            rests++;
        }
        assertThat(rests).isEqualTo(10);
        assertThat(rush.mayGrow()).as("it need not be counted again").isFalse();
    }

    @Test
    void theNextRushIsOneOfItsOwn() {
        grows(500);
        grows(500);
        rush.end();
        assertThat(grows(120)).isTrue();
    }

    private boolean grows(long waiting) {
        return rush.grows(new OutboxTail.Waiting(waiting, null));
    }
}
