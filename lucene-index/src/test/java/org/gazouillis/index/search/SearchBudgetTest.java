package org.gazouillis.index.search;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchBudgetTest {

    @Test
    void waitingForABusyMachineIsForgivenForAWhileOnly() {
        var patient = new SearchBudget(Duration.ofMillis(100));
        waitFor(Duration.ofMillis(150));
        assertThat(patient.shouldExit()).isFalse();
        waitFor(Duration.ofMillis(1_000));
        assertThat(patient.shouldExit()).isTrue();
    }

    @Test
    void workIsNot() {
        var budget = new SearchBudget(Duration.ofMillis(20));
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!budget.shouldExit() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(System.nanoTime()).isLessThan(end);
    }

    private static void waitFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
