package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

import static org.assertj.core.api.Assertions.assertThat;

/// An account manager and a campaign: goal and pace, the same again a month later, two days later, and back.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CampaignIT {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String BRAND = "/api/desk/v1/brands/velonord";

    @RegisterExtension
    final Browser browser = new Browser();

    private final Desk desk = Desk.of("manager@demo.example");
    private final LocalDate today = LocalDate.now(Clock.system(PARIS));

    @Test
    void managerSeesPaceDuplicatesMovesAndUndoes() {
        JsonObject campaign = campaign("Vitesse");
        LocalDate day = today.plusDays(10);
        plan(campaign, day.atTime(9, 30).toString());
        plan(campaign, day.atTime(18, 0).toString());

        browser.signIn("manager@demo.example", "/campaign/list?brand=velonord");
        browser.see(By.linkText(campaign.getString("name"))).click();
        assertThat(browser.see("#formula").getText()).contains("÷", "5");
        assertThat(browser.see("#reached").getText()).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
        browser.see(".campaign-head a.button").click();
        assertThat(new Select(browser.see("#compose\\:campaign"))
                        .getFirstSelectedOption()
                        .getText())
                .isEqualTo(campaign.getString("name"));
        browser.driver().navigate().back();

        browser.see("#duplicate summary").click();
        WebElement name = browser.see("#copy\\:name");
        name.clear();
        name.sendKeys(campaign.getString("name") + " bis");
        set("copy:startsOn", today.plusMonths(1));
        new Select(browser.see("#copy\\:planned")).selectByValue("planned");
        browser.see("#copy\\:do").click();
        LocalDate later = day.plusDays(ChronoUnit.DAYS.between(today, today.plusMonths(1)));
        browser.until(page -> postsOn(later).contains("2"));

        browser.see("#shift summary").click();
        WebElement amount = browser.see("#move\\:amount");
        amount.clear();
        amount.sendKeys("2");
        browser.see("#move\\:do").click();
        browser.until(page -> !page.findElements(By.cssSelector(".toast form")).isEmpty());
        browser.until(page -> postsOn(later.plusDays(2)).contains("2"));
        assertThat(localTimes()).containsExactly("09:30", "18:00");

        browser.see("li[data-batch] .undo input[type=submit]").click();
        browser.until(page -> postsOn(later).contains("2"));
        assertThat(localTimes()).containsExactly("09:30", "18:00");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void refusedFormsKeepWhatWasTypedAndSayWhere() {
        browser.signIn("manager@demo.example", "/campaign/edit?brand=velonord");
        browser.see("#campaign\\:name").sendKeys("Trop tard");
        set("campaign:endsOn", today.minusDays(3));
        browser.see("#campaign\\:save").click();
        assertThat(browser.see("#campaign\\:endsOn-error").getText()).isNotEmpty();
        assertThat(browser.see("#campaign\\:name").getDomProperty("value")).isEqualTo("Trop tard");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("campaign:endsOn");
    }

    @Test
    void scriptsChangeArchiveAndAreToldWhatIsWrong() {
        JsonObject campaign = campaign("Script");
        String address = "/api/desk/v1/campaigns/" + campaign.getString("id");
        JsonObject changed = patch(
                address,
                Json.createObjectBuilder()
                        .add(
                                "budget",
                                Json.createObjectBuilder().add("amount", 1200.5).add("currency", "EUR"))
                        .add("version", campaign.getInt("version"))
                        .build(),
                200);
        assertThat(changed.getJsonObject("budget").getJsonNumber("amount").doubleValue())
                .isEqualTo(1200.5);
        assertThat(changed.getJsonObject("goal")).isEqualTo(campaign.getJsonObject("goal"));
        JsonObject stale = Json.createObjectBuilder()
                .add("name", "Nobody sees this")
                .add("version", campaign.getInt("version"))
                .build();
        assertThat(patch(address, stale, 409).getString("type")).isEqualTo("/problems/changed-meanwhile");
        JsonObject wrong =
                patch(address, Json.createObjectBuilder().add("utm", "source=x").build(), 422);
        assertThat(wrong.getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/utm");
        assertThat(desk.read(address + "/pace").getJsonObject("posts").getInt("planned"))
                .isZero();
        assertThat(desk.delete(address).statusCode()).isEqualTo(204);
        assertThat(desk.read(address).getBoolean("archived")).isTrue();
        assertThat(desk.read(BRAND + "/campaigns").getJsonArray("items").toString())
                .doesNotContain(campaign.getString("id"));
        HttpResponse<String> nothing = desk.post(
                address + "/batches",
                Json.createObjectBuilder().add("kind", "move").add("days", 1).build());
        assertThat(nothing.statusCode()).isEqualTo(409);
    }

    private JsonObject campaign(String name) {
        HttpResponse<String> answer = desk.post(
                BRAND + "/campaigns",
                Json.createObjectBuilder()
                        .add("name", name + " " + UUID.randomUUID())
                        .add("startsOn", today.toString())
                        .add("endsOn", today.plusDays(20).toString())
                        .add(
                                "goal",
                                Json.createObjectBuilder()
                                        .add("measure", "engagements")
                                        .add("target", 500)
                                        .add("on", today.plusDays(20).toString()))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer);
    }

    private void plan(JsonObject campaign, String local) {
        HttpResponse<String> answer = desk.post(
                BRAND + "/posts",
                Json.createObjectBuilder()
                        .add("text", "Campagne " + UUID.randomUUID())
                        .add("campaign", campaign.getString("id"))
                        .add(
                                "at",
                                Json.createObjectBuilder().add("local", local).add("zone", PARIS.getId()))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private JsonObject patch(String address, JsonObject body, int status) {
        HttpResponse<String> answer = desk.send(desk.to(address)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Desk.json(answer);
    }

    /// What the plan says about a day; empty for nothing.
    private String postsOn(LocalDate day) {
        return browser.driver().findElements(By.cssSelector("td[data-day='" + day + "'] span")).stream()
                .map(WebElement::getText)
                .collect(Collectors.joining());
    }

    /// Local times of the posts of the campaign that the browser shows.
    private List<String> localTimes() {
        String id = browser.driver().getCurrentUrl().replaceAll(".*[?&]id=(\\d+).*", "$1");
        return desk.read(BRAND + "/posts?state=SCHEDULED&limit=200").getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(post -> post.getString("campaign", "").equals(id))
                .map(post -> post.getString("local").substring(11, 16))
                .sorted()
                .toList();
    }

    private void set(String field, LocalDate day) {
        browser.driver()
                .executeScript("document.getElementById(arguments[0]).value = arguments[1]", field, day.toString());
    }
}
