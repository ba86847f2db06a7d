package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What is said is found, by script and by page.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SearchIT {
    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void aStatusIsFoundSoonAfterItWasPosted() {
        Desk author = Desk.of("author@demo.example");
        String word = word();
        author.post(
                "api/v1/statuses",
                Json.createObjectBuilder().add("status", "L’été à " + word).build());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonObject answer = author.read("api/desk/v1/search?q=ete+" + word);
            assertThat(answer.getInt("total")).isEqualTo(1);
            JsonObject found = answer.getJsonArray("items").getJsonObject(0);
            assertThat(found.getString("highlight")).contains("<mark>" + word + "</mark>");
            assertThat(answer.isNull("next")).isTrue();
        });
    }

    @Test
    void aBrandOfAnotherAgencyDoesNotExist() {
        Desk owner = Desk.of("owner@demo.example");
        assertThat(owner.get("api/desk/v1/search?q=&brand=atelierrival").statusCode())
                .isEqualTo(404);
        assertThat(Desk.stranger().get("api/desk/v1/search?q=x").statusCode()).isEqualTo(401);
    }

    @Test
    void aFaultyQueryIsAnsweredWithPlaceAndMend() {
        HttpResponse<String> answer = Desk.of("owner@demo.example").get("api/desk/v1/search?q=caf%C3%A9+%22noir");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Desk.json(answer).getString("detail")).contains("character 6", "close the quotation mark");
        HttpResponse<String> slip = Desk.of("owner@demo.example").get("api/desk/v1/search?q=x+form:marie");
        assertThat(slip.statusCode()).isEqualTo(400);
        assertThat(Desk.json(slip).getString("detail")).contains("character 3", "did you mean from:?");
    }

    @Test
    void thePageAsksMarksAndMends() {
        Desk author = Desk.of("author@demo.example");
        String word = word();
        author.post(
                "api/v1/statuses",
                Json.createObjectBuilder().add("status", "Voici " + word).build());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> author.read("api/desk/v1/search?q=" + word).getInt("total") == 1);
        browser.signIn("author@demo.example", "/listen/search?q=" + word);
        assertThat(browser.see("#found mark").getText()).isEqualTo(word);
        assertThat(browser.see("#search-result").getText()).startsWith("1 ");

        browser.see("#q").sendKeys(" \"encore");
        browser.see(".search-bar button").click();
        assertThat(browser.see("#search-fault .fault").getText()).isEqualTo("\"encore");
        assertThat(browser.driver().findElements(By.cssSelector(".examples a"))).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsFoundIsCountedNarrowedAndBrushedOver() {
        Desk author = Desk.of("author@demo.example");
        String word = word();
        say(author, "Les bateaux rentrent au port avec la marée " + word + " #rouge");
        say(author, "Trois jardins fleurissent derrière notre école " + word + " #rouge #vert");
        say(author, "Qui veut goûter un gâteau sans sucre jeudi " + word);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> author.read("api/desk/v1/search?q=" + word).getInt("total") == 3);
        JsonObject counted = author.read("api/desk/v1/search/breakdown?q=" + word);
        assertThat(counted.getInt("total")).isEqualTo(3);
        assertThat(counted.getJsonArray("facets").getJsonObject(0).toString())
                .contains("\"count\":2,\"name\":\"rouge\",\"term\":\"#rouge\"", "\"count\":1,\"name\":\"vert\"")
                .doesNotContain("sans");
        assertThat(author.get("api/desk/v1/search/breakdown?q=x&brand=atelierrival")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Desk.stranger().get("api/desk/v1/search/breakdown?q=x").statusCode())
                .isEqualTo(401);

        browser.signIn("author@demo.example", "/listen/search?q=" + word);
        assertThat(browser.see(".breakdown summary").getText()).startsWith("3 ");
        browser.see(By.linkText("#vert")).click();
        browser.until(
                page -> page.findElements(By.cssSelector("#found article")).size() == 1);
        assertThat(browser.see("#q").getDomProperty("value")).isEqualTo(word + " #vert");
        browser.see(By.cssSelector(".chips a")).click();
        browser.until(
                page -> page.findElements(By.cssSelector("#found article")).size() == 3);

        browser.see(".bars svg [data-since]").click();
        browser.until(page -> page.findElements(By.cssSelector(".chips li")).size() == 2);
        assertThat(browser.see("#q").getDomProperty("value"))
                .startsWith(word + " since:")
                .contains(" until:");
        assertThat(browser.driver().findElements(By.cssSelector("#found article")))
                .hasSize(3);
        browser.open("/listen/search?q=" + word + "&from=2020-01-01&to=2020-01-31");
        browser.see(".examples a");
        assertThat(browser.driver().findElements(By.cssSelector("#found article")))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatSaysNearlyTheSameIsFoldedUnderTheFirst() {
        Desk author = Desk.of("author@demo.example");
        String word = word();
        say(author, "On ouvre la boutique dimanche avec du café, " + word + " https://a.example/1");
        say(author, "On ouvre la boutique dimanche avec du café, " + word + " https://b.example/2");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> author.read("api/desk/v1/search?q=" + word).getInt("total") == 2);
        JsonObject answer = author.read("api/desk/v1/search?q=" + word);
        JsonObject first = answer.getJsonArray("items").getJsonObject(0);
        assertThat(first.containsKey("alikeTo")).isFalse();
        assertThat(answer.getJsonArray("items").getJsonObject(1).getString("alikeTo"))
                .isEqualTo(first.getString("id"));
        browser.signIn("author@demo.example", "/listen/search?q=" + word);
        browser.see(".alike summary").click();
        assertThat(browser.see(".alike .said mark").getText()).isEqualTo(word);
        assertThat(browser.driver().findElements(By.cssSelector("#found > article")))
                .hasSize(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsOnThePageLeavesAsAFile() {
        Desk analyst = Desk.of("analyst@demo.example");
        String word = word();
        Desk author = Desk.of("author@demo.example");
        say(author, "=1+1 donne deux, disait notre vieux maître d’école " + word);
        say(author, "Nous cherchons une vendeuse pour les samedis " + word);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> analyst.read("api/desk/v1/search?q=" + word).getInt("total") == 2);
        HttpResponse<String> csv = analyst.get("api/desk/v1/search/export?columns=text,author&q=" + word);
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(csv.body().lines())
                .hasSize(3)
                .startsWith("text,author")
                .anyMatch(line -> line.startsWith("\"'=1+1 donne deux"));
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("search.csv");
        HttpResponse<String> workbook = analyst.get("api/desk/v1/search/export?format=xlsx&q=" + word);
        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.body()).startsWith("PK");
        assertThat(analyst.get("api/desk/v1/search/export?format=doc&q=x").statusCode())
                .isEqualTo(422);
        assertThat(Desk.json(analyst.get("api/desk/v1/search/export?columns=colour&q=x"))
                        .getString("detail"))
                .contains("'colour'", "status_id");
        assertThat(author.get("api/desk/v1/search/export?q=x").statusCode()).isEqualTo(403);
    }

    @Test
    void whatASearchFindsIsPreparedInTheBackgroundToTheSameBytes() {
        Desk author = Desk.of("author@demo.example");
        Desk analyst = Desk.of("analyst@demo.example");
        String word = word();
        IntStream.range(0, 5).forEach(n -> say(author, "Des vélos à louer, no " + n + " " + word));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> analyst.read("api/desk/v1/search?q=" + word).getInt("total") == 5);
        JsonObject wish = Json.createObjectBuilder()
                .add("q", word)
                .add("columns", Json.createArrayBuilder().add("text").add("author"))
                .build();
        JsonObject asked = Desk.json(analyst.post("api/desk/v1/exports/search", wish));
        assertThat(asked.getString("query")).isEqualTo(word);
        assertThat(asked.getString("fileName")).startsWith("search_").endsWith(".csv");
        String job = "api/desk/v1/exports/" + asked.getString("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> analyst.read(job).getString("state").equals("DONE"));
        JsonObject done = analyst.read(job);
        assertThat(done.getInt("rows")).isEqualTo(5);
        assertThat(done.getInt("rowsExpected")).isEqualTo(5);
        assertThat(analyst.get(job + "/file").body())
                .isEqualTo(analyst.get("api/desk/v1/search/export?columns=text,author&q=" + word)
                        .body());
        assertThat(analyst.read("api/desk/v1/exports?brand=velonord").getJsonArray("items"))
                .anyMatch(item -> item.asJsonObject().getString("id").equals(asked.getString("id")));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> analyst.get("api/desk/v1/notices").body().contains(asked.getString("id")));
        JsonObject faulty = Json.createObjectBuilder()
                .add("q", "\"open")
                .add("brand", "velonord")
                .build();
        assertThat(analyst.post("api/desk/v1/exports/search", faulty).statusCode())
                .isEqualTo(400);
        assertThat(author.post("api/desk/v1/exports/search", wish).statusCode()).isEqualTo(403);
    }

    @Test
    void aSearchLeftToTheBackgroundIsFoundAmongTheExportsWithItsFile() {
        String word = word();
        say(Desk.of("author@demo.example"), "Un vélo cargo " + word);
        Desk analyst = Desk.of("analyst@demo.example");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> analyst.read("api/desk/v1/search?q=" + word).getInt("total") == 1);
        browser.signIn("analyst@demo.example", "/listen/search?q=" + word);
        browser.see("#export summary").click();
        browser.see("#export [data-do=background]").click();
        browser.see(".toast");
        browser.see("#export summary").click();
        browser.see("#export a[href^='/report/export']").click();
        By mine = By.xpath("//li[@data-state='DONE'][contains(., '" + word + "')]//a[contains(@href, '/file')]");
        String file = Objects.requireNonNull(browser.see(mine).getDomProperty("href"));
        assertThat(analyst.get(file.substring(file.indexOf("api/"))).body()).contains("Un vélo cargo " + word);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aHitSaysInPlainWordsWhyItIsFound() {
        Desk author = Desk.of("author@demo.example");
        String word = word();
        author.post(
                "api/v1/statuses",
                Json.createObjectBuilder()
                        .add("status", "Les élections approchent " + word)
                        .add("language", "fr")
                        .build());
        String query = "?q=" + word + "+election";
        await().atMost(Duration.ofSeconds(10))
                .until(() -> author.read("api/desk/v1/search" + query).getInt("total") == 1);
        String id = author.read("api/desk/v1/search" + query)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        JsonObject why = author.read("api/desk/v1/search/explain" + query + "&sort=relevance&id=" + id);
        assertThat(why.getJsonArray("found").getString(0)).contains("“" + word + "”");
        assertThat(why.getJsonArray("found").getString(1)).contains("“élections”", "another form of the word");
        assertThat(why.getJsonObject("merit").getJsonNumber("score").doubleValue())
                .isPositive();
        assertThat(author.get("api/desk/v1/search/explain?q=anythingelse&id=" + id)
                        .statusCode())
                .isEqualTo(404);
        browser.signIn("author@demo.example", "/listen/search" + query);
        browser.see(".why summary").click();
        assertThat(browser.see(".why-said li").getText()).contains(word);
        assertThat(browser.driver().findElements(By.cssSelector(".why-said a"))).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoAdministersABrandLooksAfterTheIndex() {
        assertThat(Desk.of("author@demo.example").get("api/desk/v1/index").statusCode())
                .isEqualTo(403);
        browser.signIn("owner@demo.example", "/settings/search-index");
        assertThat(browser.driver().findElements(By.cssSelector(".index-figures dt")))
                .hasSize(9);
        browser.see("[data-index=verify]").click();
        assertThat(browser.see(".toast span").getText()).isNotBlank();
        browser.see("[data-index=rebuild]").click();
        browser.until(page -> page.findElements(By.cssSelector(".toast")).size() == 2);
        assertThat(browser.complaints()).isEmpty();
        Desk owner = Desk.of("owner@demo.example");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonObject look = owner.read("api/desk/v1/index");
            assertThat(look.getBoolean("rebuilding")).isFalse();
            assertThat(look.containsKey("rebuiltAt")).isTrue();
            assertThat(look.getBoolean("partial")).isFalse();
        });
    }

    private static void say(Desk author, String text) {
        author.post(
                "api/v1/statuses",
                Json.createObjectBuilder().add("status", text).build());
    }

    private static String word() {
        return "mot" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
    }
}
