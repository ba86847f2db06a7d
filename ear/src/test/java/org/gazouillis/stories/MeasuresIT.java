package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MeasuresIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Desk desk = Desk.of("author@demo.example");
    private final Desk reader = Desk.of("client@demo.example");
    private String brand = "";
    private String status = "";

    @BeforeEach
    void publishAPost() {
        JsonObject first =
                desk.read("/api/desk/v1/brands").getJsonArray("items").getJsonObject(0);
        brand = "/api/desk/v1/brands/" + first.getString("handle");
        JsonObject body = Json.createObjectBuilder()
                .add("text", "Vu " + UUID.randomUUID())
                .add("now", true)
                .build();
        status = Desk.json(desk.post(brand + "/posts", body))
                .getJsonArray("publications")
                .getJsonObject(0)
                .getString("statusId");
        // Of the demo's people, too: right after the start they are still being counted.
        await().atMost(Duration.ofMinutes(1))
                .until(() -> dataAsOf().isAfter(Clock.systemUTC().instant().minusSeconds(30)));
    }

    private Instant dataAsOf() {
        return OffsetDateTime.parse(
                        desk.read(brand + "/measures?measures=impressions").getString("dataAsOf"))
                .toInstant();
    }

    @Test
    void viewsAndLikesAreInTheFiguresSecondsLaterAndALikeTakenBackIsOut() {
        int likes = total("likes");
        int views = total("impressions");
        assertThat(report(reader, status)).isEqualTo(1);
        assertThat(report(reader, status))
                .as("the same viewer again, which will not count")
                .isEqualTo(1);
        assertThat(report(Desk.stranger(), status, "42", "no id")).isEqualTo(2);
        post("/api/v1/statuses/" + status + "/favourite");
        await().atMost(SOON).until(() -> total("likes") == likes + 1);
        await().atMost(SOON).until(() -> total("impressions") >= views + 2);
        post("/api/v1/statuses/" + status + "/unfavourite");
        await().atMost(SOON).until(() -> total("likes") == likes);
    }

    @Test
    void openingsAndFollowsOfAPostAreInTheFiguresAndThoseOfRobotsApart() {
        int engagements = total("engagements");
        int removed = total("removed_reports");
        assertThat(opens(reader, "Mozilla/5.0")).as("without a door").isEqualTo(2);
        assertThat(opens(Desk.stranger(), "Googlebot/2.1")).isEqualTo(2);
        await().atMost(SOON).until(() -> total("engagements") >= engagements + 2);
        await().atMost(SOON).until(() -> total("removed_reports") >= removed + 2);
        String account = reader.read("/api/v1/statuses/" + status)
                .getJsonObject("account")
                .getString("id");
        post("/api/v1/accounts/" + account + "/unfollow");
        int follows = total("post_follows");
        post("/api/v1/accounts/" + account + "/follow?from=" + status);
        await().atMost(SOON).until(() -> total("post_follows") == follows + 1);
    }

    private int opens(Desk viewer, String browser) {
        String openings = "[{\"status\":\"" + status + "\",\"what\":\"profile\"},{\"status\":\"" + status
                + "\",\"what\":\"detail\"},{\"status\":\"" + status + "\",\"what\":\"door\"}]";
        return received(viewer.send(viewer.to("/api/desk/v1/openings")
                .header("Content-Type", "application/json")
                .header("User-Agent", browser)
                .POST(BodyPublishers.ofString(openings))));
    }

    @Test
    void bucketsAddUpToTheTotalWherePeopleDoNot() {
        JsonObject answer = desk.read(brand + "/measures?bucket=hour&measures=impressions,reach,engagement_rate");
        int sum = answer.getJsonArray("buckets").stream()
                .map(each -> each.asJsonObject().getJsonObject("values"))
                .filter(values -> !values.isNull("impressions"))
                .mapToInt(values -> values.getInt("impressions"))
                .sum();
        JsonObject totals = answer.getJsonObject("totals");
        assertThat(totals.getJsonObject("impressions").getInt("value")).isEqualTo(sum);
        assertThat(totals.getJsonObject("engagement_rate")).containsKeys("value", "numerator", "denominator");
        assertThat(answer.getString("dataAsOf")).contains("T");
        assertThat(answer.getJsonArray("buckets").getJsonObject(0).getString("start"))
                .matches(".*[+-]\\d\\d:\\d\\d|.*Z");
    }

    @Test
    void aPeriodIsComparedAndBrokenDown() {
        JsonObject compared = desk.read(brand + "/measures/comparison?measures=impressions,reach,engagement_rate");
        JsonObject measures = compared.getJsonObject("measures");
        assertThat(measures.getJsonObject("impressions").getString("ground")).isIn("posts", "too_few");
        assertThat(measures.getJsonObject("reach").getString("ground")).isEqualTo("not_of_posts");
        assertThat(measures.getJsonObject("reach").getInt("direction")).isZero();
        assertThat(measures.getJsonObject("engagement_rate")).containsKey("mean");
        JsonObject parts = desk.read(brand + "/measures/breakdown?by=hashtag&measures=impressions");
        assertThat(parts.getString("by")).isEqualTo("hashtag");
        assertProblem(brand + "/measures/breakdown?by=shoe-size", 400, "/problems/dimension-unknown");
        assertProblem(brand + "/measures?window=door", 400, "/problems/window-unknown");
    }

    @Test
    void figuresArePartedByAnyTwoDimensionsAndTheirTotalsAreTheBrands() {
        JsonObject pivot = desk.read(brand + "/measures/pivot?rows=day&columns=language&measures=impressions,reach");
        int sum = pivot.getJsonArray("rows").stream()
                .map(row -> row.asJsonObject().getJsonObject("measures").getJsonObject("impressions"))
                .mapToInt(figure -> figure.getInt("value"))
                .sum();
        assertThat(sum)
                .isEqualTo(pivot.getJsonObject("totals")
                        .getJsonObject("impressions")
                        .getInt("value"));
        assertThat(pivot.getJsonArray("columns")).hasSameSizeAs(pivot.getJsonArray("columnTotals"));
        assertThat(desk.read(brand + "/measures/pivot?rows=status&within=language:fr&q=Vu&measures=impressions"))
                .containsKeys("complete", "dataAsOf");
        assertProblem(brand + "/measures/pivot?rows=weather", 400, "/problems/dimension-unknown");
        assertProblem(brand + "/measures/pivot?q=%22", 400, "/problems/query-not-understood");
        assertProblem(brand + "/measures/pivot?measures=followers", 422, "/problems/not-valid");
        assertProblem(
                brand + "/measures/pivot?rows=hour&from=2026-01-01&to=2026-03-01", 422, "/problems/pivot-too-wide");
    }

    @Test
    void reachIsForecastForATimeAndForAnotherInItsPlaceOrItIsSaidWhatIsMissing() {
        JsonObject forecast = desk.read(brand + "/reach-forecast?at=2026-12-01T18:00&instead=2026-12-01T09:00");
        assertThat(forecast.getJsonArray("times")).hasSize(2);
        assertThat(forecast.getInt("posts") < forecast.getInt("fewestPosts") && forecast.getBoolean("enough"))
                .isFalse();
        assertThat(forecast.isNull("backTest")).isEqualTo(!forecast.getBoolean("enough"));
        assertThat(forecast.isNull("gain")).isEqualTo(!forecast.getBoolean("enough"));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedInWords() {
        assertProblem(brand + "/measures?measures=clout", 400, "/problems/measure-unknown");
        assertProblem(brand + "/measures?from=yesterday", 400, "/problems/period-not-readable");
        assertProblem(brand + "/measures?from=2020-01-01&bucket=hour", 400, "/problems/period-not-readable");
        assertProblem("/api/desk/v1/brands/nobody/measures", 404, "/problems/brand-not-found");
        assertProblem(brand + "/reach-forecast?at=tonight", 400, "/problems/malformed-request");
        assertThat(Desk.stranger().get(brand + "/measures").statusCode()).isEqualTo(401);
    }

    @Test
    void allBrandsStandSideBySideAndLeaveAsAFile() {
        JsonObject first = reader.read("/api/desk/v1/overview?days=28&sort=impressions")
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(first.getJsonObject("trouble")).containsKeys("failed", "crisisStops", "unreadAlerts");
        JsonObject measures = first.getJsonObject("figures").getJsonObject("measures");
        assertThat(measures.getJsonObject("engagement_rate").getJsonObject("now"))
                .containsKeys("numerator", "denominator");
        assertThat(measures.getJsonObject("reach").getInt("direction")).isZero();
        assertProblem("/api/desk/v1/overview?against=door", 400, "/problems/period-not-readable");
        assertProblem("/api/desk/v1/overview?days=0", 400, "/problems/period-not-readable");
        String file = reader.get("/api/desk/v1/overview/file?days=28").body();
        assertThat(file).contains("engagement_rate_denominator").contains(first.getString("handle"));
        assertThat(desk.get("/api/desk/v1/overview/file").body())
                .as("authors may take nothing out")
                .hasLineCount(1);
    }

    @Test
    void theMeasuresAreDefinedInTheReadersLanguage() {
        HttpResponse<String> french = desk.send(
                desk.to("/api/desk/v1/measures").header("Accept-Language", "fr").GET());
        assertThat(french.body()).contains("Taux d’engagement");
    }

    private void assertProblem(String path, int status, String type) {
        HttpResponse<String> answer = desk.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Desk.json(answer).getString("type")).isEqualTo(type);
    }

    private void post(String path) {
        HttpResponse<String> answer = reader.send(reader.to(path).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static int report(Desk viewer, String... statuses) {
        JsonArrayBuilder views = Json.createArrayBuilder();
        for (String status : statuses) {
            views.add(Json.createObjectBuilder().add("status", status));
        }
        return received(viewer.send(viewer.to("/api/desk/v1/views")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(views.build().toString()))));
    }

    /// On disk: what counts of it is in the figures some seconds later.
    private static int received(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Desk.json(answer).getInt("received");
    }

    private int total(String measure) {
        return desk.read(brand + "/measures?measures=" + measure)
                .getJsonObject("totals")
                .getJsonObject(measure)
                .getInt("value");
    }
}
