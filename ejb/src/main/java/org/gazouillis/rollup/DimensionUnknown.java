package org.gazouillis.rollup;

import java.util.List;

/// Somebody asked for a breakdown that does not exist.
public final class DimensionUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DimensionUnknown(String key, List<String> known) {
        super("Figures are not broken down by \"" + key + "\". They are by: " + String.join(", ", known) + ".");
    }
}
