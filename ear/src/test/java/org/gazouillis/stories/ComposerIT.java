package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/// What the composer forgets not, and what it lets nobody do by mistake.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ComposerIT {
    private static final String BRAND = "velonord";
    private static final String OTHER = "maisonlune";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk owner = Desk.of("owner@demo.example");

    @Test
    void whatWasTypedSurvivesACrash() {
        String words = "Avant la panne " + UUID.randomUUID();
        compose("/compose/new?brand=" + BRAND);
        type(words);
        browser.until(page -> !page.findElement(By.id("saved")).getText().isEmpty());
        browser.see("#compose\\:text").sendKeys(" et encore");
        browser.driver().get("about:blank");
        browser.open("/compose/new?brand=" + BRAND);
        assertThat(browser.see("#restored").getText()).isNotEmpty();
        browser.until(page -> value().equals(words + " et encore"));
        browser.until(page -> browser.driver().getCurrentUrl().contains("draft="));
        browser.driver().executeScript("localStorage.clear()");
        browser.until(page -> drafts().toString().contains(words + " et encore"));
        browser.driver().navigate().refresh();
        browser.until(page -> value().equals(words + " et encore"));
        browser.see("#compose\\:draft").click();
        browser.see("#queue");
        assertThat(drafts().toString()).doesNotContain(words);
        browser.open("/compose/new?brand=" + BRAND);
        browser.until(page -> "true".equals(page.findElement(By.id("compose")).getDomAttribute("data-ready")));
        assertThat(value()).as("what was sent is no draft any more").isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void twoWindowsOnOneDraftAreToldOfEachOther() {
        compose("/compose/new?brand=" + BRAND);
        type("Deux fenêtres " + UUID.randomUUID());
        browser.until(page -> browser.driver().getCurrentUrl().contains("draft="));
        String id = browser.driver().getCurrentUrl().replaceFirst(".*draft=(\\d+).*", "$1");
        JsonObject fields = Json.createObjectBuilder()
                .add("text", Json.createArrayBuilder().add("Ailleurs"))
                .build();
        JsonObject there = owner.read("/api/desk/v1/drafts/" + id);
        JsonObject other = Json.createObjectBuilder()
                .add("fields", fields)
                .add("edition", there.getInt("edition"))
                .build();
        assertThat(put("/api/desk/v1/drafts/" + id, other).statusCode()).isEqualTo(200);
        browser.see("#compose\\:text").sendKeys(" !");
        browser.see("#conflict [data-do=keep]").click();
        browser.until(page -> browser.driver().getCurrentUrl().contains("draft=")
                && !browser.driver().getCurrentUrl().contains(id));
        assertThat(drafts().toString()).contains("Ailleurs").contains("Deux fenêtres");
        assertThat(put("/api/desk/v1/drafts/" + id, other).statusCode())
                .as("an edition that is no more")
                .isEqualTo(409);
    }

    @Test
    void aFormOfOneBrandNeverPostsForAnother() {
        compose("/compose/new?brand=" + BRAND);
        String words = "Pour Vélo Nord " + UUID.randomUUID();
        type(words);
        assertThat(browser.see(".actions .as").getText()).contains("@" + BRAND);
        browser.driver().executeScript("document.querySelector('#compose [name=brand]').value = arguments[0]", OTHER);
        browser.see("#compose\\:schedule").click();
        assertThat(browser.see("#compose\\:messages").getText()).contains("@" + OTHER);
        assertThat(value()).isEqualTo(words);
        assertThat(posts(OTHER)).doesNotContain(words);

        compose("/compose/new?brand=" + BRAND);
        browser.see("#restored");
        browser.see(".switcher summary").click();
        browser.see(".switcher a[href*=" + OTHER + "]").click();
        browser.see("#switch button[value=stay]").click();
        assertThat(value()).isEqualTo(words);
        browser.see(".switcher summary").click();
        browser.see(".switcher a[href*=" + OTHER + "]").click();
        browser.see("#switch button[value=take]").click();
        browser.until(page -> browser.driver().getCurrentUrl().contains(OTHER) && value().equals(words));
        assertThat(drafts().toString()).as("the first brand keeps its draft").contains(words);
    }

    @Test
    void aWarningIsConfirmedBeforeItGoesOut() {
        String words = "Essai gratuit du tandem ce week-end dans toutes nos boutiques " + UUID.randomUUID();
        post(
                BRAND,
                Json.createObjectBuilder()
                        .add("text", words)
                        .add("dueAt", inHours(12))
                        .build());
        HttpResponse<String> refused = owner.post(
                "/api/desk/v1/brands/" + BRAND + "/posts",
                Json.createObjectBuilder()
                        .add("text", words + " !")
                        .add("dueAt", inHours(13))
                        .add("confirmed", Json.createArrayBuilder())
                        .build());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Desk.json(refused).getString("type")).isEqualTo("/problems/not-confirmed");

        compose("/compose/new?brand=" + BRAND);
        type(words + " ?");
        browser.until(
                page -> !page.findElements(By.cssSelector("#checks .WARNING")).isEmpty());
        browser.see("#compose\\:schedule").click();
        WebElement box = browser.see("#open input[value=NEAR_DUPLICATE]");
        browser.until(page -> page.switchTo().activeElement().equals(box));
        box.click();
        browser.see("#compose\\:schedule").click();
        browser.see(By.xpath("//li[contains(., '" + words + " ?')]"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aBannedWordIsToldWhileWritingAndHoldsWhatIsPlanned() {
        String word = "interdit" + UUID.randomUUID().toString().substring(0, 8);
        String id = post(
                OTHER,
                Json.createObjectBuilder()
                        .add("text", "Voici un mot " + word)
                        .add("dueAt", inHours(50))
                        .build());
        browser.signIn("owner@demo.example", "/compose/rules?brand=" + OTHER);
        browser.see("#rules\\:banned").sendKeys("\n" + word);
        browser.see("#rules\\:save").click();
        browser.until(page -> browser.driver().getCurrentUrl().contains("held=1"));
        assertThat(owner.read("/api/desk/v1/posts/" + id).getString("state")).isEqualTo("HELD");
        browser.open("/compose/new?brand=" + OTHER);
        type("Encore " + word);
        browser.see("#checks .ERROR button").click();
        assertThat(browser.driver().executeScript("return getSelection().toString()"))
                .isEqualTo(word);
        browser.see("#compose\\:now").click();
        assertThat(browser.see("#compose\\:text-error").getText()).contains(word);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatAPostSaidBeforeIsShownWordByWordAndComesBack() {
        String word = "Mot" + UUID.randomUUID().toString().substring(0, 6);
        String id = post(
                BRAND, Json.createObjectBuilder().add("text", word + " samedi").build());
        JsonObject change =
                Json.createObjectBuilder().add("text", word + " dimanche").build();
        assertThat(owner.send(owner.to("/api/desk/v1/posts/" + id)
                                .header("Content-Type", "application/json")
                                .method("PATCH", BodyPublishers.ofString(change.toString())))
                        .statusCode())
                .isEqualTo(200);
        compose("/compose/new?brand=" + BRAND + "&post=" + id);
        browser.see("#history summary").click();
        assertThat(browser.see("#history ins").getText()).contains("dimanche");
        assertThat(browser.see("#history del").getText()).contains("samedi");
        browser.see("#history li:last-child button").click();
        assertThat(value()).isEqualTo(word + " samedi");
        browser.see("#compose\\:draft").click();
        browser.see("#queue");
        JsonArray revisions =
                owner.read("/api/desk/v1/posts/" + id + "/revisions").getJsonArray("items");
        assertThat(revisions).hasSize(3);
        assertThat(revisions.getJsonObject(0).getString("text")).isEqualTo(word + " samedi");
    }

    private void compose(String path) {
        if (browser.driver().findElements(By.cssSelector("nav.nav")).isEmpty()) {
            browser.signIn("owner@demo.example", path);
        } else {
            browser.open(path);
        }
        browser.until(page -> "true".equals(page.findElement(By.id("compose")).getDomAttribute("data-ready")));
    }

    private void type(String words) {
        WebElement text = browser.see("#compose\\:text");
        text.clear();
        text.sendKeys(words);
    }

    private String value() {
        return String.valueOf(browser.see("#compose\\:text").getDomProperty("value"));
    }

    private JsonArray drafts() {
        return owner.read("/api/desk/v1/brands/" + BRAND + "/drafts").getJsonArray("items");
    }

    private String posts(String brand) {
        return owner.get("/api/desk/v1/brands/" + brand + "/posts").body();
    }

    private String post(String brand, JsonObject body) {
        HttpResponse<String> answer = owner.post("/api/desk/v1/brands/" + brand + "/posts", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer).getString("id");
    }

    private HttpResponse<String> put(String path, JsonObject body) {
        return owner.send(owner.to(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    private static String inHours(int hours) {
        return Clock.systemUTC().instant().plus(Duration.ofHours(hours)).toString();
    }
}
