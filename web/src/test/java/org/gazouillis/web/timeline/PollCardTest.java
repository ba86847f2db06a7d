package org.gazouillis.web.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Poll;
import org.gazouillis.web.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PollCardTest {
    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

    @Test
    void sharesAreOfPeopleAndMayBeMoreThanAWholeTogether() {
        PollCard card = card(true, 3, List.of(0), Duration.ofHours(1), 3, 2, 0);
        assertThat(card.options()).extracting(PollCard.Row::percent).containsExactly(100, 67, 0);
        assertThat(card.options()).extracting(PollCard.Row::share).containsExactly("100%", "67%", "0%");
        assertThat(card.options()).extracting(PollCard.Row::votes).containsExactly("3 votes", "2 votes", "No votes");
        assertThat(card.options()).extracting(PollCard.Row::chosen).containsExactly(true, false, false);
        assertThat(card.turnout()).isEqualTo("3 people voted");
        assertThat(card.open()).isFalse();
    }

    @Test
    void nobodyHasVotedYet() {
        PollCard card = card(false, 0, List.of(), Duration.ofHours(1), 0, 0);
        assertThat(card.options()).extracting(PollCard.Row::percent).containsExactly(0, 0);
        assertThat(card.turnout()).isEqualTo("No votes");
        assertThat(card.open()).isTrue();
        assertThat(card.action("nord")).isEqualTo("/api/desk/v1/polls/7/votes?as=nord");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, ended",
        "PT59S, ends in less than a minute",
        "PT5M, ends in 5 min",
        "PT59M40S, ends in 1 h",
        "PT2H10M, ends in 2 h",
        "PT23H59M58S, ends in 1 day",
        "PT71H, ends in 3 days"
    })
    void theEndIsToldInTheUnitThatFits(Duration left, String words) {
        assertThat(card(false, 0, List.of(), left, 0, 0).end()).isEqualTo(words);
    }

    private static PollCard card(boolean multiple, int voters, List<Integer> chosen, Duration left, int... votes) {
        List<Poll.Option> options = IntStream.of(votes)
                .mapToObj(count -> new Poll.Option("x", count))
                .toList();
        Poll poll = new Poll(
                new StatusId(7), multiple, false, NOW.plus(left), left.isZero(), voters, options, false, chosen);
        return new PollCard(poll, Messages.of(Locale.ENGLISH), ZoneOffset.UTC, NOW);
    }
}
