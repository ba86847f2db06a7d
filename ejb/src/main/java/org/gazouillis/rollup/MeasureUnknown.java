package org.gazouillis.rollup;

import java.util.List;

/// Somebody asked for a measure that does not exist.
public final class MeasureUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MeasureUnknown(String key, List<String> known) {
        super("There is no measure \"" + key + "\". There are: " + String.join(", ", known) + ".");
    }
}
