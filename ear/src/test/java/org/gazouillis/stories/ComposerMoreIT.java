package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What a post may have beside its text: images, a thread, templates.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ComposerMoreIT {
    private static final String BRAND = "harborcoffee";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk owner = Desk.of("owner@demo.example");

    @TempDir
    private Path folder;

    @Test
    void anImageIsDescribedAndShownOnTheTimeline() throws IOException {
        compose();
        String words = "Image " + UUID.randomUUID();
        String alt = "Une tasse bleue " + UUID.randomUUID();
        browser.see("#compose\\:text").sendKeys(words);
        browser.driver().findElement(By.id("image-file")).sendKeys(picture("tasse.png"));
        WebElement description = browser.see("#images input[type=text]");
        browser.until(
                page -> !page.findElements(By.cssSelector("#checks .WARNING")).isEmpty());
        description.sendKeys(alt + "\t");
        browser.until(
                page -> page.findElements(By.cssSelector("#checks .WARNING")).isEmpty());
        browser.see(".preview-images img");
        browser.see("#compose\\:now").click();
        browser.see("#queue");
        JsonObject status = published(words);
        JsonObject media = status.getJsonArray("media_attachments").getJsonObject(0);
        assertThat(media.getString("type")).isEqualTo("image");
        assertThat(media.getString("description")).isEqualTo(alt);
        HttpResponse<byte[]> file =
                Desk.stranger().send(Desk.stranger().to(path(media.getString("url"))), BodyHandlers.ofByteArray());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(file.headers().allValues("cache-control"))
                .singleElement()
                .asString()
                .contains("immutable");
        assertThat(file.headers().firstValue("x-content-type-options")).contains("nosniff");
        browser.open("/timeline/thread?id=" + status.getString("id"));
        assertThat(browser.see(".status-images img").getDomAttribute("alt")).isEqualTo(alt);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void twoTextsAreShownToReadersByChanceUntilSomebodyChoosesOne() {
        compose();
        String words = "Essai " + UUID.randomUUID();
        browser.see("#compose\\:text").sendKeys(words + " un");
        browser.see("#trial > summary").click();
        browser.see("#trial-text").sendKeys("x".repeat(141));
        browser.until(
                page -> !page.findElements(By.cssSelector("#checks .ERROR")).isEmpty());
        browser.see("#trial-text").clear();
        browser.see("#trial-text").sendKeys(words + " deux");
        browser.until(
                page -> page.findElements(By.cssSelector("#checks .ERROR")).isEmpty());
        browser.until(page -> !page.findElement(By.id("trial-plan")).getText().isBlank());
        browser.see("#compose\\:now").click();
        browser.see("#queue");
        String status = published(words).getString("id");
        Map<String, String> texts = new HashMap<>();
        for (int n = 0; n < 40; n++) {
            String cookie = String.format(Locale.ROOT, "visitor-%014d", n);
            texts.put(seen(status, cookie), cookie);
        }
        assertThat(texts).containsOnlyKeys(words + " un", words + " deux");
        texts.forEach((text, cookie) -> {
            assertThat(seen(status, cookie)).isEqualTo(text);
            assertThat(page(status, cookie)).contains(text);
        });
        assertThat(Desk.stranger().read("/api/v1/statuses/" + status).getString("text"))
                .isEqualTo(words + " un");
        browser.open("/dashboard/post?id=" + status);
        assertThat(browser.see("#trial-texts").getText()).contains(words + " un", words + " deux");
        browser.see("[data-end=B]").click();
        browser.driver().switchTo().alert().accept();
        browser.until(
                page -> page.findElements(By.cssSelector("#trial [data-end]")).isEmpty());
        assertThat(browser.see("#trial-texts").getText()).contains("stays");
        assertThat(Desk.stranger().read("/api/v1/statuses/" + status).getString("text"))
                .isEqualTo(words + " deux");
        assertThat(browser.complaints()).isEmpty();
    }

    private static String seen(String status, String cookie) {
        return Desk.json(asVisitor("/api/v1/statuses/" + status, cookie)).getString("text");
    }

    private static String page(String status, String cookie) {
        return asVisitor("/timeline/thread?id=" + status, cookie).body();
    }

    private static HttpResponse<String> asVisitor(String path, String cookie) {
        Desk visitor = Desk.stranger();
        return visitor.send(visitor.to(path).header("Cookie", "gazouillis-visitor=" + cookie));
    }

    @Test
    void whatIsNoPictureIsRefusedInASentence() {
        HttpResponse<String> answer =
                owner.upload("/api/desk/v1/brands/" + BRAND + "/media", "x.png", "<svg onload='alert(1)'/>");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Desk.json(answer).getString("detail")).contains("neither JPEG");
        assertThat(owner.get("/api/media/..%2f..%2fsecrets").statusCode()).isBetween(400, 404);
        assertThat(owner.get("/api/media/" + "0".repeat(64) + ".jpg").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLongTextBecomesAThreadThatGoesOutInOrder() {
        compose();
        String first = "Premier " + UUID.randomUUID();
        browser.see("#compose\\:text").sendKeys(first + ". " + "Encore une phrase du même texte. ".repeat(7));
        browser.see("[data-do=split]").click();
        assertThat(browser.driver().findElements(By.cssSelector("#parts textarea")))
                .hasSizeGreaterThan(0);
        browser.see("[data-do=number]").click();
        int parts =
                browser.driver().findElements(By.cssSelector("#parts textarea")).size() + 1;
        browser.until(
                page -> page.findElements(By.cssSelector("#checks .ERROR")).isEmpty());
        browser.until(page -> browser.driver().getCurrentUrl().contains("draft="));
        browser.driver().navigate().refresh();
        browser.until(
                page -> page.findElements(By.cssSelector("#parts textarea")).size() == parts - 1);
        browser.see("#checks li");
        browser.see("#compose\\:now").click();
        browser.see("#queue");
        JsonObject head = published(first);
        assertThat(head.getString("text")).endsWith("1/" + parts);
        List<JsonObject> replies = owner.read("/api/v1/statuses/" + head.getString("id") + "/context")
                .getJsonArray("descendants")
                .getValuesAs(JsonObject.class);
        assertThat(replies).hasSize(parts - 1);
        String parent = head.getString("id");
        for (int i = 0; i < replies.size(); i++) {
            assertThat(replies.get(i).getString("in_reply_to_id")).isEqualTo(parent);
            assertThat(replies.get(i).getString("text")).endsWith((i + 2) + "/" + parts);
            parent = replies.get(i).getString("id");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTemplateWithAVariableIsPutInAndResolved() {
        String value = "Valeur " + UUID.randomUUID();
        keep("VARIABLE", "adresse", value);
        keep("TEMPLATE", "Invitation", "Venez au {adresse}");
        compose();
        browser.see("[data-do=snippets]").click();
        browser.see(By.xpath("//ul[@id='snippets']//button[contains(., 'Invitation')]"))
                .click();
        browser.see("#compose\\:text").sendKeys(" {rien}");
        browser.see("#compose\\:draft").click();
        assertThat(browser.see("#compose\\:text-error").getText()).contains("{rien}");
        WebElement text = browser.see("#compose\\:text");
        text.clear();
        text.sendKeys("Venez au {adresse}");
        browser.see("#compose\\:draft").click();
        browser.see("#queue");
        assertThat(owner.get("/api/desk/v1/brands/" + BRAND + "/posts?state=DRAFT")
                        .body())
                .contains("Venez au " + value);
    }

    private void compose() {
        browser.signIn("owner@demo.example", "/compose/new?brand=" + BRAND);
        browser.until(page -> "true".equals(page.findElement(By.id("compose")).getDomAttribute("data-ready")));
    }

    private void keep(String kind, String name, String text) {
        JsonObject body = Json.createObjectBuilder()
                .add("kind", kind)
                .add("name", name)
                .add("text", text)
                .build();
        HttpResponse<String> answer = owner.post("/api/desk/v1/brands/" + BRAND + "/snippets", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /// On a page, what is published now waits for some seconds in which it can be undone.
    private JsonObject published(String words) {
        JsonObject post = await().atMost(Duration.ofSeconds(60))
                .until(() -> publishedPost(words), Optional::isPresent)
                .orElseThrow();
        String status = post.getJsonArray("publications").getJsonObject(0).getString("statusId");
        return owner.read("/api/v1/statuses/" + status);
    }

    private Optional<JsonObject> publishedPost(String words) {
        return owner
                .read("/api/desk/v1/brands/" + BRAND + "/posts?state=PUBLISHED")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(each -> each.getString("text").startsWith(words))
                .findFirst();
    }

    private static String path(String url) {
        return url.replaceFirst("https?://[^/]+", "");
    }

    private String picture(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file.toString();
    }
}
