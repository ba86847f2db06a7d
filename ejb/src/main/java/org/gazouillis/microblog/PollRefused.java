package org.gazouillis.microblog;

import java.util.stream.Collectors;
import org.gazouillis.network.PollTerms;

/// A poll that cannot be so; the message says why and how to mend it.
public final class PollRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PollRefused(String message) {
        super(message);
    }

    /// @throws PollRefused when the status asks something that cannot be put to readers
    static void unlessFits(NewStatus wish) {
        PollTerms poll = wish.poll();
        if (poll == null) {
            return;
        }
        if (!poll.flaws().isEmpty()) {
            throw new PollRefused(
                    poll.flaws().stream().map(PollTerms.Flaw::sentence).collect(Collectors.joining(" ")));
        }
        if (!wish.images().isEmpty()) {
            throw new PollRefused("A status shows images or asks something, not both. Leave one of them out.");
        }
    }
}
