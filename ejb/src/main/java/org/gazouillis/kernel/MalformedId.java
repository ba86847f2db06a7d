package org.gazouillis.kernel;

/// A text that should be an id is not one. Callers answer as for an id that does not exist.
public final class MalformedId extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedId(String text) {
        super("\"" + text + "\" is not an id: ids are whole numbers of up to 19 digits.");
    }
}
