package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The rules by which a brand publishes, made and felt.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RulesIT {
    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk owner = Desk.of("owner@demo.example");
    private final JsonObject brand =
            owner.read("/api/desk/v1/brands").getJsonArray("items").getJsonObject(0);

    @Test
    void publishNowCanBeUndoneForSomeSeconds() {
        String words = "Oops " + UUID.randomUUID();
        browser.signIn("owner@demo.example", "/compose/new?brand=" + brand.getString("handle"));
        browser.see("#compose\\:text").sendKeys(words);
        browser.see("#compose\\:now").click();
        browser.see("#undo-note button").click();
        WebElement text = browser.see("#compose\\:text");
        assertThat(text.getDomProperty("value")).isEqualTo(words);
        assertThat(state(words)).isEqualTo("DRAFT");
        browser.see("#compose\\:now").click();
        browser.see("#undo-note");
        await().atMost(Duration.ofSeconds(60)).until(() -> state(words).equals("PUBLISHED"));
    }

    @Test
    void aQuietPeriodRefusesWithTheNextAllowedTimeUntilItIsRemoved() {
        String name = "Silence " + UUID.randomUUID().toString().substring(0, 8);
        browser.signIn("manager@demo.example", "/publish/rules?brand=" + brand.getString("handle"));
        browser.see(".quiet-form [name=name]").sendKeys(name);
        browser.see(".quiet-form [name=way][value=once]").click();
        LocalDateTime now = LocalDateTime.now(Clock.system(ZoneOffset.UTC)).withNano(0);
        fill("startsAt", now.minusDays(2));
        fill("endsAt", now.plusDays(2));
        browser.see(".quiet-form button[type=submit]").click();
        WebElement removal = browser.see(By.xpath("//li[contains(., '" + name + "')]//button"));
        HttpResponse<String> refused = write();
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(Desk.json(refused).getString("detail")).contains(name).contains("next allowed time");
        removal.click();
        browser.until(page ->
                page.findElements(By.xpath("//li[contains(., '" + name + "')]")).isEmpty());
        assertThat(write().statusCode()).isEqualTo(201);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aCampaignsLatenessIsTakenByItsNewPostsAndShownWhereTheyAreEdited() {
        String handle = brand.getString("handle");
        JsonObject campaign = Desk.json(owner.post(
                "/api/desk/v1/brands/" + handle + "/campaigns",
                Json.createObjectBuilder()
                        .add("name", "Late " + UUID.randomUUID())
                        .add("startsOn", "2026-01-01")
                        .add("endsOn", "2027-12-31")
                        .build()));
        JsonObject late = Json.createObjectBuilder()
                .add("late", Json.createObjectBuilder().add("policy", "DROP").add("minutes", 17))
                .build();
        HttpResponse<String> kept = owner.send(
                owner.to("/api/desk/v1/publishing-rules/" + handle + "/campaigns/" + campaign.getString("id"))
                        .header("Content-Type", "application/json")
                        .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(late.toString())));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        String post = Desk.json(owner.post(
                        "/api/desk/v1/brands/" + handle + "/posts",
                        Json.createObjectBuilder()
                                .add("text", "Late " + UUID.randomUUID())
                                .add("campaign", campaign.getString("id"))
                                .build()))
                .getString("id");
        browser.signIn("owner@demo.example", "/compose/new?brand=" + handle + "&post=" + post);
        assertThat(browser.see(".late-note").getText()).contains("17");
    }

    private HttpResponse<String> write() {
        return owner.post(
                "/api/desk/v1/brands/" + brand.getString("handle") + "/posts",
                Json.createObjectBuilder()
                        .add("text", "Quiet " + UUID.randomUUID())
                        .add("now", true)
                        .build());
    }

    private void fill(String field, LocalDateTime value) {
        browser.driver()
                .executeScript(
                        "document.querySelector('.quiet-form [name=' + arguments[0] + ']').value = arguments[1]",
                        field,
                        value.toString().substring(0, 16));
    }

    private String state(String text) {
        return owner
                .read("/api/desk/v1/brands/" + brand.getString("id") + "/posts?limit=20")
                .getJsonArray("items")
                .stream()
                .map(JsonValue::asJsonObject)
                .filter(post -> post.getString("text").equals(text))
                .map(post -> post.getString("state"))
                .findFirst()
                .orElse("none");
    }
}
