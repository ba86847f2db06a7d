package org.gazouillis.compose;

/// A second text that is wished for, as typed; an empty one wishes for no trial.
public record TrialWish(String text, TrialTerms terms) {
    public static final TrialWish NONE = new TrialWish("", TrialTerms.USUAL);

    TrialWish resolved(Variables variables) {
        return new TrialWish(variables.resolve(text), terms);
    }
}
