package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// Who gets which answer from each address of the API; the addresses come from its own description.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccessIT {
    private static final String NO_SUCH = "4611686018427387904";

    private final Desk stranger = Desk.stranger();

    @Test
    void strangersAreRefusedWhereverAMemberIsNeeded() {
        forEachOperation((place, operation) -> {
            if (isForMembers(operation)) {
                HttpResponse<String> answer = call(stranger, place, operation);
                assertThat(answer.statusCode()).as(place.toString()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .as(place.toString())
                        .isPresent();
                assertIsProblem(place, answer);
            }
        });
    }

    @Test
    void badTokenIsRefusedEverywhereAlsoWhereStrangersMayRead() {
        Desk liar = new Desk(stranger.http(), "gzl_this-is-no-token");
        forEachOperation(
                (place, operation) -> assertThat(call(liar, place, operation).statusCode())
                        .as(place.toString())
                        .isEqualTo(401));
    }

    @Test
    void tokenForReadingChangesNothing() {
        Desk reader = readerOf("owner@demo.example");
        forEachOperation((place, operation) -> {
            if (isForWriters(operation)) {
                HttpResponse<String> answer = call(reader, place, operation);
                assertThat(answer.statusCode()).as(place.toString()).isEqualTo(403);
                assertIsProblem(place, answer);
            }
        });
    }

    @Test
    void whatDoesNotExistIsNotFoundAndNeverAFault() {
        Desk owner = Desk.of("owner@demo.example");
        forEachOperation((place, operation) -> {
            if (place.path().contains("{") && isForMembers(operation)) {
                HttpResponse<String> answer = call(owner, place, operation);
                assertThat(answer.statusCode()).as(place.toString()).isBetween(400, 499);
                assertIsProblem(place, answer);
            }
        });
    }

    /// What belongs to another workspace answers, to every role, exactly as if it did not exist.
    @Test
    void whatBelongsToOthersAnswersAsIfItDidNotExist() {
        Map<String, String> theirs = thingsOf(Desk.of("rival@other.example"), "atelierrival");
        for (String role : List.of("owner", "manager", "author", "approver", "analyst", "client")) {
            Desk member = Desk.of(role + "@demo.example");
            forEachOperation((place, operation) -> {
                if (place.path().contains("/desk/v1/") && place.path().contains("{") && isForMembers(operation)) {
                    HttpResponse<String> none = call(member, place, operation);
                    theirs.forEach((kind, id) -> {
                        HttpResponse<String> answer = call(member, place.of("atelierrival", id), operation);
                        assertThat(answer.statusCode())
                                .as("%s %s, %s of others", role, place, kind)
                                .isEqualTo(none.statusCode())
                                .isBetween(400, 499);
                        assertThat(answer.body()
                                        .replace("atelierrival", NO_SUCH)
                                        .replace(id, NO_SUCH))
                                .as("%s %s, %s of others", role, place, kind)
                                .isEqualTo(none.body());
                    });
                }
            });
        }
    }

    private static Map<String, String> thingsOf(Desk owner, String brand) {
        String address = "api/desk/v1/brands/" + brand;
        String post = Desk.json(owner.post(
                        address + "/posts",
                        Json.createObjectBuilder()
                                .add("text", "Only ours")
                                .add("dueAt", Desk.inDays(60))
                                .build()))
                .getString("id");
        String run = Desk.json(owner.upload(address + "/imports", "ours.csv", "text,date\nOurs,2026-11-01T10:00:00Z\n"))
                .getString("id");
        return Map.of("post", post, "import", run);
    }

    @Test
    void sessionOnAForeignPageChangesNothing() {
        HttpResponse<String> answer = stranger.send(stranger.to("api/desk/v1/preferences")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString("theme=dark&to=https://evil.example/")));
        assertThat(answer.uri().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void operatorsNeedTheSecret() {
        HttpResponse<String> answer = stranger.send(stranger.to("operator/tokens")
                .header("Authorization", "Operator wrong")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\"owner@demo.example\"}")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("operator-unknown");
    }

    @Test
    void brokenJsonIsToldWithItsPlace() {
        HttpResponse<String> answer = stranger.send(stranger.to("operator/tokens")
                .header("Authorization", "Operator " + RunningServer.operatorSecret())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("malformed-json").doesNotContain("Exception");
    }

    @Test
    void titlesSpeakTheReadersLanguage() {
        HttpResponse<String> answer =
                stranger.send(stranger.to("api/desk/v1/brands").header("Accept-Language", "fr"));
        assertThat(answer.body()).contains("Connectez-vous");
    }

    @Test
    void everyAnswerTellsTheBrowserWhatToRefuse() {
        for (String path :
                List.of("sign-in", "timeline/public", "api/desk/v1/brands", "health/ready", "no/such/page")) {
            Map<String, List<String>> headers = stranger.get(path).headers().map();
            assertThat(headers.get("x-content-type-options")).as(path).containsExactly("nosniff");
            assertThat(headers.get("content-security-policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("frame-ancestors 'none'");
            assertThat(headers).as(path).containsKeys("referrer-policy", "cross-origin-opener-policy", "cache-control");
        }
    }

    private interface Check {
        void on(Place place, JsonObject operation);
    }

    private record Place(String verb, String path) {
        Place of(String brand, String id) {
            return new Place(verb, path.replace("{brand}", brand).replaceAll("\\{[^}]*}", id));
        }
    }

    /// Some at a time: none of them may succeed, so none stands in the way of another.
    private void forEachOperation(Check check) {
        List<Runnable> checks = new ArrayList<>();
        stranger.read("api/openapi.json")
                .getJsonObject("paths")
                .forEach((path, verbs) -> verbs.asJsonObject().forEach((verb, operation) -> {
                    if (!path.contains("/streaming/")) {
                        Place place = new Place(verb.toUpperCase(java.util.Locale.ROOT), path);
                        checks.add(() -> check.on(place, operation.asJsonObject()));
                    }
                }));
        checks.parallelStream().forEach(Runnable::run);
    }

    private static boolean isForMembers(JsonObject operation) {
        return schemes(operation).contains("token");
    }

    private static boolean isForWriters(JsonObject operation) {
        return operation.getJsonArray("security").toString().contains("\"write\"");
    }

    private static Set<String> schemes(JsonObject operation) {
        List<String> all = new ArrayList<>();
        operation
                .getJsonArray("security")
                .forEach(each -> all.addAll(each.asJsonObject().keySet()));
        return Set.copyOf(all);
    }

    private static HttpResponse<String> call(Desk desk, Place place, JsonObject operation) {
        HttpRequest.Builder request =
                desk.to(place.path().replaceAll("\\{[^}]*}", NO_SUCH).substring(1));
        if (place.verb().equals("GET")) {
            return desk.send(request.GET());
        }
        String type = operation.containsKey("requestBody")
                ? operation
                        .getJsonObject("requestBody")
                        .getJsonObject("content")
                        .keySet()
                        .iterator()
                        .next()
                : "application/json";
        String header = type.startsWith("multipart/") ? type + "; boundary=x" : type;
        String body = type.startsWith("multipart/") ? "--x--\r\n" : type.endsWith("json") ? "{}" : "";
        return desk.send(request.header("Content-Type", header).method(place.verb(), BodyPublishers.ofString(body)));
    }

    private static void assertIsProblem(Place place, HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(place.toString())
                .startsWith("application/problem+json");
        assertThat(answer.body()).as(place.toString()).doesNotContain("Exception", "org.gazouillis", "at java");
    }

    private Desk readerOf(String email) {
        JsonObject wish = Json.createObjectBuilder()
                .add("email", email)
                .add("scopes", Json.createArrayBuilder().add("read"))
                .build();
        HttpResponse<String> answer = stranger.send(stranger.to("operator/tokens")
                .header("Authorization", "Operator " + RunningServer.operatorSecret())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish.toString())));
        return new Desk(stranger.http(), Desk.json(answer).getString("token"));
    }
}
