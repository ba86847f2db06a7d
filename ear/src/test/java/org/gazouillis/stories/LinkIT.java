package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A short link from its making to its clicks, and what readers of a dead one are told.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LinkIT {
    private static final String LINKS = "/api/desk/v1/brands/velonord/links";
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk desk = Desk.of("author@demo.example");
    private final Desk reader = new Desk(
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build(),
            "");

    @Test
    void clicksOfPeopleAreCountedAndThoseOfProgramsApart() {
        JsonObject link = open("https://velo-nord.example/hiver?a=1#b");
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = follow(link, "GET", BROWSER);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).contains(link.getString("target"));
            assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        }
        assertThat(follow(link, "HEAD", BROWSER).statusCode()).isEqualTo(302);
        assertThat(follow(link, "GET", "Slackbot-LinkExpanding 1.0").statusCode())
                .isEqualTo(302);
        assertThat(follow(link, "POST", BROWSER).statusCode()).isEqualTo(405);
        String address = "/api/desk/v1/links/" + link.getString("id");
        await().atMost(Duration.ofSeconds(20)).until(() -> desk.read(address).getInt("robots") == 2);
        assertThat(desk.read(address).getInt("clicks")).isEqualTo(3);
        assertThat(desk.read(address + "/days").getJsonArray("items")).hasSize(1);
    }

    /// The first click of a link is answered by the servlet, those that follow soon before all servlets.
    @Test
    void everyClickGetsTheSameHeaders() {
        JsonObject link = open("https://velo-nord.example/hiver");
        Map<String, List<String>> first = headers(follow(link, "GET", BROWSER));
        assertThat(first).containsKeys("location", "x-content-type-options", "cache-control");
        assertThat(headers(follow(link, "GET", BROWSER))).isEqualTo(first);
        assertThat(headers(follow(link, "HEAD", BROWSER))).isEqualTo(first);
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    void targetsChangeAtOnceAndDeadLinksSaySoInTheReadersLanguage() {
        JsonObject link = open("https://velo-nord.example/a");
        String address = "/api/desk/v1/links/" + link.getString("id");
        assertThat(follow(link, "GET", BROWSER).statusCode()).isEqualTo(302);
        change(
                address,
                Json.createObjectBuilder()
                        .add("target", "https://velo-nord.example/b")
                        .build());
        assertThat(follow(link, "GET", BROWSER).headers().firstValue("Location"))
                .contains("https://velo-nord.example/b");
        change(address, Json.createObjectBuilder().add("enabled", false).build());
        HttpResponse<String> gone = follow(link, "GET", BROWSER);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("plus en service").doesNotContain("???");
        HttpResponse<String> unknown = reader.send(reader.to("/l/nosuchlink").GET());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void aLinkIsDrawnAndPaintedForPaper() {
        String address = "/api/desk/v1/links/"
                + open("https://velo-nord.example/affiche").getString("id");
        HttpResponse<String> drawn = desk.send(desk.to(address + "/qr.svg").GET());
        assertThat(drawn.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(drawn.body()).startsWith("<svg").contains("<path d=\"M");
        HttpResponse<String> painted =
                desk.send(desk.to(address + "/qr.png?width=300").GET());
        assertThat(painted.statusCode()).isEqualTo(200);
        assertThat(painted.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(painted.body()).contains("PNG");
    }

    @Test
    void textsAreShortenedAndAddressesInDisguiseRefused() {
        JsonObject shortened = Desk.json(desk.post(
                LINKS + "/texts",
                Json.createObjectBuilder()
                        .add("text", "Ici https://www.example.com/une/longue/adresse")
                        .build()));
        assertThat(shortened.getString("text")).matches("Ici http://.*/l/[a-z0-9]{7}");
        HttpResponse<String> refused = desk.post(
                LINKS,
                Json.createObjectBuilder().add("target", "http://2130706433/").build());
        assertThat(refused.statusCode()).isEqualTo(422);
    }

    @Test
    void aProgramsPostHasItsLinksShortenedWhenItSaysSo() {
        String text = "Ici https://www.example.com/" + UUID.randomUUID();
        JsonObject post = Desk.json(desk.post(
                "/api/desk/v1/brands/velonord/posts",
                Json.createObjectBuilder()
                        .add("text", text)
                        .add("shorten", true)
                        .build()));
        assertThat(post.getString("text")).matches("Ici http://.*/l/[a-z0-9]{7}");
        assertThat(Desk.json(desk.post(
                                "/api/desk/v1/brands/velonord/posts",
                                Json.createObjectBuilder().add("text", text).build()))
                        .getString("text"))
                .isEqualTo(text);
    }

    @Test
    void theComposerShortensWhatIsTyped() {
        browser.signIn("author@demo.example", "/compose/new?brand=velonord");
        browser.see("#compose\\:text").sendKeys("Ici https://www.example.com/" + UUID.randomUUID());
        browser.see("[data-do=shorten]").click();
        browser.until(
                page -> String.valueOf(page.findElement(By.id("compose:text")).getDomProperty("value"))
                        .matches("Ici http://.*/l/[a-z0-9]{7}"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void memberShortensAndLeadsElsewhereInTheBrowser() {
        browser.signIn("author@demo.example", "/link/list?brand=velonord");
        browser.see("#new\\:target").sendKeys("http://localhost/x");
        browser.see("#new\\:open").click();
        assertThat(browser.see("#new\\:target-error").getText()).isNotEmpty();
        assertThat(browser.see("#new\\:target").getDomProperty("value")).isEqualTo("http://localhost/x");
        browser.see("#new\\:target").clear();
        browser.see("#new\\:target").sendKeys("https://velo-nord.example/" + UUID.randomUUID());
        browser.see("#new\\:open").click();
        assertThat(browser.see("#clicks").getText()).isEqualTo("0");
        browser.until(page -> !"0".equals(browser.see(".link-qr").getDomProperty("naturalWidth")));
        browser.see("#lead\\:target").clear();
        browser.see("#lead\\:target").sendKeys("https://velo-nord.example/ailleurs");
        browser.see("#lead\\:do").click();
        browser.until(page -> page.getPageSource().contains("velo-nord.example/ailleurs")
                && page.getCurrentUrl().contains("/link/one"));
        assertThat(browser.complaints()).isEmpty();
    }

    private JsonObject open(String target) {
        HttpResponse<String> answer = desk.post(
                LINKS, Json.createObjectBuilder().add("target", target).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer);
    }

    private void change(String address, JsonObject body) {
        HttpResponse<String> answer = desk.send(desk.to(address)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> follow(JsonObject link, String method, String userAgent) {
        return reader.send(reader.to("/l/" + link.getString("code"))
                .header("User-Agent", userAgent)
                .header("Accept-Language", "fr")
                .method(method, BodyPublishers.noBody()));
    }
}
