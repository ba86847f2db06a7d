package org.gazouillis.stories;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
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
import org.openqa.selenium.support.ui.Select;

import static org.assertj.core.api.Assertions.assertThat;

/// Many posts of the queue at once, by mouse and by keyboard.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class QueueIT {
    private static final By ROWS = By.cssSelector(".post-row[data-post]");

    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk desk = Desk.of("manager@demo.example");
    private final String word = "bulk" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> posts = new ArrayList<>();

    @BeforeEach
    void planThree() {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = desk.post(
                    "api/desk/v1/brands/harborcoffee/posts",
                    Json.createObjectBuilder()
                            .add("text", word + " " + UUID.randomUUID())
                            .add("dueAt", Desk.inDays(30 + i))
                            .build());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            posts.add(Desk.json(answer).getString("id"));
        }
        browser.signIn("manager@demo.example", "/publish/queue?brand=harborcoffee&q=" + word);
        browser.until(page -> page.findElements(ROWS).size() == 3);
    }

    @Test
    void threeAreCancelledAtOnceAndAllComeBackByOneUndo() {
        browser.see("#bulk-all").click();
        browser.see("[data-bulk=cancel]").click();
        browser.until(page -> page.findElements(ROWS).isEmpty());
        assertThat(posts).allSatisfy(post -> assertThat(state(post)).isEqualTo("CANCELLED"));
        browser.see("#toasts .toast:last-child button").click();
        browser.until(page -> page.findElements(ROWS).size() == 3);
        assertThat(posts).allSatisfy(post -> assertThat(state(post)).isEqualTo("SCHEDULED"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void twoArePickedByKeyboardAndMovedByADay() {
        List<String> before = posts.stream().map(this::local).toList();
        WebElement first = browser.see(ROWS);
        browser.driver().executeScript("arguments[0].focus()", first);
        press("x");
        press("j");
        press("x");
        browser.until(page -> page.findElement(By.id("bulk-count")).getText().startsWith("2"));
        new Select(browser.see("#bulk-by")).selectByValue("1440");
        browser.see("[data-bulk=move]").click();
        browser.until(page -> page.findElement(By.id("toasts")).getText().startsWith("2"));
        assertThat(local(posts.get(0)))
                .isNotEqualTo(before.get(0))
                .endsWith(before.get(0).substring(10));
        assertThat(local(posts.get(1))).isNotEqualTo(before.get(1));
        assertThat(local(posts.get(2))).isEqualTo(before.get(2));
        browser.see("#toasts .toast:last-child button").click();
        browser.until(page ->
                local(posts.get(0)).equals(before.get(0)) && local(posts.get(1)).equals(before.get(1)));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFilterStandsInTheAddressAndNothingThatDoesNotFitIsShown() {
        browser.open("/publish/queue?brand=harborcoffee&q=" + posts.get(1));
        browser.until(page -> page.findElements(ROWS).size() == 1);
        assertThat(browser.see(ROWS).getDomAttribute("data-post")).isEqualTo(posts.get(1));
        assertThat(browser.see("#queue-q").getDomProperty("value")).isEqualTo(posts.get(1));
    }

    private void press(CharSequence key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
    }

    private String state(String post) {
        return desk.read("api/desk/v1/posts/" + post).getString("state");
    }

    private String local(String post) {
        return desk.read("api/desk/v1/posts/" + post).getString("local");
    }
}
