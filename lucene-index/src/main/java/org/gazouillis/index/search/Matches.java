package org.gazouillis.index.search;

import java.io.IOException;
import java.util.List;

/// What one request matches in one engine, to be read in the orders that there are.
public interface Matches {

    /// The newest ones.
    ///
    /// @param wanted how many
    /// @param counted up to how many matches are counted; 0 when nobody asks
    /// @param after the match after which to go on
    Newer newest(int wanted, int counted, Found after) throws IOException;

    /// Ordered by relevance, as [Likeness] has it, are the newest thousand and the thousand most alike of all times.
    Ranking mostAlike() throws IOException;

    /// Those that most people have liked, reposted or answered by now.
    ///
    /// @param wanted how many
    /// @param after the match after which to go on
    Ranking mostEngaged(int wanted, Found after) throws IOException;

    /// @param found in their order, as many as were wanted at most
    /// @param count matches in all, or as many as were to be counted when there are more
    /// @param countedAll false when there are more
    record Newer(List<Found> found, long count, boolean countedAll) {}
}
