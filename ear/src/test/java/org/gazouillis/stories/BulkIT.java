package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/// Files of posts: mended in the page, planned, taken back; and the same by a script.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BulkIT {
    private static final int ROWS = 500;
    /// What is wrong, by row, and the cell and text that mend it.
    private static final Map<Integer, List<String>> WRONG = new TreeMap<>(Map.of(
            20, List.of("when", "never"),
            90, List.of("text", ""),
            160, List.of("account", "gazouillis:nobody"),
            230, List.of("when", "1999-01-01 10:00"),
            300, List.of("text", "x".repeat(141)),
            370, List.of("zone", "Mars/Base"),
            440, List.of("link", "nowhere")));

    @RegisterExtension
    final Browser browser = new Browser();

    @TempDir
    private Path folder;

    @Test
    void sevenWrongRowsOfFiveHundredAreMendedInThePageAndAllArePlanned() throws IOException {
        String mark = "yearplan" + Long.toString(System.nanoTime(), 36);
        Path file = Files.writeString(folder.resolve("plan.csv"), file(mark, WRONG));
        browser.signIn("manager@demo.example", "/intake/bulk?brand=velonord");
        browser.see("#bulk-file").sendKeys(file.toString());
        browser.see("#bulk button[type=submit]").click();
        browser.see("#rows");
        assertThat(count("refused")).isEqualTo("7");
        assertThat(count("ready")).isEqualTo("493");
        assertThat(browser.driver().findElements(By.cssSelector(".bulk-row"))).hasSize(7);
        WRONG.forEach((row, cell) ->
                mend(row, cell.getFirst(), requireNonNull(right(row, mark).get(cell.getFirst()))));
        browser.until(page -> count("refused").equals("0"));
        browser.see("#run-deeds button[data-mode=all-or-nothing]").click();
        browser.see("#run-deeds button[data-do=undo]");
        assertThat(count("planned")).isEqualTo("500");
        assertThat(planned(mark)).isEqualTo(500);
        String run = browser.driver().getCurrentUrl();

        browser.open("/publish/queue?brand=velonord");
        assertThat(browser.see("#queue").getText()).contains(mark);
        assertThat(inTheCalendar(mark)).isEqualTo(500);

        browser.driver().get(run);
        browser.see("#run-deeds button[data-do=undo]").click();
        browser.until(page -> page.findElements(By.cssSelector("#run-deeds button[data-do=undo]"))
                .isEmpty());
        assertThat(planned(mark)).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void datesThatCouldBeMonthsAreAskedAboutOnAPhone() throws IOException {
        Path file = Files.writeString(
                folder.resolve("dates.csv"), "when,text\n03/04/2028 10:00,First day\n05/06/2028 10:00,Second day\n");
        browser.signIn("manager@demo.example", "/intake/bulk?brand=maisonlune");
        browser.resize(390, 844);
        browser.see("#bulk-file").sendKeys(file.toString());
        browser.see("#bulk button[type=submit]").click();
        browser.see("#run-groups form button").click();
        browser.until(page -> page.findElements(By.id("run-groups")).isEmpty()
                && !page.findElements(By.id("rows")).isEmpty());
        assertThat(count("ready")).isEqualTo("2");
        assertThat(browser.see("#row-1").getText()).containsAnyOf("April", "avril");
        assertThat(browser.driver()
                        .executeScript(
                                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
        browser.see("#run-deeds button[data-do=discard]").click();
        browser.see("#bulk-file");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void scriptsSendMendPlanAndTakeBack() {
        Desk manager = Desk.of("manager@demo.example");
        String mark = "script" + UUID.randomUUID();
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(150);
        String content = "when,text\n%s 10:30,%s one\nnever,%s two\n".formatted(day, mark, mark);
        HttpResponse<String> started = manager.upload("api/desk/v1/brands/maisonlune/bulk", "s.csv", content);
        assertThat(started.statusCode()).isEqualTo(202);
        String run = "api/desk/v1/bulk/" + Desk.json(started).getString("id");
        JsonObject draft = until(manager, run, "READY");
        assertThat(draft.getInt("refused")).isEqualTo(1);

        JsonObject wrong =
                manager.read(run + "/rows?show=wrong").getJsonArray("items").getJsonObject(0);
        JsonObject fault = wrong.getJsonArray("faults").getJsonObject(0);
        assertThat(fault.getString("rule")).isEqualTo("date-unreadable");
        assertThat(manager.get(run + "/errors.csv").body()).contains("3,\"when\",\"never\",\"date-unreadable\"");
        JsonObject mended = patch(
                manager,
                run + "/rows/" + wrong.getInt("row"),
                Json.createObjectBuilder()
                        .add("cells", Json.createObjectBuilder().add("when", day.plusDays(1) + " 10:30"))
                        .build());
        assertThat(mended.getString("verdict")).isEqualTo("RIGHT");
        JsonObject order =
                Json.createObjectBuilder().add("mode", "all-or-nothing").build();
        assertThat(manager.post(run + "/commit", order).statusCode()).isEqualTo(202);
        assertThat(until(manager, run, "DONE").getInt("planned")).isEqualTo(2);
        HttpResponse<String> undone =
                manager.post(run + "/undo", Json.createObjectBuilder().build());
        assertThat(Desk.json(undone).getInt("cancelled")).isEqualTo(2);
        assertThat(Desk.of("client@demo.example").post(run + "/undo", order).statusCode())
                .isBetween(403, 404);
    }

    private static JsonObject until(Desk desk, String run, String state) {
        return Awaitility.await()
                .until(() -> desk.read(run), read -> read.getString("state").equals(state));
    }

    private static JsonObject patch(Desk desk, String path, JsonObject body) {
        return Desk.json(desk.send(desk.to(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body.toString()))));
    }

    private void mend(int row, String column, String text) {
        WebElement field = browser.see("#row-" + row + " [data-column=" + column + "]");
        // Not clear(): that leaves the field, and the page would send the empty cell.
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE + text + Keys.TAB);
        browser.until(
                page -> "RIGHT".equals(page.findElement(By.id("row-" + row)).getDomAttribute("data-verdict")));
    }

    private static String file(String mark, Map<Integer, List<String>> wrong) {
        StringBuilder file = new StringBuilder("when,text,link,account,zone\n");
        for (int row = 1; row <= ROWS; row++) {
            Map<String, String> cells = new TreeMap<>(right(row, mark));
            List<String> mistake = wrong.get(row);
            if (mistake != null) {
                cells.put(mistake.getFirst(), mistake.getLast());
            }
            file.append(String.join(
                            ",",
                            cells.get("when"),
                            cells.get("text"),
                            cells.get("link"),
                            cells.get("account"),
                            cells.get("zone")))
                    .append('\n');
        }
        return file.toString();
    }

    /// The first of them go out before anything that the demo has planned.
    private static Map<String, String> right(int row, String mark) {
        LocalDateTime at = LocalDateTime.now(Clock.system(ZoneId.of("Europe/Paris")))
                .withSecond(0)
                .withNano(0)
                .plusMinutes(30)
                .plusMinutes(row);
        return Map.of(
                "when",
                at.toString(),
                "text",
                mark + " number " + row,
                "link",
                "",
                "account",
                "gazouillis:velonord",
                "zone",
                "Europe/Paris");
    }

    /// How many cards its list shows, page by page.
    private int inTheCalendar(String mark) {
        browser.open("/schedule/calendar?brand=velonord&view=list&q=" + mark);
        browser.see("#board .cal-card");
        int seen = cards();
        while (!browser.driver().findElements(By.id("more")).isEmpty()) {
            browser.driver()
                    .get(requireNonNull(
                            browser.driver().findElement(By.id("more")).getDomProperty("href")));
            browser.see("#board .cal-card");
            seen += cards();
        }
        return seen;
    }

    private int cards() {
        return browser.driver().findElements(By.cssSelector("#board .cal-card")).size();
    }

    private int planned(String mark) {
        Desk manager = Desk.of("manager@demo.example");
        int found = 0;
        String next = "";
        do {
            JsonObject page = manager.read("api/desk/v1/brands/velonord/posts?state=SCHEDULED&limit=200" + next);
            found += (int) page.getJsonArray("items").stream()
                    .filter(post -> post.asJsonObject().getString("text").startsWith(mark))
                    .count();
            next = page.isNull("next") ? "" : "&cursor=" + page.getString("next");
        } while (!next.isEmpty());
        return found;
    }

    private String count(String name) {
        return browser.see("[data-count=" + name + "]").getText();
    }
}
