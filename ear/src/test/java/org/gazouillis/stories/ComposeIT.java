package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ComposeIT {
    private static final Path CASES =
            Path.of("../web/src/main/webapp/resources/app/post-text-cases.json").toAbsolutePath();

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeEach
    void signIn() {
        browser.signIn("author@demo.example", "/compose/new");
        browser.see("#compose\\:text");
    }

    /// The browser's half of the cases that `PostTextCasesTest` runs on the server.
    @Test
    void browserCountsAndFindsWhatTheCasesSay() throws IOException {
        Object wrong = browser.driver().executeScript("""
                const of = (found, kind) => JSON.stringify(found.filter(e => e.kind === kind).map(e => e.value));
                return JSON.parse(arguments[0]).filter(each => {
                  const text = postText.normalise(each.typed);
                  const found = postText.entities(text);
                  return text !== each.text || postText.length(text) !== each.length
                      || each.mastodon && postText.length(text, "GRAPHEMES_LINKS_AS_23") !== each.mastodon
                      || of(found, "hashtag") !== JSON.stringify(each.hashtags)
                      || of(found, "mention") !== JSON.stringify(each.mentions)
                      || of(found, "url") !== JSON.stringify(each.urls);
                }).map(each => each.name);
                """, Files.readString(CASES));
        assertThat(wrong).isEqualTo(List.of());
    }

    @Test
    void counterAndMarksFollowTheTyping() {
        WebElement text = browser.see("#compose\\:text");
        text.sendKeys("Bonjour @anna #été https://example.com/une/longue/adresse ");
        browser.until(page -> page.findElement(By.id("count")).getText().startsWith("9"));
        assertThat(browser.driver().findElements(By.cssSelector("#marks mark"))).hasSize(3);
        text.sendKeys("x".repeat(120));
        browser.until(
                page -> !page.findElements(By.cssSelector("#marks mark.over")).isEmpty());
        assertThat(text.getDomAttribute("aria-invalid")).isEqualTo("true");
        browser.until(
                page -> !page.findElements(By.cssSelector("#checks .ERROR")).isEmpty());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void refusedTextIsStillThereAndHasTheFocus() {
        String tooLong = "y".repeat(150);
        browser.see("#compose\\:text").sendKeys(tooLong);
        browser.see("#compose\\:now").click();
        WebElement error = browser.see("#compose\\:text-error");
        assertThat(error.getText()).contains("10");
        WebElement text = browser.see("#compose\\:text");
        assertThat(text.getDomProperty("value")).isEqualTo(tooLong);
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(text);
    }

    @Test
    void plannedPostStandsInTheQueueAndCancellingItCanBeUndone() {
        String words = "Queue " + UUID.randomUUID();
        browser.see("#compose\\:text").sendKeys(words);
        browser.see("#compose\\:schedule").click();
        WebElement row = browser.see(rowOf(words));
        row.findElement(By.cssSelector("[data-do=cancel]")).click();
        browser.until(page -> page.findElements(rowOf(words)).isEmpty());
        browser.see("#toasts button").click();
        assertThat(browser.see(rowOf(words)).getDomAttribute("data-state")).isEqualTo("SCHEDULED");
        assertThat(browser.complaints()).isEmpty();
    }

    /// A feed takes long texts, the built-in timeline does not: the counter names the rule that holds just now.
    @Test
    void theCounterFollowsTheAccountsThatSayTheText() {
        Desk owner = Desk.of("owner@demo.example");
        String brand = "/api/desk/v1/brands/" + browser.see("#compose").getDomAttribute("data-brand");
        JsonObject feed = Desk.json(owner.post(
                brand + "/accounts",
                Json.createObjectBuilder().add("network", "rss").build()));
        assertThat(feed.getJsonObject("limit").getInt("most")).isEqualTo(10_000);
        try {
            browser.driver().navigate().refresh();
            browser.see("#compose\\:text").sendKeys("z".repeat(150));
            assertThat(browser.see("#count").getText()).startsWith("10 ");
            assertThat(browser.see("#rule").getText()).contains("Gazouillis").contains("140");
            browser.see(".chip-list input[value='" + feed.getString("id") + "']")
                    .click();
            browser.see("#variants details:first-child summary").click();
            browser.see("#variants details:first-child textarea").sendKeys("Short, for the timeline");
            browser.until(page -> page.findElement(By.id("rule")).getText().contains("RSS"));
            browser.until(page -> !page.findElements(By.cssSelector("#checks .fine, #checks .NOTE, #checks .WARNING"))
                            .isEmpty()
                    && page.findElements(By.cssSelector("#checks .ERROR")).isEmpty());
            browser.see("#compose\\:draft").click();
            browser.see("#queue");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            owner.delete("/api/desk/v1/accounts/" + feed.getString("id"));
        }
    }

    private static By rowOf(String words) {
        return By.xpath("//li[contains(@class, 'post-row')][contains(., '" + words + "')]");
    }
}
