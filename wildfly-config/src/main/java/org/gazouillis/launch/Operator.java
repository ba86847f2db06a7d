package org.gazouillis.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Speaks with the running application over HTTP.
record Operator(HttpClient http, String server) {
    static Operator of(DataFolder data) {
        return new Operator(client(), data.runningServer());
    }

    /// Speaks HTTP/1.1: an upgrade to HTTP/2 within plain HTTP is a detour.
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /// Sends and returns the answer's body.
    ///
    /// @throws Refused with the application's own words when the answer is not a success
    String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofMinutes(5)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new Refused("The server answers " + answer.statusCode() + ": " + Json.reason(answer.body()));
            }
            return answer.body();
        } catch (ConnectException e) {
            throw new Refused("Nobody answers at " + server + ". Start the server with ./gazouillis run.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.");
        }
    }

    /// An API token, asked for with the secret that only the owner of the data folder can read.
    ///
    /// @param body whom it shall speak for, as JSON
    String token(DataFolder data, String body) {
        String answer = send(asOperator(data, "/operator/tokens")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return Json.text(answer, "token");
    }

    /// With the secret that only the owner of the data folder can read.
    HttpRequest.Builder asOperator(DataFolder data, String path) {
        return to(path).header("Authorization", "Operator " + data.secrets().password("operator"));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server).resolve(path)).header("Accept", "application/json");
    }
}
