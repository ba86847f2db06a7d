package org.gazouillis.bench.netsim;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The images that the played network has: every fifth upload fails, every third is worked on for a while.
final class Gallery {
    private static final int LOOKS_UNTIL_READY = 1;

    private final AtomicInteger taken = new AtomicInteger();
    /// How often each must be looked at before it can be shown.
    private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();

    /// What it answers.
    record Answer(int status, String json) {}

    Answer take(byte[] form) {
        int number = taken.incrementAndGet();
        if (number % 5 == 0 || !new String(form, StandardCharsets.ISO_8859_1).contains("name=\"file\"")) {
            return new Answer(500, "{}");
        }
        boolean later = number % 3 == 0;
        waiting.put("m" + number, new AtomicInteger(later ? LOOKS_UNTIL_READY : 0));
        return new Answer(later ? 202 : 200, "{\"id\":\"m" + number + "\"}");
    }

    Answer look(String id) {
        AtomicInteger looks = waiting.get(id);
        if (looks == null) {
            return new Answer(404, "{}");
        }
        return new Answer(looks.getAndDecrement() > 0 ? 206 : 200, "{\"id\":\"" + id + "\"}");
    }

    boolean hasAll(JsonObject wish) {
        return wished(wish).stream()
                .allMatch(id -> waiting.containsKey(id) && waiting.get(id).get() <= 0);
    }

    static List<String> wished(JsonObject wish) {
        JsonArray ids = wish.getJsonArray("media_ids");
        return ids == null ? List.of() : ids.getValuesAs(JsonString::getString);
    }
}
