package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.gazouillis.reports.StrictCsv;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A file that X wrote comes in, what can be read is found, and goes out again with everything else.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ImportExportIT {
    private static final String ACTIVITY = "tweet_activity_metrics_nord_cafe_20200101_20200301_en.csv";
    private static final String IMPORTS = "/api/desk/v1/brands/velonord/imports";
    private static final String EXPORT = "/api/desk/v1/brands/velonord/exports/engagement.csv";

    private static final String EXPORTS = "/api/desk/v1/exports";

    private final Desk desk = Desk.of("manager@demo.example");

    @Test
    void everyRowIsAcceptedOrRefusedWithItsReason() throws IOException {
        JsonObject run = imported();
        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(run.getString("format")).isEqualTo("x-activity");
        assertThat(run.getString("file")).isEqualTo(ACTIVITY);
        assertThat(run.getInt("rows")).isEqualTo(17);
        assertThat(run.getInt("accepted")).isEqualTo(5);
        assertThat(run.getInt("rejected")).isEqualTo(12);
        HttpResponse<String> errors = desk.get(run.getString("errors"));
        assertThat(errors.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + ACTIVITY + ".rejected.csv\"");
        List<List<String>> rows = StrictCsv.read(errors.body(), ',');
        assertThat(rows).hasSize(13);
        assertThat(rows.getFirst()).containsExactly("line", "column", "value", "reason");
        assertThat(rows.get(1)).startsWith("8", "impressions", "1,010");
        assertThat(desk.read(IMPORTS).getJsonArray("items").getJsonObject(0).getString("id"))
                .isEqualTo(run.getString("id"));
    }

    @Test
    void importedPostIsFound() throws IOException {
        imported();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonObject found =
                    desk.read("/api/desk/v1/search?q=candles+since:2020-01-31+until:2020-02-01&brand=velonord");
            assertThat(found.getInt("total")).isEqualTo(1);
            assertThat(found.getJsonArray("items").getJsonObject(0).getBoolean("imported"))
                    .isTrue();
        });
    }

    @Test
    void exportReadBackEqualsTheDatabase() throws IOException, SQLException {
        imported();
        HttpResponse<String> answer = desk.get(EXPORT + "?from=2020-01-01&to=2020-03-01");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).isEqualToIgnoringWhitespace("text/csv;header=present;charset=utf-8"));
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"engagement_velonord_2020-01-01_2020-03-01.csv\"");
        List<List<String>> rows = StrictCsv.read(answer.body(), ',');
        List<String> header = rows.removeFirst();
        List<Integer> columns = List.of("status_id", "post_id", "text", "impressions", "likes", "quotes").stream()
                .map(header::indexOf)
                .toList();
        assertThat(rows.stream().map(row -> columns.stream().map(row::get).toList()))
                .hasSize(5)
                .containsExactlyElementsOf(database("""
                        select s.id, s.foreign_id, s.text, s.impressions, s.likes, s.quotes
                        from imported_status s join brand b on b.id = s.brand_id
                        where b.handle = 'velonord' and s.created_at >= '2020-01-01' and s.created_at < '2020-03-02'
                        order by s.created_at, s.id
                        """));
    }

    @Test
    void everyOwnPostOfThePeriodIsInTheExport() throws IOException, SQLException {
        List<List<String>> ids = database("""
                select s.id from status s join social_account a on a.profile_id = s.profile_id
                join brand b on b.id = a.brand_id
                where b.handle = 'velonord' and s.repost_of is null
                  and s.created_at >= date_trunc('day', now() - interval '59 days', b.zone)
                  and s.created_at < date_trunc('day', now() - interval '1 day', b.zone)
                order by s.id
                """);
        List<List<String>> days = database("""
                select (date_trunc('day', now() - interval '59 days', zone) at time zone zone)::date,
                       (date_trunc('day', now() - interval '1 day', zone) at time zone zone)::date - 1
                from brand where handle = 'velonord'
                """);
        String period =
                "?from=" + days.getFirst().getFirst() + "&to=" + days.getFirst().getLast();
        List<List<String>> rows = StrictCsv.read(desk.get(EXPORT + period).body(), ',');
        List<String> header = rows.removeFirst();
        assertThat(rows.stream().map(row -> List.of(row.get(header.indexOf("status_id")))))
                .isNotEmpty()
                .containsExactlyElementsOf(ids);
    }

    @Test
    void browserWithoutScriptComesBackToItsPage() {
        HttpResponse<String> page =
                desk.upload(IMPORTS, "a.csv", "text,date\n", "to", "/timeline/public?brand=velonord");
        assertThat(page.uri().getPath()).isEqualTo("/timeline/public");
        assertThat(page.uri().getQuery()).startsWith("brand=velonord&run=");
    }

    @Test
    void everyStatusIsFoundAtItsPermalink() throws IOException, SQLException {
        List<List<String>> rows = StrictCsv.read(desk.get(EXPORT).body(), ',');
        List<String> header = rows.removeFirst();
        assertThat(database("""
                select detail ->> 'rows', detail ->> 'complete', detail ->> 'format', m.email
                from audit_entry a join brand b on b.id = a.brand_id join member m on m.id = a.member_id
                where a.action = 'report.exported' and b.handle = 'velonord' order by a.id desc limit 1
                """))
                .containsExactly(List.of(String.valueOf(rows.size()), "true", "csv", "manager@demo.example"));
        rows.removeIf(row -> !row.get(header.indexOf("source")).equals("gazouillis"));
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(header.indexOf("permalink")))
                        .isEqualTo(RunningServer.address() + "timeline/thread?id="
                                + row.get(header.indexOf("status_id"))));
        assertThat(Desk.stranger()
                        .get(rows.getFirst()
                                .get(header.indexOf("permalink"))
                                .substring(RunningServer.address().toString().length()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void exportComesInTheFormThatAProgramWants() throws IOException {
        imported();
        String period = "?from=2020-01-01&to=2020-03-01";
        String plain = desk.get(EXPORT + period).body();
        String forExcel =
                desk.get(EXPORT + period + "&separator=semicolon&bom=true").body();
        assertThat(forExcel).startsWith("\uFEFF");
        assertThat(StrictCsv.read(forExcel.substring(1), ';')).isEqualTo(StrictCsv.read(plain, ','));
        assertThat(unpacked(EXPORT + period + "&gzip=true")).isEqualTo(plain);
    }

    @Test
    void aLongExportIsPreparedInTheBackgroundAndTakenPieceByPiece() throws IOException {
        imported();
        String direct = desk.get(EXPORT + "?from=2020-01-01&to=2020-03-01").body();
        JsonObject wish = Json.createObjectBuilder()
                .add("brand", "velonord")
                .add("from", "2020-01-01")
                .add("to", "2020-03-01")
                .build();
        HttpResponse<String> asked = ask(desk, wish);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String job = EXPORTS + "/" + Desk.json(asked).getString("id");
        assertThat(asked.headers().firstValue("Location")).hasValue(job);
        assertThat(ask(desk, wish).headers().firstValue("Location")).hasValue(job);
        assertProblem(ask(desk, Json.createObjectBuilder(wish).add("gzip", true).build()), 409, "already used");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.read(job).getString("state").equals("DONE"));
        JsonObject done = desk.read(job);
        assertThat(done.getInt("rows")).isEqualTo(done.getInt("rowsExpected")).isEqualTo(5);
        HttpResponse<String> start = desk.send(desk.to(job + "/file").header("Range", "bytes=0-99"));
        HttpResponse<String> rest = desk.send(desk.to(job + "/file")
                .header("Range", "bytes=100-")
                .header("If-Range", "\"" + done.getString("sha256") + "\""));
        assertThat(start.statusCode()).isEqualTo(206);
        assertThat(start.headers().firstValue("Content-Range")).hasValue("bytes 0-99/" + done.getInt("bytes"));
        assertThat(start.body() + rest.body()).isEqualTo(direct);
        assertThat(desk.send(desk.to(job + "/file").header("Range", "bytes=99999999-"))
                        .statusCode())
                .isEqualTo(416);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.get("/api/desk/v1/notices").body().contains(done.getString("id")));
        assertThat(desk.delete(job).statusCode()).isEqualTo(204);
        assertProblem(desk.get(job + "/file"), 409, "Run it again");
        assertThat(Desk.json(desk.post(job + "/restore", JsonValue.EMPTY_JSON_OBJECT))
                        .getString("state"))
                .isEqualTo("DONE");
        assertProblem(Desk.of("owner@demo.example").get(job + "/file"), 404, "of yours");
        assertThat(ask(Desk.of("author@demo.example"), wish).statusCode()).isEqualTo(403);
        assertProblem(ask(Desk.of("rival@other.example"), wish), 404, "no brand");
    }

    private static HttpResponse<String> ask(Desk desk, JsonObject wish) {
        return desk.send(desk.to(EXPORTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "a long export")
                .POST(BodyPublishers.ofString(wish.toString())));
    }

    @Test
    void wishesWithoutSenseAreRefusedInClearWords() {
        assertProblem(desk.upload(IMPORTS, "", "text,date\n"), 422, "No file came with the form");
        assertProblem(
                desk.upload(IMPORTS, "a.csv", "text,date\n", "format", "x-files"), 422, "no file format 'x-files'");
        assertProblem(desk.upload(IMPORTS, "a.csv", "text,date\n", "mapping", "{text"), 422, "not a JSON object");
        assertProblem(desk.get(EXPORT + "?from=yesterday"), 400, "neither a date");
        assertProblem(desk.get(EXPORT + "?from=2020-02-01&to=2020-01-01"), 400, "must end after it begins");
        assertProblem(desk.get(EXPORT + "?separator=pipe"), 400, "comma, semicolon or tab");
    }

    @Test
    void brandsOfOthersAreNotThereAndAuthorsMoveNoFiles() throws IOException {
        String foreign = "/api/desk/v1/brands/atelierrival";
        assertProblem(desk.upload(foreign + "/imports", "a.csv", "text,date\n"), 404, "no brand \"atelierrival\"");
        assertProblem(desk.get(foreign + "/imports"), 404, "no brand");
        assertProblem(desk.get(foreign + "/exports/engagement.csv"), 404, "no brand");
        String run = "/api/desk/v1/imports/" + imported().getString("id");
        assertProblem(Desk.of("rival@other.example").get(run), 404, "no import");
        Desk author = Desk.of("author@demo.example");
        assertThat(author.upload(IMPORTS, "a.csv", "text,date\n").statusCode()).isEqualTo(403);
        assertThat(author.get(EXPORT).statusCode()).isEqualTo(403);
        assertThat(author.get(run + "/errors.csv").statusCode()).isEqualTo(403);
        assertThat(Desk.stranger().get(run).statusCode()).isEqualTo(401);
    }

    private JsonObject imported() throws IOException {
        String file = Files.readString(Path.of("../ejb/src/test/resources/org/gazouillis/intake", ACTIVITY));
        HttpResponse<String> begun = desk.upload(IMPORTS, ACTIVITY, file, "format", "auto", "mapping", "");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String run = "/api/desk/v1/imports/" + Desk.json(begun).getString("id");
        assertThat(begun.headers().firstValue("Location")).hasValue(run);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !desk.read(run).getString("state").equals("RUNNING"));
        return desk.read(run);
    }

    private String unpacked(String path) throws IOException {
        HttpResponse<byte[]> answer = desk.send(desk.to(path), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/gzip");
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Desk.json(answer).getString("detail")).contains(words);
    }

    /// Every cell as the export writes it: nothing known is the empty text.
    private static List<List<String>> database(String sql) throws IOException, SQLException {
        try (var database = RunningServer.database();
                var rows = database.createStatement().executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(Objects.requireNonNullElse(rows.getString(i), ""));
                }
                all.add(row);
            }
            return all;
        }
    }
}
