package org.gazouillis.network;

import java.time.Duration;
import java.util.List;
import org.gazouillis.network.PollTerms.Fault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PollTermsTest {
    @Test
    void twoToFourOptionsOfFiftyCharactersCanBePutToReaders() {
        assertThat(faults("a", "b")).isEmpty();
        assertThat(faults("a", "b", "c", "👩‍👩‍👧‍👦".repeat(50))).isEmpty();
        assertThat(faults("a")).containsExactly(Fault.OPTIONS);
        assertThat(faults("a", "b", "c", "d", "e")).containsExactly(Fault.OPTIONS);
        assertThat(faults("a", "é".repeat(51))).containsExactly(Fault.OPTION_LONG);
    }

    @Test
    void emptyOptionsAreLeftOutAndEqualOnesToldOf() {
        PollTerms terms = lasting(Duration.ofDays(1), " Thé \n vert\u0000", "", "Café", "\t");
        assertThat(terms.options()).containsExactly("Thé vert", "Café");
        assertThat(faults("Café", "Cafe\u0301 ")).containsExactly(Fault.OPTION_TWICE);
    }

    @Test
    void itLastsFiveMinutesToAMonth() {
        assertThat(lasting(Duration.ofSeconds(300), "a", "b").flaws()).isEmpty();
        assertThat(lasting(PollTerms.LONGEST, "a", "b").flaws()).isEmpty();
        assertThat(lasting(Duration.ofSeconds(299), "a", "b").flaws())
                .extracting(PollTerms.Flaw::fault)
                .containsExactly(Fault.DURATION);
        assertThat(lasting(PollTerms.LONGEST.plusSeconds(1), "a", "b").flaws())
                .extracting(PollTerms.Flaw::fault)
                .containsExactly(Fault.DURATION);
    }

    @Test
    void itIsReadBackAsItWasWritten() {
        PollTerms terms = new PollTerms(List.of("\"a\"", "b\\"), true, true, Duration.ofHours(3));
        assertThat(PollTerms.parse(terms.json())).isEqualTo(terms);
        assertThat(PollTerms.parse(null)).isNull();
    }

    private static List<Fault> faults(String... options) {
        return lasting(Duration.ofDays(1), options).flaws().stream()
                .map(PollTerms.Flaw::fault)
                .toList();
    }

    private static PollTerms lasting(Duration time, String... options) {
        return new PollTerms(List.of(options), false, false, time);
    }
}
