package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/// A marketer plans by queue times and series. The last brand is taken, and left as it was: other stories choose
/// times of their own on the first.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ScheduleIT {
    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk desk = Desk.of("owner@demo.example");
    private String handle = "";
    private String path = "";

    @BeforeEach
    void takeTheLastBrand() {
        List<JsonObject> brands =
                desk.read("/api/desk/v1/brands").getJsonArray("items").getValuesAs(JsonObject.class);
        handle = brands.getLast().getString("handle");
        path = "/api/desk/v1/brands/" + handle;
    }

    @AfterEach
    void leaveItAsItWas() {
        items(path + "/series").forEach(each -> desk.delete("/api/desk/v1/series/" + each.getString("id")));
        items(path + "/slots").forEach(each -> desk.delete("/api/desk/v1/slots/" + each.getString("id")));
    }

    @Test
    void postsGoIntoTheQueueChangePlacesAndBack() {
        browser.signIn("owner@demo.example", "/schedule/times?brand=" + handle);
        browser.see("#new-time button[type=submit]").click();
        browser.until(page -> page.findElements(By.cssSelector(".time-chip")).size() == 7);
        String one = enqueue("Premier");
        String two = enqueue("Second");
        assertThat(order(one, two)).containsExactly(one, two);

        pick(one);
        pick(two);
        browser.see("#order-tools [data-order=swap]").click();
        browser.until(page -> order(one, two).equals(List.of(two, one)));
        browser.see("#toasts button").click();
        browser.until(page -> order(one, two).equals(List.of(one, two)));

        int place = place(two);
        browser.see(button(two, "up")).click();
        browser.until(page -> place(two) == place - 1);
        assertThat(browser.complaints()).isEmpty();
        items(path + "/posts?state=SCHEDULED").stream()
                .filter(each -> each.getString("text").contains(one)
                        || each.getString("text").contains(two))
                .forEach(each -> desk.delete("/api/desk/v1/posts/" + each.getString("id")));
    }

    @Test
    void seriesIsLookedAtSavedAndStandsInTheQueue() {
        String words = "Chaque lundi " + UUID.randomUUID();
        browser.signIn("owner@demo.example", "/schedule/recurring?brand=" + handle);
        browser.see("#recurring\\:text").sendKeys(words);
        browser.see("#recurring\\:look").click();
        browser.see("#preview .occurrences");
        assertThat(browser.driver().findElements(By.cssSelector("#preview tbody tr")))
                .hasSize(20);
        assertThat(browser.see("#recurring\\:text").getDomProperty("value")).isEqualTo(words);
        browser.see("#recurring\\:save").click();
        browser.see(".series .pill.success");
        browser.open("/publish/queue?brand=" + handle);
        assertThat(browser.see(row(words)).getDomAttribute("data-state")).isEqualTo("SCHEDULED");

        browser.open("/schedule/series?brand=" + handle + "&open="
                + items(path + "/series").stream()
                        .filter(each -> each.getString("text").equals(words))
                        .findFirst()
                        .orElseThrow()
                        .getString("id"));
        browser.see(".occurrences tbody tr:nth-child(2) button").click();
        browser.see(".occurrences tr.skipped");
        browser.see("#toasts button").click();
        browser.until(page ->
                page.findElements(By.cssSelector(".occurrences tr.skipped")).isEmpty());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void timeThatComesTwiceIsAskedAndTheOtherClockIsShown() {
        browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "America/New_York"));
        ClockChange overlap = ClockChange.overlap("Europe/Paris");
        browser.signIn(
                "owner@demo.example",
                "/compose/new?brand=" + handle + "&at=" + overlap.after().plusMinutes(30));
        String words = "Deux fois " + UUID.randomUUID();
        browser.see("#compose\\:text").sendKeys(words);
        browser.see("#time-words");
        browser.see(".time-twice input[value=later]").click();
        assertThat(browser.see("#time-yours").getText()).contains("America/New_York");
        browser.see("#compose\\:schedule").click();
        WebElement time = browser.see(row(words)).findElement(By.tagName("time"));
        assertThat(Instant.parse(time.getDomAttribute("datetime")))
                .isEqualTo(overlap.at().plus(Duration.ofMinutes(30)));
        assertThat(browser.see(row(words)).findElement(By.cssSelector(".yours")).getText())
                .isNotEmpty();
        desk.delete("/api/desk/v1/posts/" + browser.see(row(words)).getDomAttribute("data-post"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void queueThroughTheApi() {
        String account = desk.read("/api/desk/v1/brands").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("handle").equals(handle))
                .findFirst()
                .orElseThrow()
                .getJsonArray("accounts")
                .getJsonObject(0)
                .getString("id");
        JsonObject queued = Json.createObjectBuilder()
                .add("text", "Queue " + UUID.randomUUID())
                .add("queue", true)
                .build();
        assertThat(desk.post(path + "/posts", queued).statusCode())
                .as("no times yet")
                .isEqualTo(409);
        JsonObject slot = Json.createObjectBuilder()
                .add("account", account)
                .add("at", "07:15")
                .add("days", Json.createArrayBuilder().add("MONDAY"))
                .build();
        assertThat(desk.post(path + "/slots", slot).statusCode()).isEqualTo(200);
        String free = items(path + "/queue/free").getFirst().getString("at");
        JsonObject post = Desk.json(desk.post(path + "/posts", queued));
        assertThat(post.getString("state")).isEqualTo("SCHEDULED");
        assertThat(post.getString("dueAt")).isEqualTo(free);
        assertThat(desk.delete("/api/desk/v1/posts/" + post.getString("id")).statusCode())
                .isEqualTo(204);
        assertThat(Desk.json(desk.send(desk.to(path + "/queue/pauses/" + account)
                                .PUT(java.net.http.HttpRequest.BodyPublishers.noBody())
                                .header("Content-Type", "application/json")))
                        .getBoolean("paused"))
                .isTrue();
        assertThat(Desk.json(desk.delete(path + "/queue/pauses/" + account)).getBoolean("paused"))
                .isFalse();
    }

    private String enqueue(String word) {
        String words = word + " " + UUID.randomUUID();
        browser.open("/compose/new?brand=" + handle);
        browser.see("#compose\\:text").sendKeys(words);
        browser.see(".mode input[value=queue]:checked");
        browser.see("#compose\\:schedule").click();
        browser.see(row(words));
        return words;
    }

    private List<String> order(String... words) {
        List<String> texts = browser.driver().findElements(By.cssSelector(".queue-day .post-text")).stream()
                .map(WebElement::getText)
                .toList();
        return texts.stream()
                .flatMap(text -> List.of(words).stream().filter(text::contains))
                .toList();
    }

    private int place(String words) {
        List<String> texts = browser.driver().findElements(By.cssSelector(".queue-day .post-row .post-text")).stream()
                .map(WebElement::getText)
                .toList();
        return texts.indexOf(words);
    }

    private void pick(String words) {
        browser.see(row(words)).findElement(By.cssSelector(".pick input")).click();
    }

    private static By row(String words) {
        return By.xpath("//li[contains(@class, 'post-row')][contains(., '" + words + "')]");
    }

    private static By button(String words, String deed) {
        return By.xpath(
                "//li[contains(@class, 'post-row')][contains(., '" + words + "')]//button[@data-order='" + deed + "']");
    }

    private List<JsonObject> items(String address) {
        return desk.read(address).getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
