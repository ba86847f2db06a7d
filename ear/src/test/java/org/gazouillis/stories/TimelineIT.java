package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// The micro-blog through Mastodon's API and on its pages.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TimelineIT {
    @RegisterExtension
    final Browser browser = new Browser();

    private Desk author = Desk.stranger();
    private Desk reader = Desk.stranger();

    @BeforeEach
    void signIn() {
        author = Desk.of("author@demo.example");
        reader = Desk.of("analyst@demo.example");
    }

    @Test
    void aStatusIsSeenInThePublicTimelineUnderItsHashtagAndByFollowers() {
        String authorId = author.read("api/v1/accounts/verify_credentials").getString("id");
        post(reader, "api/v1/accounts/" + authorId + "/follow");
        JsonObject status = posted(author, "Le marché ouvre #MarchéDuMatin");
        String id = status.getString("id");
        assertThat(ids(Desk.stranger(), "api/v1/timelines/public")).contains(id);
        assertThat(ids(Desk.stranger(), "api/v1/timelines/tag/march%C3%A9dumatin"))
                .contains(id);
        assertThat(ids(author, "api/v1/timelines/home")).contains(id);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(ids(reader, "api/v1/timelines/home")).contains(id));
    }

    @Test
    void likesRepostsAndRepliesAreCountedOnceAndUndone() {
        String path = "api/v1/statuses/" + posted(author, "Count me").getString("id");
        post(reader, path + "/favourite");
        assertThat(post(reader, path + "/favourite").getInt("favourites_count")).isEqualTo(1);
        assertThat(post(reader, path + "/reblog").getJsonObject("reblog").getInt("reblogs_count"))
                .isEqualTo(1);
        assertThat(post(reader, path + "/unreblog").getInt("reblogs_count")).isZero();
        assertThat(post(reader, path + "/unfavourite").getInt("favourites_count"))
                .isZero();
    }

    @Test
    void aQuoteShowsWhatItQuotesOneLevelDeepUntilThatIsTakenAway() {
        JsonObject quoted = posted(author, "Quote me");
        String path = "api/v1/statuses/" + quoted.getString("id");
        JsonObject quote = quoting(reader, "Well said", quoted.getString("id"));
        assertThat(quote.getJsonObject("quote").getString("state")).isEqualTo("accepted");
        assertThat(quote.getJsonObject("quote").getJsonObject("quoted_status").getString("text"))
                .isEqualTo("Quote me");
        JsonObject within = quoting(author, "Thank you", quote.getString("id"))
                .getJsonObject("quote")
                .getJsonObject("quoted_status")
                .getJsonObject("quote");
        assertThat(within.getString("quoted_status_id")).isEqualTo(quoted.getString("id"));
        assertThat(within.isNull("quoted_status")).isTrue();
        assertThat(author.read(path).getInt("quotes_count")).isEqualTo(1);
        assertThat(ids(Desk.stranger(), path + "/quotes")).containsExactly(quote.getString("id"));
        assertThat(author.send(author.to(path).DELETE()).statusCode()).isEqualTo(200);
        assertThat(reader.read("api/v1/statuses/" + quote.getString("id"))
                        .getJsonObject("quote")
                        .getString("state"))
                .isEqualTo("deleted");
        browser.open("/timeline/thread?id=" + quote.getString("id"));
        assertThat(browser.see(".focal p.quoted").getText()).isNotBlank();
    }

    @Test
    void troubleIsToldInBothLanguagesOfPrograms() {
        HttpResponse<String> answer = author.post(
                "api/v1/statuses", Json.createObjectBuilder().add("status", "").build());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Desk.json(answer).getString("error"))
                .isEqualTo(Desk.json(answer).getString("detail"));
        assertThat(Desk.stranger().get("api/v1/timelines/home").statusCode()).isEqualTo(401);
        assertThat(Desk.stranger().get("api/v1/statuses/1").statusCode()).isEqualTo(404);
    }

    @Test
    @Timeout(60)
    void whoComesBackToAStreamMissesNothing() throws IOException, InterruptedException {
        String seen = posted(author, "Seen").getString("id");
        String missed = posted(author, "Missed").getString("id");
        HttpResponse<InputStream> stream = Desk.stranger()
                .http()
                .send(
                        Desk.stranger()
                                .to("api/v1/streaming/public")
                                .header("Last-Event-ID", seen)
                                .build(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(heard(lines, missed)).isTrue();
            String live = posted(author, "Live").getString("id");
            assertThat(heard(lines, live)).isTrue();
        }
    }

    @Test
    void anOpenPageCountsWhatIsNewAndShowsItWhenAsked() {
        posted(author, "Something to begin with");
        browser.open("/timeline/public");
        String first = browser.see(".status").getDomAttribute("data-id");
        browser.until(page -> {
            posted(author, "Fresh news");
            return page.findElement(By.cssSelector(".news")).isDisplayed();
        });
        assertThat(browser.see(".status").getDomAttribute("data-id"))
                .as("nothing moves under the reader's eyes")
                .isEqualTo(first);
        browser.see(".news").click();
        browser.until(page -> page.findElements(By.cssSelector(".status-text")).stream()
                .anyMatch(text -> text.getText().equals("Fresh news")));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMemberLikesRepliesAndQuotesOnThePage() {
        String id = posted(reader, "Anybody there?").getString("id");
        browser.signIn("author@demo.example", "/timeline/thread?id=" + id);
        WebElement like = browser.see(".focal button[data-deed=favourite]");
        like.click();
        browser.until(page -> "true".equals(like.getDomAttribute("aria-pressed")) && like.isEnabled());
        browser.see(By.id("say-text")).sendKeys("Yes, me");
        browser.see("form.say button").click();
        assertThat(browser.see(".replies .status-text").getText()).isEqualTo("Yes, me");
        browser.see(".focal a[data-quotes]").click();
        browser.see(".say .quoted");
        browser.see(By.id("say-text")).sendKeys("Somebody asks");
        browser.see("form.say button").click();
        assertThat(browser.see(".statuses .status .quoted .status-text").getText())
                .isEqualTo("Anybody there?");
        JsonObject status = reader.read("api/v1/statuses/" + id);
        assertThat(status.getInt("quotes_count")).isEqualTo(1);
        assertThat(status.getInt("favourites_count")).isEqualTo(1);
        assertThat(status.getInt("replies_count")).isEqualTo(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatAMemberKeepsOnThePageIsTheirsAloneAndWhatTheyOpenIsCounted() {
        String brand = "/api/desk/v1/brands/"
                + author.read("/api/desk/v1/brands")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("handle");
        JsonObject post = Json.createObjectBuilder()
                .add("text", "Keep and open me")
                .add("now", true)
                .build();
        String id = Desk.json(author.post(brand + "/posts", post))
                .getJsonArray("publications")
                .getJsonObject(0)
                .getString("statusId");
        int opened = details(brand);
        browser.signIn("analyst@demo.example", "/timeline/public");
        String card = "[data-status='" + id + "'] ";
        WebElement keep = browser.see(card + "button[data-deed=bookmark]");
        keep.click();
        browser.until(page -> "true".equals(keep.getDomAttribute("aria-pressed")) && keep.isEnabled());
        browser.see(card + ".status-time").click();
        browser.see(".focal .status");
        await().atMost(Duration.ofSeconds(20)).until(() -> details(brand) == opened + 1);
        browser.open("/timeline/bookmarks");
        browser.see(card + "button[aria-pressed=true]");
        assertThat(ids(reader, "api/v1/bookmarks")).contains(id);
        assertThat(ids(author, "api/v1/bookmarks")).doesNotContain(id);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aListIsMadeOnThePageFilledFromAProfileReadLiveAndSearchedIn() {
        String handle = author.read("api/v1/accounts/verify_credentials").getString("acct");
        browser.signIn("analyst@demo.example", "/timeline/lists");
        browser.see(By.id("list-title")).sendKeys("Ma petite liste");
        browser.see("form[data-make] button").click();
        browser.see("#members[open] #member");
        String list = browser.driver().getCurrentUrl().replaceAll(".*[?&]id=(\\d+).*", "$1");
        browser.open("/timeline/profile?handle=" + handle);
        browser.see(".choices summary").click();
        browser.see(".choices input[value='" + list + "']").click();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ids(reader, "api/v1/lists/" + list + "/accounts").size() == 1);
        browser.open("/timeline/list?id=" + list);
        browser.until(page -> {
            posted(author, "Entendu dans la liste");
            return page.findElement(By.cssSelector(".news")).isDisplayed();
        });
        browser.see(".news").click();
        browser.until(page -> page.findElements(By.cssSelector(".status-text")).stream()
                .anyMatch(text -> text.getText().equals("Entendu dans la liste")));
        String search = "/listen/search?q=list:%22ma%20petite%20liste%22+entendu";
        browser.until(page -> {
            browser.open(search);
            return page.getPageSource().contains("<mark>Entendu</mark>");
        });
        assertThat(ids(reader, "api/v1/timelines/list/" + list)).isNotEmpty();
        assertThat(author.get("api/v1/timelines/list/" + list).statusCode()).isEqualTo(404);
        browser.open("/timeline/lists");
        browser.see("button[data-remove='" + list + "']").click();
        browser.see(".toast button").click();
        browser.see("li[data-list='" + list + "']");
        assertThat(browser.complaints()).isEmpty();
    }

    private int details(String brand) {
        return author.read(brand + "/measures?measures=detail_expands")
                .getJsonObject("totals")
                .getJsonObject("detail_expands")
                .getInt("value");
    }

    /// Reads until the event with this id comes, past those of the other members; false when the stream ends before.
    private static boolean heard(BufferedReader lines, String id) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals("id: " + id)) {
            line = lines.readLine();
        }
        return line != null;
    }

    private static JsonObject posted(Desk by, String text) {
        HttpResponse<String> answer = by.post(
                "api/v1/statuses",
                Json.createObjectBuilder().add("status", text).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Desk.json(answer);
    }

    private static JsonObject quoting(Desk by, String text, String quoted) {
        HttpResponse<String> answer = by.post(
                "api/v1/statuses",
                Json.createObjectBuilder()
                        .add("status", text)
                        .add("quoted_status_id", quoted)
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Desk.json(answer);
    }

    private static JsonObject post(Desk by, String path) {
        HttpResponse<String> answer = by.send(by.to(path).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Desk.json(answer);
    }

    private static List<String> ids(Desk by, String path) {
        try (JsonReader reader = Json.createReader(new StringReader(by.get(path).body()))) {
            JsonArray list = reader.readArray();
            return list.getValuesAs(JsonObject.class).stream()
                    .map(status -> status.getString("id"))
                    .toList();
        }
    }
}
