package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// A script at work: HTTP with an API token, JSON in and out.
///
/// @param token what goes into `Authorization: Bearer`, empty for a stranger
record Desk(HttpClient http, String token) {
    /// Somebody without a token.
    static Desk stranger() {
        return new Desk(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build(),
                "");
    }

    /// A member with a token of all scopes, as `./gazouillis token` would print it.
    static Desk of(String email) {
        Desk operator = stranger();
        JsonObject answer = json(operator.send(operator.to("operator/tokens")
                .header("Authorization", "Operator " + RunningServer.operatorSecret())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        Json.createObjectBuilder().add("email", email).build().toString()))));
        return new Desk(operator.http(), answer.getString("token"));
    }

    /// So many days from now, as the API writes times.
    static String inDays(int days) {
        return Clock.systemUTC().instant().plus(Duration.ofDays(days)).toString();
    }

    HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    /// The answer to a GET that must succeed.
    JsonObject read(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return json(answer);
    }

    /// The bare array that a Mastodon-shaped list answers.
    JsonArray list(String path) {
        try (JsonReader reader = Json.createReader(new StringReader(get(path).body()))) {
            return reader.readArray();
        }
    }

    HttpResponse<String> post(String path, JsonObject body) {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())));
    }

    /// Sends a file with a form, as a browser would; `fields` are names and values in turn.
    HttpResponse<String> upload(String path, String fileName, String content, String... fields) {
        return upload(path, fileName, content.getBytes(StandardCharsets.UTF_8), fields);
    }

    /// @param fields name and value by turns
    HttpResponse<String> upload(String path, String fileName, byte[] content, String... fields) {
        String boundary = "gazouillis" + UUID.randomUUID();
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, fields[i], fields[i + 1]));
        }
        form.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, fileName));
        form.append("Content-Type: application/octet-stream\r\n\r\n");
        return send(to(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        form.toString().getBytes(StandardCharsets.UTF_8),
                        content,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    HttpResponse<String> delete(String path) {
        return send(to(path).DELETE());
    }

    /// A request to be completed by the caller and handed to [#send].
    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        RunningServer.address().resolve(path.startsWith("/") ? path.substring(1) : path))
                .timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError("No answer to " + request.build(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
