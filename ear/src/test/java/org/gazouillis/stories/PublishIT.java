package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PublishIT {
    private final Desk desk = Desk.of("author@demo.example");
    private String posts = "";

    @BeforeEach
    void takeTheFirstBrand() {
        JsonObject brand =
                desk.read("/api/desk/v1/brands").getJsonArray("items").getJsonObject(0);
        posts = "/api/desk/v1/brands/" + brand.getString("id") + "/posts";
    }

    @Test
    void postForNowIsOutBeforeTheAnswer() {
        JsonObject post = created(Json.createObjectBuilder()
                .add("text", unique("Maintenant"))
                .add("now", true)
                .build());
        assertThat(post.getString("state")).isEqualTo("PUBLISHED");
        String status = status(post);
        assertThat(desk.read("/api/v1/statuses/" + status).getString("id")).isEqualTo(status);
        assertThat(desk.delete("/api/desk/v1/posts/" + post.getString("id")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void plannedPostIsOutWithinASecondOfItsTimeAndFoundWithinAnother() {
        Instant due = Clock.systemUTC().instant().plusSeconds(4);
        String word = unique("Bientot");
        JsonObject post = created(Json.createObjectBuilder()
                .add("text", word)
                .add("dueAt", due.toString())
                .build());
        assertThat(post.getString("state")).isEqualTo("SCHEDULED");
        String address = "/api/desk/v1/posts/" + post.getString("id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.read(address).getString("state").equals("PUBLISHED"));
        Instant out = Instant.parse(desk.read(address).getString("publishedAt"));
        assertThat(Duration.between(due, out)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> desk.read("/api/desk/v1/search?q=" + word).getInt("total") == 1);
    }

    @Test
    void sameKeyMakesOnePostAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        JsonObject draft =
                Json.createObjectBuilder().add("text", unique("Once")).build();
        String first = Desk.json(withKey(key, draft)).getString("id");
        assertThat(Desk.json(withKey(key, draft)).getString("id")).isEqualTo(first);
        HttpResponse<String> other =
                withKey(key, Json.createObjectBuilder().add("text", "Other").build());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(Desk.json(other).getString("type")).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void whatCannotBePostedIsRefusedWithItsReason() {
        assertProblem(Json.createObjectBuilder().add("text", "é".repeat(142)).build(), 422, "2 more than the 140");
        assertProblem(
                Json.createObjectBuilder()
                        .add("text", "Late")
                        .add("dueAt", "2020-01-01T09:00:00+01:00")
                        .build(),
                422,
                "has passed");
        assertProblem(
                Json.createObjectBuilder()
                        .add("text", "Both")
                        .add("now", true)
                        .add("dueAt", "2030-01-01T09:00:00Z")
                        .build(),
                422,
                "not several");
        JsonObject nowhere = Json.createObjectBuilder()
                .add("local", "2028-01-01T09:00")
                .add("zone", "Mars/Olympus")
                .build();
        assertProblem(
                Json.createObjectBuilder().add("text", "Far").add("at", nowhere).build(), 422, "Mars/Olympus");
        assertProblem(
                Json.createObjectBuilder()
                        .add("text", "Whose")
                        .add("accounts", Json.createArrayBuilder().add("1"))
                        .build(),
                404,
                "no account 1");
    }

    @Test
    void localTimeThatDoesNotExistGoesOutAfterTheGapAndSaysSo() {
        ClockChange change = ClockChange.gap("Europe/Paris");
        JsonObject gap = Json.createObjectBuilder()
                .add("local", change.before().plusMinutes(30).toString())
                .add("zone", "Europe/Paris")
                .build();
        JsonObject post = created(Json.createObjectBuilder()
                .add("text", unique("Gap"))
                .add("at", gap)
                .build());
        assertThat(post.getString("dueAt")).isEqualTo(change.at().toString());
        assertThat(post.getJsonArray("remarks").getJsonObject(0).getString("code"))
                .isEqualTo("GAP");
        String address = "/api/desk/v1/posts/" + post.getString("id");
        assertThat(desk.delete(address).statusCode()).isEqualTo(204);
        assertThat(desk.read(address).getString("state")).isEqualTo("CANCELLED");
    }

    private void assertProblem(JsonObject body, int status, String reason) {
        HttpResponse<String> answer = desk.post(posts, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Desk.json(answer).getString("detail")).contains(reason);
    }

    private JsonObject created(JsonObject body) {
        HttpResponse<String> answer = desk.post(posts, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer);
    }

    private HttpResponse<String> withKey(String key, JsonObject body) {
        return desk.send(desk.to(posts)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static String status(JsonObject post) {
        return post.getJsonArray("publications").getJsonObject(0).getString("statusId");
    }

    private static String unique(String word) {
        return word + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
