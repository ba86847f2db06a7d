package org.gazouillis.index;

import java.time.Duration;

/// What an operator may choose about the index.
///
/// @param ramBufferMegabytes memory for documents not yet written to disk; 64 to 128 serves a node well
/// @param timeLimit a search that works longer than this on the processor is given up with [SearchTookTooLong]
public record IndexSettings(int ramBufferMegabytes, Duration timeLimit) {

    public IndexSettings {
        if (ramBufferMegabytes < 1 || ramBufferMegabytes > 2_000) {
            throw new IllegalArgumentException(
                    "ramBufferMegabytes is " + ramBufferMegabytes + ": choose between 1 and 2000");
        }
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("timeLimit is " + timeLimit + ": it must be positive");
        }
    }

    /// 64 MB and 300 ms.
    public static IndexSettings standard() {
        return new IndexSettings(64, Duration.ofMillis(300));
    }
}
