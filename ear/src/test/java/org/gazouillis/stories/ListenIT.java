package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A search is kept, watched and put in a column; who may know of it is told, and nobody else.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ListenIT {
    private static final String SEARCHES = "/api/desk/v1/saved-searches";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk author = Desk.of("author@demo.example");
    private final Desk owner = Desk.of("owner@demo.example");
    private final String word =
            "mot" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);

    @Test
    void aWatchedSearchTellsOfWhatIsSaidAndIsSeenByItsBrandOnly() {
        String brand = author.read("/api/desk/v1/brands")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("handle");
        HttpResponse<String> kept =
                author.post(SEARCHES, idea().add("sharedWith", brand).build());
        assertThat(kept.statusCode()).isEqualTo(201);
        String id = Desk.json(kept).getString("id");
        assertThat(owner.read(SEARCHES + "/" + id).getBoolean("mine")).isFalse();
        assertThat(Desk.of("rival@other.example").get(SEARCHES + "/" + id).statusCode())
                .isEqualTo(404);
        assertThat(Desk.stranger().get(SEARCHES).statusCode()).isEqualTo(401);

        JsonObject alert = Desk.json(author.post(SEARCHES + "/" + id + "/alerts", JsonValue.EMPTY_JSON_OBJECT));
        say("Voici " + word);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonObject seen = author.read("/api/desk/v1/alerts/" + alert.getString("id") + "/posts");
            assertThat(seen.getJsonArray("items")).hasSize(1);
            assertThat(seen.getJsonArray("items")
                            .getJsonObject(0)
                            .getJsonObject("post")
                            .getString("highlight"))
                    .contains("<mark>" + word + "</mark>");
        });
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(notices(author)).contains(alert.getString("id")));
        assertThat(notices(owner)).doesNotContain(alert.getString("id"));
        assertThat(owner.get("/api/desk/v1/alerts/" + alert.getString("id")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeSoIsRefusedWithAMend() {
        assertThat(Desk.json(author.post(SEARCHES, idea().add("query", "\"café").build()))
                        .getString("detail"))
                .contains("close the quotation mark");
        String id = Desk.json(author.post(SEARCHES, idea().build())).getString("id");
        HttpResponse<String> refused = author.post(
                SEARCHES + "/" + id + "/alerts",
                Json.createObjectBuilder()
                        .add("quietFrom", "25:00")
                        .add("quietTo", "07:00")
                        .build());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Desk.json(refused).getString("detail")).contains("such as 22:00");
        assertThat(author.get(SEARCHES + "/" + id + "/back-test?strength=99").statusCode())
                .isEqualTo(422);
        JsonObject test = author.read(SEARCHES + "/" + id + "/back-test");
        assertThat(test.getInt("fired")).isZero();
        assertThat(author.get("/api/desk/v1/trends").statusCode()).isEqualTo(200);
        assertThat(author.get("/api/desk/v1/trends?brand=atelierrival").statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageSavesWatchesRenamesAndUndoes() {
        say("Bonjour " + word);
        found();
        browser.signIn("author@demo.example", "/listen/search?q=" + word);
        browser.see("#save summary").click();
        browser.see("#save [name=name]").clear();
        browser.see("#save [name=name]").sendKeys("Mon " + word);
        browser.see("#save [name=watch]").click();
        browser.see("#save button[type=submit]").click();
        browser.see(".toast");
        say("Encore " + word);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(notices(author)).contains(word));

        browser.open("/listen/alerts");
        browser.see(By.linkText("Mon " + word)).click();
        assertThat(browser.see("#found mark").getText()).isEqualTo(word);
        browser.open("/listen/alerts");
        String mine = "//li[.//strong[text()='Mon " + word + "']]";
        browser.see(By.xpath(mine + "//button[@data-do='try']")).click();
        browser.until(page -> page.findElement(By.xpath(mine + "//p[contains(@class,'back-test')]"))
                .getText()
                .contains(" 2 "));

        browser.open("/listen/saved");
        assertThat(browser.driver().findElements(By.xpath(mine + "//button[@data-kind='MATCH']")))
                .as("what is watched already")
                .isEmpty();
        By volume = By.xpath(mine + "//button[@data-kind='VOLUME']");
        browser.see(volume).click();
        browser.until(page -> !page.findElement(volume).isEnabled());
        browser.see(".toast button").click();
        browser.until(page -> page.findElement(volume).isEnabled());

        browser.see(By.xpath(mine + "//button[@data-do='remove']")).click();
        browser.until(page -> page.findElements(By.xpath(mine)).isEmpty());
        browser.see(".toast button").click();
        browser.see(By.xpath(mine));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aColumnCountsWhatIsNewAndShowsItWhenAsked() {
        String id = Desk.json(author.post(SEARCHES, idea().build())).getString("id");
        author.send(author.to("/api/desk/v1/columns")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"searches\":[\"" + id + "\"]}")));
        browser.signIn("author@demo.example", "/timeline/columns");
        browser.see("#columns .column[data-id='" + id + "'] .empty");
        say("Voilà " + word);
        assertThat(browser.see("#columns .news").getText()).contains("1");
        assertThat(browser.driver().findElements(By.cssSelector("#columns .hit")))
                .as("nothing moves before it is asked for")
                .isEmpty();
        browser.see("#columns .news").click();
        assertThat(browser.see("#columns .hit mark").getText()).isEqualTo(word);
        browser.see("#columns [data-do=remove]").click();
        browser.until(
                page -> page.findElements(By.cssSelector("#columns .column")).isEmpty());
        assertThat(author.read("/api/desk/v1/columns").getJsonArray("items")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theVoicesOfABrandAreNamedOnThePageAndCountedWithoutRepetitions() {
        say("Bonjour à tout le monde de la part de " + word);
        say("Bonjour à tout le monde, de la part de " + word + " !");
        say("autre" + word + " dit tout autre chose à qui veut bien l’entendre");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> author.read("api/desk/v1/search?q=" + word + "*%20OR%20autre" + word)
                                .getInt("total")
                        == 3);
        browser.signIn("owner@demo.example", "/dashboard/voices?brand=maisonlune");
        name(1, "Une", word);
        name(2, "Autre", "autre" + word);
        browser.see("#voices-form button[type=submit]").click();
        assertThat(browser.see("#shares tbody tr:first-child").getText()).contains("Une", word, "2", "1 ÷ 2", "50");
        browser.see("#chart canvas");
        browser.see("#shares tbody tr:last-child a").click();
        assertThat(browser.see("#found mark").getText()).isEqualTo("autre" + word);
        assertThat(browser.complaints()).isEmpty();

        String voices = "/api/desk/v1/brands/maisonlune/voices";
        JsonObject share = owner.read(voices + "/share");
        assertThat(share.getInt("counted")).isEqualTo(2);
        assertThat(share.getInt("posts")).isEqualTo(3);
        assertThat(share.getInt("overlap")).isZero();
        HttpResponse<String> alone = owner.send(owner.to(voices)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"voices\":[{\"name\":\"Une\",\"query\":\"mot\"}]}")));
        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(Desk.of("rival@other.example").get(voices).statusCode()).isEqualTo(404);
    }

    private void name(int voice, String name, String query) {
        String line = "#voices-form fieldset:nth-of-type(" + voice + ") ";
        browser.see(line + "[name=name]").clear();
        browser.see(line + "[name=name]").sendKeys(name);
        browser.see(line + "[name=query]").clear();
        browser.see(line + "[name=query]").sendKeys(query);
    }

    private JsonObjectBuilder idea() {
        return Json.createObjectBuilder().add("name", "Recherche " + word).add("query", word);
    }

    private void say(String text) {
        author.post(
                "api/v1/statuses",
                Json.createObjectBuilder().add("status", text).build());
    }

    private void found() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> author.read("api/desk/v1/search?q=" + word).getInt("total") == 1);
    }

    private static String notices(Desk desk) {
        return desk.get("/api/desk/v1/notices").body();
    }
}
