package org.gazouillis.network;

/// The request went out, and what came back does not tell whether it was taken: no answer, half an answer, an error
/// of the server's own.
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String sentence) {
        super(sentence);
    }
}
