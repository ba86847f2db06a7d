package org.gazouillis.dashboard;

import java.util.List;

/// Somebody asked to part figures by something that they are not parted by.
public final class AxisUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AxisUnknown(String key, List<String> known) {
        super("Figures are not parted by \"" + key + "\". They are by: " + String.join(", ", known) + ".");
    }
}
