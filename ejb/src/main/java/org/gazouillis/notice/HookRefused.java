package org.gazouillis.notice;

/// An address cannot be used for notices, or there is none.
public final class HookRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HookRefused(String sentence) {
        super(sentence);
    }
}
