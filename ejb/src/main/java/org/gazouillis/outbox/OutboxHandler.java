package org.gazouillis.outbox;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reacts to facts, at least once each, on whichever node is free. A handler must be idempotent by event id.
///
/// Facts come in batches in the order of their ids; order between batches is not promised when one is retried. When a
/// batch throws, its facts are tried again one by one, so that a single poisonous fact becomes a dead letter and the
/// others pass. The relay runs `handle` outside any transaction.
public interface OutboxHandler {
    /// Key of the deliveries in the database: never change it.
    String name();

    Set<String> kinds();

    /// Of these kinds it gets only the facts whose payload has this key, and not null: the others say nothing to it.
    default Map<String, String> needs() {
        return Map.of();
    }

    void handle(List<OutboxEvent> batch);
}
