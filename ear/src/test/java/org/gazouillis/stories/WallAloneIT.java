package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Row-level security as the only lock: the application takes the caller for somebody who may see the brand, which is
/// what it would be like without its own filter, and the database is told another brand for everybody.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WallAloneIT {
    /// Only this brand and its workspace, whoever asks.
    private static final String NARROW = """
            create or replace function app_workspace() returns bigint language sql stable parallel safe as
            $$ select %1$s::bigint $$;
            create or replace function app_brands() returns bigint[] language sql stable parallel safe as
            $$ select '{%2$s}'::bigint[] $$
            """;

    /// A brand, and something of each kind that it has.
    private record Things(String brand, String post, String run, String campaign) {
        List<String> ids() {
            return List.of(post, run, campaign);
        }
    }

    private final String secret = "geheim" + UUID.randomUUID().toString().replace("-", "");
    private final Connection owner;
    /// The functions as the migrations made them, to be put back.
    private final List<String> wall;

    WallAloneIT() throws IOException, SQLException {
        owner = RunningServer.database("owner");
        wall = column(owner, """
                select pg_get_functiondef(name::regproc) from unnest(array['app_workspace', 'app_brands']) as name
                """);
    }

    @AfterEach
    void putTheWallBack() throws SQLException {
        try (owner;
                Statement sql = owner.createStatement()) {
            for (String function : wall) {
                sql.execute(function);
            }
        }
    }

    @Test
    void anotherBrandOfTheSameWorkspaceIsHidden() throws SQLException {
        assertHidden(Desk.of("owner@demo.example"), "maisonlune");
    }

    @Test
    void anotherWorkspaceIsHidden() throws SQLException {
        assertHidden(Desk.of("rival@other.example"), "atelierrival");
    }

    @Test
    void noTableOfATenantShowsARowFromBeyondTheWall() throws IOException, SQLException {
        fill(Desk.of("owner@demo.example"), "maisonlune");
        fill(Desk.of("rival@other.example"), "atelierrival");
        List<String> leaks = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        String[] seen = brand("velonord");
        try (Connection app = RunningServer.database("app");
                Connection worker = RunningServer.database()) {
            narrow(seen);
            for (String table : tables(worker)) {
                String beyond = "select count(*) from " + table + " where workspace_id <> " + seen[0]
                        + (hasBrand(worker, table) ? " or brand_id <> " + seen[1] : "");
                if (count(worker, beyond) > 0) {
                    hidden.add(table);
                    if (count(app, beyond) > 0) {
                        leaks.add(table);
                    }
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(hidden).contains("brand", "campaign", "import_run", "post", "publication", "social_account");
    }

    /// First that the story can fail: with the wall open, the secret is found by the brand's owner at many addresses.
    private void assertHidden(Desk insider, String brand) throws SQLException {
        Things things = fill(insider, brand);
        List<String> places = places(insider, things);
        assertThat(telling(insider, places).limit(5)).hasSize(5);
        narrow(brand("velonord"));
        assertThat(telling(insider, places)).isEmpty();
        assertThat(insider.post(
                                "api/desk/v1/brands/" + brand + "/posts",
                                Json.createObjectBuilder()
                                        .add("text", "Over the wall")
                                        .add("now", true)
                                        .build())
                        .statusCode())
                .isBetween(400, 499);
        assertThat(insider.delete("api/desk/v1/posts/" + things.post()).statusCode())
                .isBetween(400, 499);
    }

    /// What of the brand's bears the secret and is not public: ids by kind.
    private Things fill(Desk insider, String brand) {
        String address = "api/desk/v1/brands/" + brand;
        String campaign = made(insider.post(
                address + "/campaigns",
                Json.createObjectBuilder()
                        .add("name", secret)
                        .add("startsOn", "2030-01-01")
                        .add("endsOn", "2030-01-31")
                        .build()));
        JsonObjectBuilder post = Json.createObjectBuilder()
                .add("text", "Not yet: " + secret)
                .add("campaign", campaign)
                .add("dueAt", Desk.inDays(60));
        String planned = made(insider.post(address + "/posts", post.build()));
        String run = Desk.json(insider.upload(
                        address + "/imports",
                        secret + ".csv",
                        "text,date\nImported " + secret + ",2026-11-01T10:00:00Z\nno date " + secret + ",never\n"))
                .getString("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> insider.read("api/desk/v1/imports/" + run)
                        .getString("state")
                        .equals("DONE"));
        return new Things(brand, planned, run, campaign);
    }

    private static String made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Desk.json(answer).getString("id");
    }

    /// Every address of the API that can be read, with the brand and each id we know.
    private List<String> places(Desk insider, Things things) {
        List<String> places = new ArrayList<>();
        insider.read("api/openapi.json").getJsonObject("paths").forEach((path, verbs) -> {
            if (verbs.asJsonObject().containsKey("get") && !path.contains("/streaming/")) {
                String named = path.substring(1).replace("{brand}", things.brand());
                if (named.contains("{")) {
                    things.ids().forEach(id -> places.add(named.replaceAll("\\{[^}]*}", id)));
                } else {
                    places.add(named + question(named, things));
                }
            }
        });
        return places;
    }

    /// A file of everything would break off: the trail cannot note it in a workspace that the database denies.
    private String question(String path, Things things) {
        if (path.endsWith("search/export")) {
            return "?brand=" + things.brand() + "&q=" + secret;
        }
        return path.endsWith("search") ? "?q=" + secret : "";
    }

    private Stream<String> telling(Desk insider, List<String> places) {
        return places.parallelStream().filter(place -> {
            HttpResponse<String> answer = insider.get(place);
            assertThat(answer.statusCode()).as(place + answer.body()).isLessThan(500);
            return answer.body().contains(secret);
        });
    }

    private void narrow(String[] workspaceAndBrand) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute(NARROW.formatted(workspaceAndBrand[0], workspaceAndBrand[1]));
        }
    }

    private String[] brand(String handle) throws SQLException {
        try (Connection worker = RunningServer.database();
                Statement sql = worker.createStatement();
                ResultSet row =
                        sql.executeQuery("select workspace_id, id from brand where handle = '" + handle + "'")) {
            row.next();
            return new String[] {row.getString(1), row.getString(2)};
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> tables(Connection worker) throws SQLException {
        return column(worker, """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                  and a.attnotnull and has_table_privilege('gazouillis_app', c.oid, 'select')
                """);
    }

    private static boolean hasBrand(Connection worker, String table) throws SQLException {
        return !column(
                        worker,
                        "select attname from pg_attribute where attrelid = '" + table
                                + "'::regclass and attname = 'brand_id' and attnotnull")
                .isEmpty();
    }

    private static List<String> column(Connection worker, String question) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement sql = worker.createStatement();
                ResultSet rows = sql.executeQuery(question)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private static long count(Connection connection, String question) throws SQLException {
        return Long.parseLong(column(connection, question).getFirst());
    }
}
