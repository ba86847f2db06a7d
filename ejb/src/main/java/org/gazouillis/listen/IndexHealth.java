package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gazouillis.index.IndexState;
import org.gazouillis.kernel.HealthCheck;

/// Whether this node's search index is open. One that is still being built works: its answers say that they are
/// partial.
@ApplicationScoped
public class IndexHealth implements HealthCheck {
    private final StatusIndexer indexer;

    @Inject
    public IndexHealth(StatusIndexer indexer) {
        this.indexer = indexer;
    }

    IndexHealth() {
        this(new StatusIndexer());
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public State check() {
        return indexer.state().map(state -> State.up(words(state))).orElseGet(() -> State.down("not open"));
    }

    private static String words(IndexState state) {
        return state.partial()
                ? "partial: " + state.done() + " of " + state.total() + " statuses"
                : state.documents() + " statuses";
    }
}
