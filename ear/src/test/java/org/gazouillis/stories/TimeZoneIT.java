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
                Map.entry("offset-plus-space", () -> refused("2027-02-01T10:00 02:00", 400, "%2B")));
        Set<String> known =
                Stream.concat(cases.keySet().stream(), ELSEWHERE.stream()).collect(java.util.stream.Collectors.toSet());
        assertThat(names()).containsExactlyInAnyOrderElementsOf(known);
        cases.values().forEach(Runnable::run);
        assertThat(desk.get("/api/desk/v1/brands/" + brand + "/time-moves").statusCode())
                .isEqualTo(200);
    }

    private void gapIsToldAndTheShiftedTimeOffered() {
        JsonObject post = created(at("2027-03-28T02:30", "Europe/Berlin", "earlier"));
        assertThat(post.getString("dueAt")).isEqualTo("2027-03-28T01:00:00Z");
        assertThat(post.getJsonArray("remarks").getJsonObject(0).getString("code"))
                .isEqualTo("GAP");
        JsonArray choices = time("2027-03-28T02:30", "Europe/Berlin").getJsonArray("choices");
        assertThat(choices.getJsonObject(1).getString("local")).isEqualTo("2027-03-28T03:30");
        JsonObject taken = created(at("2027-03-28T03:30", "Europe/Berlin", "earlier"));
        assertThat(taken.getString("dueAt")).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(taken.getJsonArray("remarks")).isEmpty();
    }

    private void overlapAsksAndMeansTheFirst() {
        JsonObject past = time("2026-10-25T02:30", "Europe/Berlin");
        assertThat(past.getString("kind")).isEqualTo("OVERLAP");
        assertThat(past.getString("dueAt")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(past.getJsonArray("choices").getJsonObject(1).getString("at"))
                .isEqualTo("2026-10-25T01:30:00Z");
        assertThat(created(at("2027-10-31T02:30", "Europe/Berlin", "earlier")).getString("dueAt"))
                .isEqualTo("2027-10-31T00:30:00Z");
        assertThat(created(at("2027-10-31T02:30", "Europe/Berlin", "later")).getString("dueAt"))
                .isEqualTo("2027-10-31T01:30:00Z");
        HttpResponse<String> unclear = write(at("2027-10-31T02:30", "Europe/Berlin", "second"));
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(unclear.body()).contains("earlier");
    }

    private void overlapOfHalfAnHour() {
        assertThat(created(at("2027-04-04T01:45", "Australia/Lord_Howe", "earlier"))
                        .getString("dueAt"))
                .isEqualTo("2027-04-03T14:45:00Z");
        assertThat(created(at("2027-04-04T01:45", "Australia/Lord_Howe", "later"))
                        .getString("dueAt"))
                .isEqualTo("2027-04-03T15:15:00Z");
    }

    private void seriesInTheGapHappensOnce() {
        List<JsonObject> found = preview("FREQ=DAILY", "2027-03-20T02:30", "Europe/Berlin").stream()
                .filter(each -> each.getString("local").startsWith("2027-03-28"))
                .toList();
        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.getString("shown")).isEqualTo("2027-03-28T03:00");
            assertThat(each.getString("at")).isEqualTo("2027-03-28T01:00:00Z");
            assertThat(each.getString("remark")).contains("02:30");
        });
    }

    private void leapDayIsTheTwentyEighthElsewhen() {
        String rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29";
        assertThat(preview(rule + ";RSCALE=GREGORIAN;SKIP=BACKWARD", "2028-02-29T09:00", "Europe/Berlin").stream()
                        .map(each -> each.getString("local"))
                        .limit(2))
                .containsExactly("2028-02-29T09:00", "2029-02-28T09:00");
        assertThat(preview(rule, "2028-02-29T09:00", "Europe/Berlin").get(1).getString("local"))
                .isEqualTo("2032-02-29T09:00");
    }

    private void leapSecondIsTheSecondBefore() {
        refused("2016-12-31T23:59:60Z", 422, "has passed");
        assertThat(created(Json.createObjectBuilder()
                                .add("dueAt", "2027-06-30T23:59:60Z")
                                .build())
                        .getString("dueAt"))
                .isEqualTo("2027-06-30T23:59:59Z");
    }

    private void offsetsOfEighteenHoursAreTheLast() {
        assertThat(created(Json.createObjectBuilder()
                                .add("dueAt", "2027-02-01T00:00:00+18:00")
                                .build())
                        .getString("dueAt"))
                .isEqualTo("2027-01-31T06:00:00Z");
        refused("2027-02-01T00:00:00+18:01", 400, "is not a time that can be read");
    }

    private void refused(String dueAt, int status, String why) {
        HttpResponse<String> answer =
                write(Json.createObjectBuilder().add("dueAt", dueAt).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(why).doesNotContain("Exception");
    }

    private void refusedZone(String zone) {
        HttpResponse<String> answer = write(at("2027-02-01T10:00", zone, "earlier"));
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
