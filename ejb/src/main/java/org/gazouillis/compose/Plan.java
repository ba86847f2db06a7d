package org.gazouillis.compose;

/// When a post is wanted.
public sealed interface Plan {
    Plan LATER = new Later();
    Plan NOW = new Now();

    static Plan at(DueTime due) {
        return new At(due);
    }

    /// Not yet: it stays a draft.
    record Later() implements Plan {}

    /// At once, by the database's clock.
    record Now() implements Plan {}

    record At(DueTime due) implements Plan {}
}
