package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/// Planning a week with the mouse, with the keyboard alone, and looking at it on a phone.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CalendarIT {
    /// A Wednesday weeks ahead, so that no day of its week has passed and no clock changes.
    private static final LocalDate WEDNESDAY =
            LocalDate.now(ZoneOffset.UTC).plusWeeks(3).with(java.time.DayOfWeek.WEDNESDAY);

    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk desk = Desk.of("author@demo.example");
    private final String word = "plan" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aWeekIsPlannedWithTheMouseAndTheLastMoveIsTakenBack() {
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            posts.add(plan(WEDNESDAY, "09:3" + i));
        }
        open("week", WEDNESDAY);
        for (int i = 0; i < 5; i++) {
            LocalDate day = WEDNESDAY.plusDays(i - 2);
            drag(posts.get(i), day + "T1" + i);
            assertThat(local(posts.get(i))).isEqualTo(day + "T1" + i + ":3" + i);
        }
        String last = posts.getLast();
        browser.see("#toasts .toast:last-child button").click();
        browser.until(page -> at(last).equals(WEDNESDAY + "T09:34"));
        assertThat(local(last)).isEqualTo(WEDNESDAY + "T09:34");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void inTheMonthAPostKeepsItsHourWhenItChangesItsDay() {
        String post = plan(WEDNESDAY, "09:30");
        open("month", WEDNESDAY);
        assertThat(card(post).findElement(By.cssSelector(".cal-clock")).getText())
                .contains("9:30");
        drag(post, WEDNESDAY.plusDays(1).toString());
        assertThat(local(post)).isEqualTo(WEDNESDAY.plusDays(1) + "T09:30");
    }

    @Test
    void aWeekIsPlannedByKeyboardAlone() {
        String post = plan(WEDNESDAY, "09:30");
        open("week", WEDNESDAY);
        focus(post);
        press(" ");
        browser.until(page -> said().contains("9:30"));
        press(Keys.ARROW_RIGHT);
        press(Keys.ARROW_DOWN);
        press(Keys.ARROW_DOWN);
        browser.until(page -> said().contains("11:30"));
        press(Keys.ENTER);
        browser.until(page -> at(post).equals(WEDNESDAY.plusDays(1) + "T11:30"));
        assertThat(local(post)).isEqualTo(WEDNESDAY.plusDays(1) + "T11:30");
        browser.until(page -> post.equals(page.switchTo().activeElement().getDomAttribute("data-post")));
        new Actions(browser.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys("z")
                .keyUp(Keys.CONTROL)
                .perform();
        browser.until(page -> at(post).equals(WEDNESDAY + "T09:30"));
        press(" ");
        press(Keys.ARROW_LEFT);
        press(Keys.ESCAPE);
        assertThat(local(post)).isEqualTo(WEDNESDAY + "T09:30");
        press("n");
        browser.see("#compose\\:text");
        assertThat(browser.see("#compose\\:date").getDomProperty("value")).isEqualTo(WEDNESDAY.toString());
        assertThat(browser.see("#compose\\:time").getDomProperty("value")).isEqualTo("09:00");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theDialogIsTheTwinOfDragging() {
        String post = plan(WEDNESDAY, "09:30");
        open("week", WEDNESDAY);
        focus(post);
        press(Keys.ENTER);
        assertThat(browser.see("#post-text").getText()).contains(word);
        browser.driver()
                .executeScript(
                        "document.getElementById('post-local').value = arguments[0]", WEDNESDAY.plusDays(2) + "T16:45");
        browser.see("#post-move button").click();
        browser.until(page -> at(post).equals(WEDNESDAY.plusDays(2) + "T16:45"));
        assertThat(local(post)).isEqualTo(WEDNESDAY.plusDays(2) + "T16:45");
    }

    @Test
    void whoMovesAPostThatSomebodyMovedMeanwhileIsToldAndLosesNothing() {
        String post = plan(WEDNESDAY, "09:30");
        open("week", WEDNESDAY);
        assertThat(move(post, WEDNESDAY.minusDays(1) + "T08:00", null).statusCode())
                .isEqualTo(200);
        grab(post, WEDNESDAY.plusDays(2) + "T14");
        browser.until(page -> page.findElement(By.id("toasts")).getText().contains("entre-temps"));
        browser.until(page -> at(post).equals(WEDNESDAY.minusDays(1) + "T08:00"));
        assertThat(local(post)).isEqualTo(WEDNESDAY.minusDays(1) + "T08:00");
        assertThat(move(post, WEDNESDAY + "T10:00", 0).statusCode()).isEqualTo(409);
    }

    @Test
    void onAPhoneTheWeekIsAnAgendaOfTheDaysThatHoldSomething() {
        plan(WEDNESDAY, "09:30");
        String second = plan(WEDNESDAY.plusDays(1), "18:00");
        browser.resize(390, 844);
        open("week", WEDNESDAY);
        assertThat(browser.driver().findElements(By.cssSelector("#board .day")).stream()
                        .filter(WebElement::isDisplayed))
                .hasSize(2);
        assertThat(browser.driver()
                        .executeScript(
                                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
        card(second).click();
        assertThat(browser.see("#post-text").getText()).contains(word);
        assertThat(browser.see("#post-cancel").isDisplayed()).isTrue();
    }

    private void open(String view, LocalDate date) {
        browser.signIn(
                "author@demo.example",
                "/schedule/calendar?brand=velonord&view=" + view + "&date=" + date + "&q=" + word);
        browser.see("#board .cal-card");
    }

    private String plan(LocalDate day, String time) {
        HttpResponse<String> answer = desk.post(
                "api/desk/v1/brands/velonord/posts",
                Json.createObjectBuilder()
                        .add("text", "Bonjour " + word + " " + UUID.randomUUID())
                        .add("at", at(day + "T" + time, zone()))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer).getString("id");
    }

    private HttpResponse<String> move(String post, String local, @org.jspecify.annotations.Nullable Integer version) {
        var body = Json.createObjectBuilder().add("at", at(local, zone()));
        if (version != null) {
            body.add("version", version);
        }
        return desk.send(desk.to("api/desk/v1/posts/" + post)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body.build().toString())));
    }

    private static JsonObject at(String local, String zone) {
        return Json.createObjectBuilder().add("local", local).add("zone", zone).build();
    }

    private String zone() {
        return desk.read("api/desk/v1/brands").getJsonArray("items").stream()
                .map(each -> each.asJsonObject())
                .filter(each -> each.getString("handle").equals("velonord"))
                .findFirst()
                .orElseThrow()
                .getString("zone");
    }

    private String local(String post) {
        return desk.read("api/desk/v1/posts/" + post).getString("local");
    }

    private void drag(String post, String slot) {
        grab(post, slot);
        String day = slot.substring(0, 10);
        browser.until(page -> at(post).startsWith(day)
                && card(post).getDomAttribute("aria-busy") == null
                && local(post).startsWith(slot));
    }

    private void grab(String post, String slot) {
        WebElement target = browser.driver().findElement(By.cssSelector(".cal-slot[data-at=\"" + slot + "\"]"));
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
        new Actions(browser.driver())
                .clickAndHold(card(post))
                .moveToElement(target)
                .release()
                .perform();
    }

    private WebElement card(String post) {
        return browser.see("#post-" + post);
    }

    /// Where the post stands on the page.
    private String at(String post) {
        return String.valueOf(card(post).getDomAttribute("data-at"));
    }

    private void focus(String post) {
        browser.driver().executeScript("arguments[0].focus()", card(post));
    }

    private void press(CharSequence key) {
        browser.driver().switchTo().activeElement().sendKeys(key);
    }

    private String said() {
        return String.valueOf(browser.driver().findElement(By.id("say")).getDomProperty("textContent"));
    }
}
