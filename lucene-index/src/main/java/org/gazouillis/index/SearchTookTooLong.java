package org.gazouillis.index;

import java.time.Duration;

/// The search was given up at its time limit; nothing is wrong with the index.
public final class SearchTookTooLong extends RuntimeException {

    public SearchTookTooLong(Duration limit) {
        super("The search took longer than " + limit.toMillis()
                + " ms: ask for rarer words, or for fewer days with since: and until:");
    }
}
