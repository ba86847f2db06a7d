package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// The bad inputs of the interface `time-zone` (`time-zone.jsonl`), through the API. Every case of the file has its
/// method here, or is shown elsewhere.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TimeZoneIT {
    /// Changed zone data: `ZoneWatchTest`. A clock that jumps a day: `PublisherTest`, by late posts that are held.
    private static final Set<String> ELSEWHERE = Set.of("tzdata-change", "clock-forward-1d");

    private static final ZoneOffset UTC = ZoneOffset.UTC;

    private final Desk desk = Desk.of("author@demo.example");
    private String brand = "";

    @BeforeEach
    void takeTheFirstBrand() {
        brand = desk.read("/api/desk/v1/brands")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    @Test
    void everyCaseOfTheFileDoesWhatItSays() throws IOException {
        Map<String, Runnable> cases = Map.ofEntries(
                Map.entry("dst-gap-berlin", this::gapIsToldAndTheShiftedTimeOffered),
                Map.entry("dst-overlap-berlin", this::overlapAsksAndMeansTheFirst),
                Map.entry("dst-overlap-lordhowe", this::overlapOfHalfAnHour),
                Map.entry("cron-0230-gap", this::seriesInTheGapHappensOnce),
                Map.entry("leap-day-yearly", this::leapDayIsTheTwentyEighthElsewhen),
                Map.entry("leap-second", this::leapSecondIsTheSecondBefore),
                Map.entry("year-9999", () -> refused("9999-12-31T23:59:59Z", 422, "two years")),
                Map.entry("year-neg", () -> refused("-0001-01-01T00:00Z", 400, "is not a time that can be read")),
                Map.entry("epoch-micros", () -> refused("1764547200000000", 400, "not read as a time")),
                Map.entry("feb-30", () -> refused("2026-02-30T10:00Z", 400, "is not a time that can be read")),
                Map.entry("zone-unknown", () -> refusedZone("Mars/Olympus")),
                Map.entry("zone-abbrev", () -> List.of("EST", "IST", "CST").forEach(this::refusedZone)),
                Map.entry("offset-max", this::offsetsOfEighteenHoursAreTheLast),
                Map.entry("offset-plus-space", () -> refused("2028-02-01T10:00 02:00", 400, "%2B")));
        Set<String> known =
                Stream.concat(cases.keySet().stream(), ELSEWHERE.stream()).collect(java.util.stream.Collectors.toSet());
        assertThat(names()).containsExactlyInAnyOrderElementsOf(known);
        cases.values().forEach(Runnable::run);
        assertThat(desk.get("/api/desk/v1/brands/" + brand + "/time-moves").statusCode())
                .isEqualTo(200);
    }

    private void gapIsToldAndTheShiftedTimeOffered() {
        ClockChange gap = ClockChange.gap("Europe/Berlin");
        String missing = gap.before().plusMinutes(30).toString();
        String shifted = gap.after().plusMinutes(30).toString();
        JsonObject post = created(at(missing, "Europe/Berlin", "earlier"));
        assertThat(post.getString("dueAt")).isEqualTo(gap.at().toString());
        assertThat(post.getJsonArray("remarks").getJsonObject(0).getString("code"))
                .isEqualTo("GAP");
        JsonArray choices = time(missing, "Europe/Berlin").getJsonArray("choices");
        assertThat(choices.getJsonObject(1).getString("local")).isEqualTo(shifted);
        JsonObject taken = created(at(shifted, "Europe/Berlin", "earlier"));
        assertThat(taken.getString("dueAt"))
                .isEqualTo(gap.at().plus(Duration.ofMinutes(30)).toString());
        assertThat(taken.getJsonArray("remarks")).isEmpty();
    }

    private void overlapAsksAndMeansTheFirst() {
        JsonObject past = time("2026-10-25T02:30", "Europe/Berlin");
        assertThat(past.getString("kind")).isEqualTo("OVERLAP");
        assertThat(past.getString("dueAt")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(past.getJsonArray("choices").getJsonObject(1).getString("at"))
                .isEqualTo("2026-10-25T01:30:00Z");
        String twice = comesTwice("Europe/Berlin", Duration.ofMinutes(30));
        HttpResponse<String> unclear = write(at(twice, "Europe/Berlin", "second"));
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(unclear.body()).contains("earlier");
    }

    private void overlapOfHalfAnHour() {
        comesTwice("Australia/Lord_Howe", Duration.ofMinutes(15));
    }

    /// The wall clock in the middle of what comes twice: half before and half after the change.
    private String comesTwice(String zone, Duration half) {
        ClockChange overlap = ClockChange.overlap(zone);
        assertThat(overlap.before()).isEqualTo(overlap.after().plus(half).plus(half));
        String twice = overlap.after().plus(half).toString();
        assertThat(created(at(twice, zone, "earlier")).getString("dueAt"))
                .isEqualTo(overlap.at().minus(half).toString());
        assertThat(created(at(twice, zone, "later")).getString("dueAt"))
                .isEqualTo(overlap.at().plus(half).toString());
        return twice;
    }

    private void seriesInTheGapHappensOnce() {
        ClockChange gap = ClockChange.gap("Europe/Berlin");
        String begins = gap.before().minusDays(8).plusMinutes(30).toString();
        List<JsonObject> found = preview("FREQ=DAILY", begins, "Europe/Berlin").stream()
                .filter(each -> each.getString("local")
                        .startsWith(gap.before().toLocalDate().toString()))
                .toList();
        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.getString("shown")).isEqualTo(gap.after().toString());
            assertThat(each.getString("at")).isEqualTo(gap.at().toString());
            assertThat(each.getString("remark")).contains("02:30");
        });
    }

    private void leapDayIsTheTwentyEighthElsewhen() {
        String rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29";
        LocalDate leapDay = Stream.iterate(Year.now(UTC).plusYears(1), year -> year.plusYears(1))
                .filter(Year::isLeap)
                .map(year -> year.atMonth(2).atDay(29))
                .findFirst()
                .orElseThrow();
        assertThat(preview(rule + ";RSCALE=GREGORIAN;SKIP=BACKWARD", leapDay + "T09:00", "Europe/Berlin").stream()
                        .map(each -> each.getString("local"))
                        .limit(2))
                .containsExactly(leapDay + "T09:00", leapDay.plusYears(1) + "T09:00");
        assertThat(preview(rule, leapDay + "T09:00", "Europe/Berlin").get(1).getString("local"))
                .isEqualTo(leapDay.plusYears(4) + "T09:00");
    }

    private void leapSecondIsTheSecondBefore() {
        refused("2016-12-31T23:59:60Z", 422, "has passed");
        int year = LocalDate.now(UTC).plusMonths(6).getYear();
        assertThat(created(Json.createObjectBuilder()
                                .add("dueAt", year + "-06-30T23:59:60Z")
                                .build())
                        .getString("dueAt"))
                .isEqualTo(year + "-06-30T23:59:59Z");
    }

    private void offsetsOfEighteenHoursAreTheLast() {
        LocalDate day = LocalDate.now(UTC).plusDays(60);
        assertThat(created(Json.createObjectBuilder()
                                .add("dueAt", day + "T00:00:00+18:00")
                                .build())
                        .getString("dueAt"))
                .isEqualTo(day.minusDays(1) + "T06:00:00Z");
        refused(day + "T00:00:00+18:01", 400, "is not a time that can be read");
    }

    private void refused(String dueAt, int status, String why) {
        HttpResponse<String> answer =
                write(Json.createObjectBuilder().add("dueAt", dueAt).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(why).doesNotContain("Exception");
    }

    private void refusedZone(String zone) {
        HttpResponse<String> answer = write(at("2028-02-01T10:00", zone, "earlier"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(zone, "Europe/Paris");
    }

    private static JsonObject at(String local, String zone, String prefer) {
        return Json.createObjectBuilder()
                .add(
                        "at",
                        Json.createObjectBuilder()
                                .add("local", local)
                                .add("zone", zone)
                                .add("prefer", prefer))
                .build();
    }

    private JsonObject created(JsonObject when) {
        HttpResponse<String> answer = write(when);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonObject post = Desk.json(answer);
        assertThat(desk.delete("/api/desk/v1/posts/" + post.getString("id")).statusCode())
                .isEqualTo(204);
        return post;
    }

    private HttpResponse<String> write(JsonObject when) {
        JsonObject body = Json.createObjectBuilder(when)
                .add("text", "Time zone " + UUID.randomUUID())
                .build();
        return desk.post("/api/desk/v1/brands/" + brand + "/posts", body);
    }

    private JsonObject time(String local, String zone) {
        return desk.read(
                "/api/desk/v1/times?local=" + local + "&zone=" + URLEncoder.encode(zone, StandardCharsets.UTF_8));
    }

    private List<JsonObject> preview(String rule, String startsAt, String zone) {
        HttpResponse<String> answer = desk.send(desk.to("/api/desk/v1/brands/" + brand + "/series/preview")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(Json.createObjectBuilder()
                        .add("text", "Again")
                        .add("rule", rule)
                        .add("startsAt", startsAt)
                        .add("zone", zone)
                        .build()
                        .toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Desk.json(answer).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> names() throws IOException {
        try (InputStream file = TimeZoneIT.class.getResourceAsStream("time-zone.jsonl")) {
            if (file == null) {
                throw new AssertionError("time-zone.jsonl lies beside this class");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(TimeZoneIT::name)
                    .toList();
        }
    }

    private static String name(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject().getString("name");
        }
    }
}
