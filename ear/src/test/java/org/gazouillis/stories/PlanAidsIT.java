package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/// Holidays from a file, the calendar link, and the rehearsal of a plan.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PlanAidsIT {
    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).plusDays(20);

    @RegisterExtension
    final Browser browser = new Browser();

    @TempDir
    private Path folder;

    private final Desk manager = Desk.of("manager@demo.example");

    @Test
    void holidaysFromAFileStandInTheCalendarAndRemovingThemCanBeUndone() throws IOException {
        String name = "Fête " + UUID.randomUUID().toString().substring(0, 8);
        Path file = folder.resolve("fetes-" + UUID.randomUUID() + ".ics");
        Files.writeString(file, holiday(name));
        browser.signIn("manager@demo.example", "/schedule/almanacs?brand=maisonlune");
        browser.see("#almanac-file").sendKeys(file.toString());
        browser.see("#almanac button[type=submit]").click();
        By row = By.xpath("//li[contains(., '" + file.getFileName() + "')]");
        browser.see(row).findElement(By.cssSelector("[data-do=remove]")).click();
        browser.until(page -> page.findElements(row).isEmpty());
        browser.see("#toasts .toast:last-child button").click();
        browser.see(row);
        browser.open("/schedule/calendar?brand=maisonlune&view=month&date=" + DAY);
        browser.until(page -> page.findElement(By.id("board")).getText().contains(name));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aBadFileIsRefusedWithItsLineAndTheFormStays() throws IOException {
        Path file = folder.resolve("bad.ics");
        Files.writeString(file, holiday("Bad").replace("DTSTART;VALUE=DATE:", "DTSTART;VALUE=DATE:99"));
        browser.signIn("manager@demo.example", "/schedule/almanacs?brand=maisonlune");
        browser.see("#almanac-file").sendKeys(file.toString());
        browser.see("#almanac button[type=submit]").click();
        assertThat(browser.see("#almanac .error").getText()).contains("Line 7").contains("DTSTART");
        HttpResponse<String> answer =
                manager.upload("api/desk/v1/almanacs", "x.ics", "nonsense", "brand", "maisonlune");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("file-not-understood", "Line 1");
    }

    @Test
    void aCalendarProgramReadsThePlanByItsLinkUntilItEnds() {
        Desk author = Desk.of("author@demo.example");
        String text = "Feed " + UUID.randomUUID();
        plan(author, "velonord", text, DAY + "T09:30:00Z");
        browser.signIn("author@demo.example", "/schedule/almanacs?brand=velonord");
        browser.see("#feed [data-do=renew]").click();
        browser.until(
                page -> !String.valueOf(page.findElement(By.id("feed-url")).getDomProperty("value"))
                        .isEmpty());
        String url = String.valueOf(browser.see("#feed-url").getDomProperty("value"));
        Desk program = Desk.stranger();
        String path = url.substring(url.indexOf("/api/"));
        HttpResponse<String> first = program.get(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(first.body().replace("\r\n ", "")).contains("BEGIN:VCALENDAR", text, "STATUS:CONFIRMED");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again =
                program.send(program.to(path).header("If-None-Match", tag).GET());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(author.delete("api/desk/v1/brands/velonord/calendar-feed").statusCode())
                .isEqualTo(204);
        assertThat(program.get(path).statusCode()).isEqualTo(404);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theRehearsalTellsOfClashesOnThePageAndInTheApi() {
        Desk author = Desk.of("author@demo.example");
        String word = UUID.randomUUID().toString().substring(0, 8);
        plan(author, "velonord", "First " + word, DAY.plusDays(1) + "T03:01:00Z");
        plan(author, "velonord", "Second " + word, DAY.plusDays(1) + "T03:04:00Z");
        JsonObject found = author.read("api/desk/v1/brands/velonord/simulation?days=90");
        assertThat(found.getJsonArray("findings").toString()).contains("CLASH", "Second " + word);
        browser.signIn("author@demo.example", "/schedule/simulation?brand=velonord");
        browser.see("[data-kind=clash]");
        assertThat(browser.driver().getPageSource()).contains("Second " + word).doesNotContain("???");
        browser.open("/schedule/simulation?brand=velonord&apart=0&days=1");
        assertThat(browser.driver().findElements(By.cssSelector("[data-kind=clash]")))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private static void plan(Desk author, String brand, String text, String dueAt) {
        HttpResponse<String> answer = author.post(
                "api/desk/v1/brands/" + brand + "/posts",
                Json.createObjectBuilder().add("text", text).add("dueAt", dueAt).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static String holiday(String name) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Story//EN\r\nBEGIN:VEVENT\r\nUID:" + UUID.randomUUID()
                + "\r\nSUMMARY:" + name + "\r\nDTSTART;VALUE=DATE:"
                + DAY.toString().replace("-", "")
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }
}
