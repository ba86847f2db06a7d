package org.gazouillis.microblog;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.StatusId;

/// A poll as a reader sees it.
///
/// @param id the status beside which it stands: it has no other name
/// @param hideTotals whether its results are shown only when it has ended
/// @param ended whether votes are counted no more
/// @param own whether the reader asks it, and so has no vote
/// @param chosen places of what the reader chose, from 0; none when they have not voted
public record Poll(
        StatusId id,
        boolean multiple,
        boolean hideTotals,
        Instant endsAt,
        boolean ended,
        int voters,
        List<Option> options,
        boolean own,
        List<Integer> chosen) {
    public Poll {
        options = List.copyOf(options);
        chosen = List.copyOf(chosen);
    }

    /// Of a poll in which several may be chosen there are more votes than voters.
    public int votes() {
        return options.stream().mapToInt(Option::votes).sum();
    }

    public boolean isVoted() {
        return !chosen.isEmpty();
    }

    /// Whether the results may be seen.
    public boolean isTold() {
        return ended || !hideTotals;
    }

    /// @param votes how many chose it
    public record Option(String title, int votes) {}
}
