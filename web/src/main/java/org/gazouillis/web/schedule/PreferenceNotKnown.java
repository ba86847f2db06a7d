package org.gazouillis.web.schedule;

/// `prefer` is neither of its two words.
public final class PreferenceNotKnown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PreferenceNotKnown(String word) {
        super("\"prefer\" is \"" + word + "\"; it is \"earlier\" or \"later\".");
    }
}
