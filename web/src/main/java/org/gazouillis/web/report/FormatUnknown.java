package org.gazouillis.web.report;

/// A parameter `format` is none of the words that are known.
public final class FormatUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FormatUnknown(String word, String known) {
        super("There is no format '" + word + "'. Say one of " + known + ".");
    }
}
