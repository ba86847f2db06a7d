package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// An urgent post of a brand, from the composer to the receipt that says whom it reached.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FlashIT {
    @RegisterExtension
    final Browser browser = new Browser();

    @RegisterExtension
    final Browser follower = new Browser();

    private Desk owner = Desk.stranger();
    private Desk author = Desk.stranger();
    private Desk reader = Desk.stranger();

    @BeforeEach
    void signIn() {
        owner = Desk.of("owner@demo.example");
        author = Desk.of("author@demo.example");
        reader = Desk.of("analyst@demo.example");
    }

    @Test
    void aProgramPublishesAFlashReadersAcknowledgeItAndTheReceiptSaysWho() {
        follow("maisonlune");
        JsonObject order = Json.createObjectBuilder()
                .add("text", "Atelier fermé ce soir")
                .add("now", true)
                .add("flash", true)
                .build();
        JsonObject post = Desk.json(author.post("api/desk/v1/brands/maisonlune/posts", order));
        assertThat(post.getBoolean("flash")).isTrue();
        String id = post.getJsonArray("publications").getJsonObject(0).getString("statusId");
        JsonObject said = Desk.stranger().read("api/v1/statuses/" + id).getJsonObject("gazouillis");
        assertThat(said.getBoolean("flash")).isTrue();
        assertThat(said.getBoolean("acknowledged")).isFalse();
        String receipt = "api/desk/v1/flashes/" + id + "/receipt";
        int before = owner.read(receipt).getJsonObject("followers").getInt("acknowledged");
        assertThat(does(reader, id, "acknowledge")).isTrue();
        JsonObject followers = owner.read(receipt).getJsonObject("followers");
        assertThat(followers.getInt("acknowledged")).isEqualTo(before + 1);
        assertThat(followers.getInt("delivered")).isPositive();
        assertThat(followers.isNull("unanswered")).isFalse();
        assertThat(author.read(receipt).getJsonObject("followers").isNull("unanswered"))
                .isTrue();
        assertThat(does(reader, id, "unacknowledge")).isFalse();
        form(id);
        assertThat(owner.read(receipt).getJsonObject("followers").getInt("acknowledged"))
                .isEqualTo(before + 1);
        assertThat(Desk.of("rival@other.example").get(receipt).statusCode()).isEqualTo(404);
        assertThat(Desk.stranger().get(receipt).statusCode()).isEqualTo(401);
        assertThat(owner.get(receipt + "/export").body()).contains("delivered,saw,opened,acknowledged");
        assertThat(author.get(receipt + "/export").statusCode()).isEqualTo(403);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> owner.read("api/desk/v1/search?q=is:flash+atelier")
                                .getJsonArray("items")
                                .size()
                        == 1);
    }

    @Test
    void whatIsNoFlashIsNotAcknowledgedAndToldSo() {
        JsonObject plain = Desk.json(author.post(
                "api/v1/statuses",
                Json.createObjectBuilder()
                        .add("status", "Rien d’urgent")
                        .add("flash", true)
                        .build()));
        assertThat(plain.getJsonObject("gazouillis").getBoolean("flash")).isFalse();
        String id = plain.getString("id");
        HttpResponse<String> refused =
                reader.send(reader.to("api/v1/statuses/" + id + "/acknowledge").POST(BodyPublishers.noBody()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Desk.json(refused).getString("error")).contains("is no flash");
    }

    @Test
    void aFlashFromTheComposerComesAboveAFollowersOpenTimelineAndStaysUntilItIsAcknowledged() {
        follow("velonord");
        String text = "Pont fermé : passez par la gare";
        follower.signIn("analyst@demo.example", "/timeline/home");
        browser.signIn("author@demo.example", "/compose/new?brand=velonord");
        browser.see(By.id("compose:text")).sendKeys(text);
        browser.see(By.id("compose:flash")).click();
        browser.see(By.id("compose:now")).click();
        browser.until(page -> page.getCurrentUrl().contains("/publish/queue"));
        await().atMost(Duration.ofSeconds(60)).until(() -> !statuses(text).isEmpty());
        String id = statuses(text).getFirst();
        String row = ".flashes li[data-status='" + id + "'] ";
        follower.see(row + ".unread").click();
        follower.see(".toast button").click();
        follower.see(row + ".unread").click();
        follower.until(page ->
                page.findElements(By.cssSelector(row + ".unread")).stream().noneMatch(button -> button.isDisplayed()));
        follower.open("/timeline/home");
        follower.see(".status[data-status='" + id + "'] .flash-mark");
        assertThat(follower.see(".status[data-status='" + id + "'] .acknowledge .read")
                        .getText())
                .contains("Acknowledged");
        assertThat(follower.driver().findElements(By.cssSelector(row))).isEmpty();
        follower.open("/dashboard/post?id=" + id);
        assertThat(follower.see("#receipt-rows tbody tr td:last-child").getText())
                .isEqualTo("1");
        assertThat(follower.complaints()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private void follow(String handle) {
        String account = reader.read("api/v1/accounts/lookup?acct=" + handle).getString("id");
        HttpResponse<String> answer =
                reader.send(reader.to("api/v1/accounts/" + account + "/follow").POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /// @return whether it is acknowledged then
    private static boolean does(Desk by, String id, String deed) {
        HttpResponse<String> answer =
                by.send(by.to("api/v1/statuses/" + id + "/" + deed).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Desk.json(answer).getJsonObject("gazouillis").getBoolean("acknowledged");
    }

    /// As a page without a script does.
    private void form(String id) {
        HttpResponse<String> answer = reader.send(reader.to("api/desk/v1/flashes/" + id + "/acknowledgement")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("read=true&to=%2Ftimeline%2Fpublic")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo("/timeline/public");
    }

    private List<String> statuses(String text) {
        return author.list("api/v1/timelines/public?limit=40").getValuesAs(JsonObject.class).stream()
                .filter(status -> status.getString("text").equals(text))
                .map(status -> status.getString("id"))
                .toList();
    }
}
