package org.gazouillis.report;

import java.time.Duration;

/// How long files that were prepared in the background are kept.
public record ExportKeeping(Duration files) {
    public ExportKeeping {
        if (files.isNegative() || files.isZero()) {
            throw new IllegalArgumentException("Exports are kept for at least a while, not for " + files + ".");
        }
    }
}
