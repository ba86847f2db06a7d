package org.gazouillis.index.opensearch;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.gazouillis.index.IndexUnusable;
import org.gazouillis.index.OpenSearchSettings;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.TransportException;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;

/// Talks to a cluster in JSON. Safe for all threads. Every failure leaves here as [IndexUnusable].
final class Cluster implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    /// Writing and care: a node that does not answer for so long is taken for dead.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    /// Somebody, or the cluster itself when a disk is full, has forbidden to write.
    static final String BLOCKED = "cluster_block_exception";

    /// As [#BLOCKED], when it is another index that cannot be created.
    private static final String CREATION_BLOCKED = "index_create_block_exception";

    static final String LETS_NOBODY_WRITE = "lets nobody write: ";

    /// Half a character is written as it is and read as Lucene would read it.
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final OpenSearchSettings settings;
    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;

    Cluster(OpenSearchSettings settings) {
        this.settings = settings;
        HttpHost[] nodes = settings.nodes().stream().map(HttpHost::create).toArray(HttpHost[]::new);
        this.transport = ApacheHttpClient5TransportBuilder.builder(nodes)
                .setMapper(new JacksonJsonpMapper(MAPPER))
                .setDefaultHeaders(headers(settings))
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(PATIENCE)))
                .build();
        this.client = new OpenSearchGenericClient(transport);
    }

    private static Header[] headers(OpenSearchSettings settings) {
        if (settings.user().isEmpty()) {
            return new Header[0];
        }
        byte[] login = (settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
        return new Header[] {
            new BasicHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
        };
    }

    static byte[] bytes(Object json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Maps and lists can be written", impossible);
        }
    }

    static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    /// Sends a request and reads its answer.
    ///
    /// @param body null for none
    JsonNode ask(String method, String path, @Nullable Object body) {
        return found(look(method, path, body));
    }

    /// As [#ask], for what may be missing: then nothing is read.
    JsonNode find(String path) {
        Answer answer = look("GET", path, null);
        return answer.status == NOT_FOUND ? MissingNode.getInstance() : answer.json;
    }

    /// The moment, by the clock of the cluster, to the second.
    Instant now() {
        try {
            Map<String, String> asJson = Map.of("format", "json", "h", "epoch");
            JsonNode health = found(send("GET", "/_cat/health", asJson, null, PATIENCE));
            return Instant.ofEpochSecond(health.path(0).path("epoch").asLong());
        } catch (TimeoutException silent) {
            throw unusable("does not answer", false, silent);
        }
    }

    private Answer look(String method, String path, @Nullable Object body) {
        try {
            return send(method, path, Map.of(), body == null ? null : Body.from(bytes(body), JSON), PATIENCE);
        } catch (TimeoutException silent) {
            throw unusable("does not answer", false, silent);
        }
    }

    JsonNode bulk(String path, Map<String, String> parameters, byte[] lines) {
        try {
            return found(send("POST", path, parameters, Body.from(lines, LINES), PATIENCE));
        } catch (TimeoutException silent) {
            throw unusable("does not answer", false, silent);
        }
    }

    /// @throws TimeoutException when no answer came in that time
    JsonNode search(String path, Map<String, String> parameters, Object body, Duration patience)
            throws TimeoutException {
        return found(send("POST", path, parameters, Body.from(bytes(body), JSON), patience));
    }

    private JsonNode found(Answer answer) {
        if (answer.status == NOT_FOUND) {
            throw refused(answer);
        }
        return answer.json;
    }

    private Answer send(
            String method, String path, Map<String, String> parameters, @Nullable Body body, Duration patience)
            throws TimeoutException {
        CompletableFuture<Response> coming =
                client.executeAsync(Requests.create(method, path, List.of(), parameters, body));
        try (Response response = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            Answer answer = answer(response);
            if (answer.status >= 400 && answer.status != NOT_FOUND) {
                throw refused(answer);
            }
            return answer;
        } catch (TimeoutException silent) {
            coming.cancel(true);
            throw silent;
        } catch (ExecutionException | IOException failure) {
            throw failed(failure instanceof ExecutionException ? failure.getCause() : failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unusable("was not waited for", false, interrupted);
        }
    }

    private IndexUnusable failed(@Nullable Throwable cause) {
        return answered(cause) instanceof ResponseException said
                ? refused(new Answer(said.status(), words(said)))
                : unusable("cannot be reached: " + cause, false, cause);
    }

    /// The client hides the answer behind "Unauthorized access" (401) or "Forbidden access" (403).
    private static @Nullable Throwable answered(@Nullable Throwable cause) {
        return cause instanceof TransportException hiding ? hiding.getCause() : cause;
    }

    /// What a node says while it is overloaded or forbids to write: the client makes a failure of it, in whose message
    /// the answer follows the first line.
    private static JsonNode words(ResponseException said) {
        String message = String.valueOf(said.getMessage());
        try {
            return MAPPER.readTree(message.substring(message.indexOf('\n') + 1));
        } catch (IOException noJson) {
            return MAPPER.createObjectNode().put("error", message);
        }
    }

    private static Answer answer(Response response) throws IOException {
        Body body = response.getBody().orElse(null);
        JsonNode json = body == null ? MissingNode.getInstance() : MAPPER.readTree(body.bodyAsBytes());
        return new Answer(response.getStatus(), json);
    }

    private IndexUnusable refused(Answer answer) {
        JsonNode error = answer.json.path("error");
        JsonNode cause = error.path("root_cause").path(0);
        String reason = (cause.isMissingNode() ? error : cause).path("reason").asText(error.asText());
        return unusable(does(answer.status, error.path("type").asText()) + reason, answer.status == NOT_FOUND, null);
    }

    private static String does(int status, String error) {
        if (error.equals(BLOCKED) || error.equals(CREATION_BLOCKED)) {
            return LETS_NOBODY_WRITE;
        }
        return status == TOO_MANY ? "is overloaded: " : "refuses: ";
    }

    IndexUnusable unusable(String what, boolean lost, @Nullable Throwable cause) {
        return new IndexUnusable(settings.toString(), what, lost, cause);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException failure) {
            throw unusable("was not left cleanly", false, failure);
        }
    }

    private record Answer(int status, JsonNode json) {}
}
