package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Something is held: the bell rings, and a letter comes.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NoticeIT {
    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk owner = Desk.of("owner@demo.example");
    private final JsonObject brand =
            owner.read("/api/desk/v1/brands").getJsonArray("items").getJsonObject(0);

    @Test
    void whatIsHeldRingsTheBellAndComesByMail() {
        String word = "avis" + UUID.randomUUID().toString().substring(0, 8);
        JsonObject stop = Desk.json(owner.post(
                "/api/desk/v1/crisis-stops",
                Json.createObjectBuilder()
                        .add("brand", brand.getString("handle"))
                        .add("keyword", word)
                        .build()));
        owner.post(
                "/api/desk/v1/brands/" + brand.getString("id") + "/posts",
                Json.createObjectBuilder().add("text", word).add("now", true).build());
        owner.post("/api/desk/v1/crisis-stops/" + stop.getString("id") + "/release", JsonValue.EMPTY_JSON_OBJECT);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> owner.read("/api/desk/v1/notices/unread").getInt("unread") >= 3);

        browser.signIn("owner@demo.example", "/dashboard/home");
        browser.see("#bell .bell-count");
        browser.see("#bell").click();
        assertThat(browser.see("#notices").getText()).contains("@" + brand.getString("handle"));
        browser.see("#read-all").click();
        browser.until(
                page -> page.findElements(By.cssSelector("#notices .unread")).isEmpty());
        assertThat(owner.read("/api/desk/v1/notices/unread").getInt("unread")).isZero();
        assertThat(browser.complaints()).isEmpty();
        await().atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> assertThat(Mailbox.of("owner@demo.example"))
                        .anyMatch(mail -> mail.contains("/publish/triage?brand=" + brand.getString("handle"))));
    }

    @Test
    void noticesAlsoComeToAnAddressOfOnesOwn() {
        JsonObject inside =
                Json.createObjectBuilder().add("endpoint", "https://10.0.0.1/x").build();
        assertThat(owner.send(owner.to("/api/desk/v1/notice-hook")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(inside.toString())))
                        .statusCode())
                .isEqualTo(422);
        browser.signIn("approver@demo.example", "/notice/settings");
        browser.see("#hook-endpoint").sendKeys("https://10.0.0.1/notices");
        browser.see("#hook button[type=submit]").click();
        assertThat(browser.see("#hook-error").getText()).contains("private network");
        browser.see("#hook-endpoint").clear();
        browser.see("#hook-endpoint").sendKeys("http://127.0.0.1:9/notices");
        browser.see("#hook button[type=submit]").click();
        assertThat(browser.see("#secret-text").getText()).startsWith("whsec_");
        browser.see("#secret a").click();
        browser.see("#wishes [name=hook]");
        assertThat(browser.driver().getPageSource()).doesNotContain("whsec_");
        browser.see("#hook [data-do=remove]").click();
        browser.until(
                page -> page.findElements(By.cssSelector("#wishes [name=hook]")).isEmpty());
        // A refusal by the API is an error of the console, too; nothing else may be.
        assertThat(browser.complaints()).allSatisfy(each -> assertThat(each).contains("422"));
    }
}
