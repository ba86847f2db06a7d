package org.gazouillis.compose;

/// When a post is wanted.
public sealed interface Plan {
    Plan LATER = new Later();
    Plan NOW = new Now();
    Plan QUEUE = new Queue();

    static Plan at(DueTime due) {
        return new At(due);
    }

    /// Not yet: it stays a draft.
    record Later() implements Plan {}

    /// At once, by the database's clock.
    record Now() implements Plan {}

    /// At the next free time of its account's queue; `schedule` finds it, and until then the post is a draft.
    record Queue() implements Plan {}

    record At(DueTime due) implements Plan {}
}
