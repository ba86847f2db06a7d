package org.gazouillis.bench.netsim;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The statuses that the played network shows, per account, the newest first.
final class Shelf {
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong(1_000);
    private final Map<String, Deque<JsonObject>> byAccount = new ConcurrentHashMap<>();

    Shelf(Clock clock) {
        this.clock = clock;
    }

    String nextId() {
        return String.valueOf(ids.incrementAndGet());
    }

    JsonObject put(String account, String id, String text) {
        String html = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br />");
        JsonObject status = Json.createObjectBuilder()
                .add("id", id)
                .add("created_at", clock.instant().toString())
                .add("content", "<p>" + html + "</p>")
                .add("url", "https://sim.example/@" + account + "/" + id)
                .build();
        Deque<JsonObject> shelf = of(account);
        synchronized (shelf) {
            shelf.addFirst(status);
        }
        return status;
    }

    String list(String account, int limit, long before) {
        JsonArrayBuilder page = Json.createArrayBuilder();
        Deque<JsonObject> shelf = of(account);
        synchronized (shelf) {
            shelf.stream()
                    .filter(each -> Long.parseLong(each.getString("id")) < before)
                    .limit(limit)
                    .forEach(page::add);
        }
        return page.build().toString();
    }

    private Deque<JsonObject> of(String account) {
        return byAccount.computeIfAbsent(account, name -> new ArrayDeque<>());
    }
}
