package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Many writes in few requests, in the order in which they were said.
final class Bulk {

    private static final int LARGEST = 4 << 20;

    private static final String CHANGE = "update";

    /// What is counted before it is written, or removed twice, does no harm.
    private static final String NO_SUCH_DOCUMENT = "document_missing_exception";

    /// Nor does what is counted while an index that was lost is built anew: it is written with the documents.
    private static final String NO_SUCH_INDEX = "index_not_found_exception";

    private final Cluster cluster;
    private final String path;
    private final Map<String, String> parameters;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    /// @param parameters of the request, such as `require_alias`
    Bulk(Cluster cluster, String index, Map<String, String> parameters) {
        this.cluster = cluster;
        this.path = "/" + index + "/_bulk";
        this.parameters = parameters;
    }

    void put(long id, Map<String, Object> document) {
        say("index", id, document);
    }

    /// Changes these fields of a document, if there is one.
    void change(long id, Map<String, Object> fields) {
        say(CHANGE, id, Map.of("doc", fields));
    }

    void delete(long id) {
        say("delete", id, null);
    }

    private void say(String what, long id, @Nullable Map<String, Object> more) {
        line(Map.of(what, Map.of("_id", Long.toString(id))));
        if (more != null) {
            line(more);
        }
        if (lines.size() > LARGEST) {
            send();
        }
    }

    private void line(Map<String, Object> json) {
        lines.writeBytes(Cluster.bytes(json));
        lines.write('\n');
    }

    /// @throws org.gazouillis.index.IndexUnusable when one of them was not done
    void send() {
        if (lines.size() == 0) {
            return;
        }
        JsonNode answer = cluster.bulk(path, parameters, lines.toByteArray());
        lines.reset();
        for (JsonNode item : answer.path("items")) {
            item.properties().forEach(done -> check(done.getKey(), done.getValue()));
        }
    }

    private void check(String what, JsonNode done) {
        JsonNode error = done.path("error");
        String type = error.path("type").asText();
        boolean harmless = type.equals(NO_SUCH_DOCUMENT) || (what.equals(CHANGE) && type.equals(NO_SUCH_INDEX));
        if (!error.isMissingNode() && !harmless) {
            String how = type.equals(Cluster.BLOCKED) ? Cluster.LETS_NOBODY_WRITE : "cannot be written: ";
            throw cluster.unusable(how + error.path("reason").asText(), type.equals(NO_SUCH_INDEX), null);
        }
    }
}
