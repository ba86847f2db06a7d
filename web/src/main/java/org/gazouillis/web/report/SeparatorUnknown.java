package org.gazouillis.web.report;

/// A parameter `separator` is none of the words that are known.
public final class SeparatorUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SeparatorUnknown(String word) {
        super("There is no separator '" + word + "'. Say comma, semicolon or tab.");
    }
}
