package org.gazouillis.trial;

/// Why a trial is over.
public enum Ground {
    /// The second text does better, beyond chance.
    BETTER,
    /// The second text does harm, beyond chance.
    WORSE,
    /// Whatever the difference is, it is smaller than the least that matters.
    ALIKE,
    /// Its days were over, and nothing was found.
    TIME,
    /// Somebody ended it.
    HAND,
    /// A crisis stop did.
    STOP,
    /// The status was taken away.
    REMOVED
}
