package org.gazouillis.rollup;

/// Somebody asked for a window that does not exist.
public final class WindowUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WindowUnknown(String key) {
        super("A window is \"activity\" (events in the period) or \"post\" (posts published in the period), not \""
                + key + "\".");
    }
}
