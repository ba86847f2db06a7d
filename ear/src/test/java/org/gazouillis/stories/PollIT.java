package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/// Polls through Mastodon's API, on the pages of the timeline, and planned for a brand.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PollIT {
    private static final int DAY = 86_400;

    @RegisterExtension
    final Browser browser = new Browser();

    /// Somebody else's.
    @RegisterExtension
    final Browser other = new Browser();

    private Desk author = Desk.stranger();
    private Desk reader = Desk.stranger();

    @BeforeEach
    void signIn() {
        author = Desk.of("author@demo.example");
        reader = Desk.of("analyst@demo.example");
    }

    @Test
    void aPollIsAskedAndVotedInOnceAsJson() {
        String id = asks("Thé ou café ?", poll(false, "Thé", "Café")).getString("id");
        JsonObject asked = reader.read("api/v1/statuses/" + id).getJsonObject("poll");
        assertThat(asked.getString("id")).isEqualTo(id);
        assertThat(asked.getBoolean("voted")).isFalse();
        assertThat(asked.getBoolean("expired")).isFalse();
        assertThat(titles(asked)).containsExactly("Thé", "Café");
        JsonObject voted = Desk.json(votes(reader, id, 1));
        assertThat(voted.getBoolean("voted")).isTrue();
        assertThat(numbers(voted.getJsonArray("own_votes"))).containsExactly(1);
        assertThat(counts(voted)).containsExactly(0, 1);
        assertThat(voted.getInt("votes_count")).isEqualTo(1);
        assertThat(voted.getInt("voters_count")).isEqualTo(1);
        JsonObject forStrangers = Desk.stranger().read("api/v1/polls/" + id);
        assertThat(forStrangers.getBoolean("voted")).isFalse();
        assertThat(counts(forStrangers)).containsExactly(0, 1);
        assertThat(author.read("api/v1/polls/" + id).getBoolean("voted"))
                .as("authors have no vote")
                .isTrue();
    }

    @Test
    void whatDoesNotCountIsToldInMastodonsShape() {
        String id = asks("Une fois", poll(false, "Oui", "Non")).getString("id");
        assertThat(votes(author, id, 0).statusCode()).isEqualTo(422);
        assertThat(votes(reader, id, 2).statusCode()).isEqualTo(422);
        assertThat(votes(reader, id, 0, 1).statusCode()).isEqualTo(422);
        assertThat(votes(reader, id).statusCode()).isEqualTo(422);
        assertThat(votes(reader, id, 0).statusCode()).isEqualTo(200);
        HttpResponse<String> again = votes(reader, id, 1);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(Desk.json(again).getString("error")).contains("already");
        assertThat(votes(Desk.stranger(), id, 0).statusCode()).isEqualTo(401);
        assertThat(votes(reader, "1", 0).statusCode()).isEqualTo(404);
        HttpResponse<String> refused = author.post("api/v1/statuses", status("Seul", poll(false, "Un seul choix")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Desk.json(refused).getString("error")).contains("2 to 4 options");
    }

    @Test
    void formsSpellItInBrackets() {
        HttpResponse<String> asked = form(
                author,
                "api/v1/statuses",
                "status=Quand+%3F&" + field("poll[options][]", "Lundi") + "&" + field("poll[options][]", "Mardi") + "&"
                        + field("poll[expires_in]", "300") + "&" + field("poll[multiple]", "true") + "&"
                        + field("poll[hide_totals]", "1"));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        JsonObject poll = Desk.json(asked).getJsonObject("poll");
        assertThat(poll.getBoolean("multiple")).isTrue();
        HttpResponse<String> voted = form(
                reader,
                "api/v1/polls/" + poll.getString("id") + "/votes",
                field("choices[]", "0") + "&" + field("choices[]", "1"));
        assertThat(voted.statusCode()).as(voted.body()).isEqualTo(200);
        assertThat(Desk.json(voted).getInt("votes_count")).isEqualTo(2);
        assertThat(Desk.json(voted).getInt("voters_count")).isEqualTo(1);
        assertThat(Desk.json(voted).getJsonArray("options").getJsonObject(0).isNull("votes_count"))
                .as("hidden until the end")
                .isTrue();
    }

    @Test
    void clientsReadTheLimitsBeforeTheyAsk() {
        for (String version : List.of("v1", "v2")) {
            JsonObject limits = Desk.stranger()
                    .read("api/" + version + "/instance")
                    .getJsonObject("configuration")
                    .getJsonObject("polls");
            assertThat(limits.getInt("max_options")).isEqualTo(4);
            assertThat(limits.getInt("max_characters_per_option")).isEqualTo(50);
            assertThat(limits.getInt("min_expiration")).isEqualTo(300);
            assertThat(limits.getInt("max_expiration")).isEqualTo(2_629_746);
        }
    }

    @Test
    void aMemberAsksOnThePageAndAnotherVotesAndSeesTheResults() {
        String words = "Marché " + UUID.randomUUID();
        browser.signIn("author@demo.example", "/timeline/home");
        browser.see(By.id("say-text")).sendKeys(words);
        browser.see(".asks summary").click();
        browser.see(By.id("say-option-1")).sendKeys("Samedi");
        browser.see(By.id("say-option-2")).sendKeys("Dimanche");
        browser.see("form.say button").click();
        browser.until(
                page -> page.findElement(By.cssSelector(".status")).getText().contains(words));
        assertThat(browser.see(".status .poll-results").getText())
                .as("authors see how it stands")
                .contains("Samedi")
                .containsPattern("0\\s?%");
        String id = String.valueOf(browser.see(".status").getDomAttribute("data-status"));
        assertThat(browser.complaints()).isEmpty();
        votes(Desk.of("owner@demo.example"), id, 0);
        other.signIn("analyst@demo.example", "/timeline/public");
        String card = "[data-status='" + id + "'] ";
        other.see(card + ".vote input[value='1']").click();
        other.see(card + ".vote button").click();
        other.until(
                page -> page.findElements(By.cssSelector(card + ".poll-mine")).size() == 1);
        assertThat(other.see(card + ".poll-results").getText())
                .contains("Dimanche")
                .containsPattern("50\\s?%");
        assertThat(other.see(card + ".poll").getText()).contains("2 v");
        assertThat(other.driver().findElements(By.cssSelector(card + ".vote"))).isEmpty();
        assertThat(other.complaints()).isEmpty();
    }

    @Test
    void aVoteWithoutScriptLeadsBackToThePage() {
        String id = asks("Sans script", poll(false, "Oui", "Non")).getString("id");
        browser.signIn("analyst@demo.example", "/timeline/thread?id=" + id);
        browser.see(".focal .vote input[value='0']").click();
        browser.driver().executeScript("document.querySelector('.focal .vote').submit()");
        browser.until(
                page -> page.findElements(By.cssSelector(".focal .poll-mine")).size() == 1);
        assertThat(browser.driver().getCurrentUrl()).contains("/timeline/thread?id=" + id);
        HttpResponse<String> again = form(
                reader, "api/desk/v1/polls/" + id + "/votes", field("choices[]", "1") + "&" + field("to", "/sign-in"));
        assertThat(again.uri().getPath()).isEqualTo("/sign-in");
        assertThat(counts(reader.read("api/v1/polls/" + id))).containsExactly(1, 0);
    }

    @Test
    void aBrandPlansAPollThatGoesOutAndIsFound() {
        String brand = "api/desk/v1/brands/"
                + author.read("api/desk/v1/brands")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("handle");
        String word = "sondage" + UUID.randomUUID().toString().replace("-", "");
        JsonObject poll = Json.createObjectBuilder()
                .add("options", options("Rouge", "Bleu"))
                .add("seconds", 3600)
                .build();
        JsonObject draft = Desk.json(author.post(
                brand + "/posts",
                Json.createObjectBuilder().add("text", word).add("poll", poll).build()));
        assertThat(draft.getJsonObject("poll").getInt("seconds")).isEqualTo(3600);
        browser.signIn(
                "author@demo.example",
                "/compose/new?brand=" + brand.replaceAll(".*/", "") + "&post=" + draft.getString("id"));
        assertThat(browser.see(By.id("poll-2")).getDomProperty("value")).isEqualTo("Bleu");
        browser.see(By.id("poll-3")).sendKeys("Bleu");
        browser.until(
                page -> !page.findElements(By.cssSelector("#checks .ERROR")).isEmpty());
        browser.see(By.id("poll-3")).clear();
        browser.see(By.id("poll-3")).sendKeys("Vert");
        browser.until(
                page -> page.findElements(By.cssSelector("#checks .ERROR")).isEmpty());
        browser.see("#compose\\:now").click();
        browser.see("#queue");
        browser.until(_ -> out(draft.getString("id")));
        String status = author.read("api/desk/v1/posts/" + draft.getString("id"))
                .getJsonArray("publications")
                .getJsonObject(0)
                .getString("statusId");
        assertThat(titles(reader.read("api/v1/polls/" + status))).containsExactly("Rouge", "Bleu", "Vert");
        browser.until(_ -> found("has:poll " + word).contains(status));
        assertThat(found("-has:poll " + word)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    static JsonObject poll(boolean multiple, String... options) {
        return Json.createObjectBuilder()
                .add("options", options(options))
                .add("expires_in", DAY)
                .add("multiple", multiple)
                .build();
    }

    private static JsonArrayBuilder options(String... titles) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        List.of(titles).forEach(all::add);
        return all;
    }

    private boolean out(String post) {
        return author.read("api/desk/v1/posts/" + post).getString("state").equals("PUBLISHED");
    }

    private List<String> found(String query) {
        return reader
                .read("api/desk/v1/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    private JsonObject asks(String text, JsonObject poll) {
        HttpResponse<String> answer = author.post("api/v1/statuses", status(text, poll));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Desk.json(answer);
    }

    private static JsonObject status(String text, JsonObject poll) {
        JsonObjectBuilder status = Json.createObjectBuilder().add("status", text);
        return status.add("poll", poll).build();
    }

    private static HttpResponse<String> votes(Desk by, String poll, int... choices) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        IntStream.of(choices).forEach(all::add);
        return by.post(
                "api/v1/polls/" + poll + "/votes",
                Json.createObjectBuilder().add("choices", all).build());
    }

    private static HttpResponse<String> form(Desk by, String path, String body) {
        return by.send(by.to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String field(String name, String value) {
        return List.of(name, value).stream()
                .map(each -> URLEncoder.encode(each, StandardCharsets.UTF_8))
                .collect(Collectors.joining("="));
    }

    private static List<String> titles(JsonObject poll) {
        return poll.getJsonArray("options").getValuesAs(JsonObject.class).stream()
                .map(option -> option.getString("title"))
                .toList();
    }

    private static List<Integer> counts(JsonObject poll) {
        return poll.getJsonArray("options").getValuesAs(JsonObject.class).stream()
                .map(option -> option.getInt("votes_count"))
                .toList();
    }

    private static List<Integer> numbers(JsonArray array) {
        return array.getValuesAs(JsonNumber::intValue);
    }
}
