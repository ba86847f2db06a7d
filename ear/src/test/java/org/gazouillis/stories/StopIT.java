package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A crisis: somebody presses on a phone, and decides afterwards.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StopIT {
    private static final String STOPS = "/api/desk/v1/crisis-stops";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk owner = Desk.of("owner@demo.example");
    private final JsonObject brand =
            owner.read("/api/desk/v1/brands").getJsonArray("items").getJsonObject(0);

    /// The other stories want to publish.
    @AfterEach
    void releaseAll() {
        owner.read(STOPS + "?standing=true")
                .getJsonArray("items")
                .forEach(stop -> owner.post(
                        STOPS + "/" + stop.asJsonObject().getString("id") + "/release", JsonValue.EMPTY_JSON_OBJECT));
    }

    @Test
    void twoTapsOnAPhoneHoldEverythingAndTheTriageLetsItGoInOrder() {
        browser.signIn("manager@demo.example", "/dashboard/home?brand=" + brand.getString("handle"));
        browser.resize(390, 844);
        browser.see("#stop-button").click();
        browser.see(".stop-now").click();
        WebElement card = browser.see(".stop-card");
        assertThat(card.getText()).contains("@" + brand.getString("handle"));
        List<String> held = Stream.of("sent", "dropped", "redated")
                .map(word -> word + UUID.randomUUID().toString().substring(0, 8))
                .toList();
        held.forEach(this::writeForNow);
        browser.open("/timeline/public");
        assertThat(browser.see("section.stops").getText()).contains("@" + brand.getString("handle"));

        browser.open("/publish/stop?brand=" + brand.getString("handle"));
        browser.see("[data-release]").click();
        browser.see("#triage");
        assertThat(browser.driver().findElements(By.cssSelector("section.stops")))
                .isEmpty();
        held.forEach(word -> assertThat(state(word)).isEqualTo("HELD"));

        choose(held.get(1));
        browser.see("button[data-deed=DROP]").click();
        browser.see(".toast button").click();
        browser.until(page -> row(held.get(1)) && state(held.get(1)).equals("HELD"));
        choose(held.get(1));
        browser.see("button[data-deed=DROP]").click();
        browser.until(page -> !row(held.get(1)));
        choose(held.get(2));
        browser.see("button[data-deed=REDATE]").click();
        browser.until(page -> !row(held.get(2)));
        choose(held.get(0));
        browser.see("button[data-deed=SEND]").click();
        browser.until(page -> !row(held.get(0)));
        await().atMost(Duration.ofSeconds(60)).until(() -> state(held.get(0)).equals("PUBLISHED"));
        assertThat(state(held.get(1))).isEqualTo("CANCELLED");
        assertThat(state(held.get(2))).isEqualTo("SCHEDULED");
    }

    @Test
    void anAlarmStopsAWordByTheApiAndNothingElse() {
        String word = "alarme" + UUID.randomUUID().toString().substring(0, 8);
        JsonObject wish = Json.createObjectBuilder()
                .add("workspace", true)
                .add("keyword", "#" + word.toUpperCase(java.util.Locale.ROOT))
                .add("reason", "Accident")
                .build();
        HttpResponse<String> raised = owner.post(STOPS, wish);
        assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
        String stop = Desk.json(raised).getString("id");
        assertThat(writeForNow("#" + word + " today")).isEqualTo("HELD");
        assertThat(writeForNow("no hashtag " + UUID.randomUUID())).isEqualTo("PUBLISHED");
        assertThat(owner.read(STOPS + "/" + stop).getJsonObject("figures").getInt("held"))
                .isEqualTo(1);
        assertThat(owner.post(STOPS, JsonValue.EMPTY_JSON_OBJECT).statusCode()).isEqualTo(422);
        Desk author = Desk.of("author@demo.example");
        assertThat(author.post(STOPS, wish).statusCode()).isEqualTo(403);
        assertThat(author.post(STOPS + "/" + stop + "/release", JsonValue.EMPTY_JSON_OBJECT)
                        .statusCode())
                .isEqualTo(403);
    }

    private String writeForNow(String text) {
        HttpResponse<String> answer = owner.post(
                "/api/desk/v1/brands/" + brand.getString("id") + "/posts",
                Json.createObjectBuilder().add("text", text).add("now", true).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer).getString("state");
    }

    private String state(String word) {
        return owner
                .read("/api/desk/v1/brands/" + brand.getString("id") + "/posts?limit=20")
                .getJsonArray("items")
                .stream()
                .map(JsonValue::asJsonObject)
                .filter(post -> post.getString("text").equals(word))
                .map(post -> post.getString("state"))
                .findFirst()
                .orElse("none");
    }

    private boolean row(String word) {
        return browser.driver().findElements(By.cssSelector(".triage-list li")).stream()
                .anyMatch(each -> each.getText().contains(word));
    }

    private void choose(String word) {
        browser.see(By.xpath("//li[@data-post][contains(., '" + word + "')]//input"))
                .click();
    }
}
