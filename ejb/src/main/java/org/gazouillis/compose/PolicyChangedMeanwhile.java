package org.gazouillis.compose;

/// Somebody else changed the house rules since they were read.
public final class PolicyChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PolicyChangedMeanwhile(int expected, int actual) {
        super("The rules were changed meanwhile: you read revision " + expected + ", they are at " + actual
                + ". Read them again and repeat your change.");
    }
}
