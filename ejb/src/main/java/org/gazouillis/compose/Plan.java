package org.gazouillis.compose;

import java.time.Duration;

/// When a post is wanted.
public sealed interface Plan {
    Plan LATER = new Later();
    Plan NOW = new Now(Duration.ZERO);
    Plan QUEUE = new Queue();

    static Plan at(DueTime due) {
        return new At(due);
    }

    /// At once, but for the time to think better of it.
    static Plan now(Duration respite) {
        return new Now(respite);
    }

    /// Not yet: it stays a draft.
    record Later() implements Plan {}

    /// At once, by the database's clock, after a respite (mostly none) in which it can be undone.
    record Now(Duration respite) implements Plan {}

    /// At the next free time of its account's queue; `schedule` finds it, and until then the post is a draft.
    record Queue() implements Plan {}

    record At(DueTime due) implements Plan {}
}
