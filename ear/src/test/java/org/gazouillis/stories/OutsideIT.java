package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Publishing to networks outside. The network is a real server that speaks Mastodon's API: this one.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OutsideIT {
    private final Desk owner = Desk.of("owner@demo.example");
    private final Desk speaker = Desk.of("analyst@demo.example");
    private String brand = "";

    @BeforeEach
    void takeTheFirstBrand() {
        JsonObject first =
                owner.read("/api/desk/v1/brands").getJsonArray("items").getJsonObject(0);
        brand = "/api/desk/v1/brands/" + first.getString("id");
    }

    @Test
    void aPostGoesToAMastodonServerOnceAndItsReceiptTellsHow() {
        JsonObject account = connected(mastodon(speaker.token()));
        assertThat(account.getString("handle")).contains("@127.0.0.1");
        assertThat(account.toString()).doesNotContain(speaker.token());
        String text = "Outside " + UUID.randomUUID();
        JsonObject post = write(text, account.getString("id"));
        JsonObject publication = settled(post, "PUBLISHED");
        JsonObject status =
                owner.read("/api/v1/statuses/" + publication.getString("url").replaceAll(".*[=/]", ""));
        assertThat(status.getString("content")).contains(text);
        JsonObject receipt = receipt(post);
        assertThat(receipt.getJsonArray("attempts").getJsonObject(0).getString("outcome"))
                .isEqualTo("CONFIRMED");
        assertThat(receipt.getString("hash"))
                .isEqualTo(receipt.getJsonArray("attempts").getJsonObject(0).getString("hash"));
        assertThat(owner.delete("/api/desk/v1/accounts/" + account.getString("id"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(owner.read(brand + "/accounts").toString()).doesNotContain(account.getString("id"));
    }

    @Test
    void aThreadGoesToAMastodonServerAsRepliesAndTheReceiptCountsThem() {
        JsonObject account = connected(mastodon(speaker.token()));
        String text = "Thread " + UUID.randomUUID();
        HttpResponse<String> answer = owner.post(
                brand + "/posts",
                Json.createObjectBuilder()
                        .add("text", text)
                        .add(
                                "parts",
                                Json.createArrayBuilder().add(text + " two").add(text + " three"))
                        .add("accounts", Json.createArrayBuilder().add(account.getString("id")))
                        .add("now", true)
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonObject publication = settled(Desk.json(answer), "PUBLISHED");
        String parent = publication.getString("url").replaceAll(".*[=/]", "");
        List<JsonObject> replies = owner.read("/api/v1/statuses/" + parent + "/context")
                .getJsonArray("descendants")
                .getValuesAs(JsonObject.class);
        assertThat(replies).hasSize(2);
        for (JsonObject reply : replies) {
            assertThat(reply.getString("in_reply_to_id")).isEqualTo(parent);
            parent = reply.getString("id");
        }
        JsonObject receipt = receipt(Desk.json(answer));
        assertThat(receipt.getInt("parts")).isEqualTo(3);
        assertThat(receipt.getInt("partsThere")).isEqualTo(3);
        owner.delete("/api/desk/v1/accounts/" + account.getString("id"));
    }

    @Test
    void imagesGoToAMastodonServerWithWhatTheyShow() throws IOException {
        JsonObject account = connected(mastodon(speaker.token()));
        String text = "Image " + UUID.randomUUID();
        JsonObject media = image("A blue field");
        HttpResponse<String> answer = owner.post(
                brand + "/posts",
                Json.createObjectBuilder()
                        .add("text", text)
                        .add("media", Json.createArrayBuilder().add(media.getString("id")))
                        .add("accounts", Json.createArrayBuilder().add(account.getString("id")))
                        .add("now", true)
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonObject publication = settled(Desk.json(answer), "PUBLISHED");
        JsonObject status =
                owner.read("/api/v1/statuses/" + publication.getString("url").replaceAll(".*[=/]", ""));
        JsonObject shown = status.getJsonArray("media_attachments").getJsonObject(0);
        assertThat(shown.getString("description")).isEqualTo("A blue field");
        assertThat(owner.get(shown.getString("url").replaceAll("^https?://[^/]+", ""))
                        .statusCode())
                .isEqualTo(200);
        owner.delete("/api/desk/v1/accounts/" + account.getString("id"));
    }

    private JsonObject image(String alt) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(1, 1, 0x2040A0 + ThreadLocalRandom.current().nextInt(99));
        ImageIO.write(picture, "png", file);
        HttpResponse<String> answer = owner.upload(brand + "/media", "field.png", file.toByteArray(), "altEn", alt);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer);
    }

    @Test
    void aTokenThatIsNoneIsRefusedBeforeAnythingIsKept() {
        HttpResponse<String> answer = owner.post(brand + "/accounts", mastodon("gzl_wrong"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Desk.json(answer).getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/token");
        assertThat(answer.body()).doesNotContain("gzl_wrong");
    }

    @Test
    void aWebhookIntoThePrivateNetworkIsRefused() {
        for (String address : new String[] {"http://localhost:9990/", "https://10.1.2.3/hook", "ftp://x.example/"}) {
            JsonObject wish = Json.createObjectBuilder()
                    .add("network", "webhook")
                    .add("endpoint", address)
                    .build();
            HttpResponse<String> answer = owner.post(brand + "/accounts", wish);
            assertThat(answer.statusCode()).as(address).isEqualTo(422);
        }
    }

    @Test
    void onlyAnOwnerConnects() {
        HttpResponse<String> answer =
                Desk.of("approver@demo.example").post(brand + "/accounts", mastodon(speaker.token()));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aFeedShowsWhatWasPublishedThereAndKnowsWhenNothingIsNew() {
        JsonObject account =
                connected(Json.createObjectBuilder().add("network", "rss").build());
        String text = "Feed & <me> " + UUID.randomUUID();
        settled(write(text, account.getString("id")), "PUBLISHED");
        String address = "api/feeds/" + account.getString("id") + ".xml";
        HttpResponse<String> feed = Desk.stranger().get(address);
        assertThat(feed.body())
                .contains(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        String tag = feed.headers().firstValue("ETag").orElseThrow();
        Desk reader = Desk.stranger();
        assertThat(reader.send(reader.to(address).header("If-None-Match", tag).GET())
                        .statusCode())
                .isEqualTo(304);
        owner.delete("/api/desk/v1/accounts/" + account.getString("id"));
        assertThat(Desk.stranger().get(address).statusCode()).isEqualTo(404);
    }

    private static JsonObject mastodon(String token) {
        return Json.createObjectBuilder()
                .add("network", "mastodon")
                .add("endpoint", RunningServer.address().toString())
                .add("token", token)
                .build();
    }

    private JsonObject connected(JsonObject wish) {
        HttpResponse<String> answer = owner.post(brand + "/accounts", wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer);
    }

    private JsonObject write(String text, String account) {
        JsonArray accounts = Json.createArrayBuilder().add(account).build();
        HttpResponse<String> answer = owner.post(
                brand + "/posts",
                Json.createObjectBuilder()
                        .add("text", text)
                        .add("accounts", accounts)
                        .add("now", true)
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer);
    }

    private JsonObject settled(JsonObject post, String state) {
        String address = "/api/desk/v1/posts/" + post.getString("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> owner.read(address).getString("state").equals(state));
        return owner.read(address).getJsonArray("publications").getJsonObject(0);
    }

    private JsonObject receipt(JsonObject post) {
        return owner.read("/api/desk/v1/posts/" + post.getString("id") + "/receipt")
                .getJsonArray("items")
                .getJsonObject(0);
    }
}
