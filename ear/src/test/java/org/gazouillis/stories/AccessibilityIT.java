package org.gazouillis.stories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/// Every page, light and dark, English and French, wide and narrow: nothing that hinders anybody (WCAG 2.2 AA), no
/// word without translation, nothing wider than the screen, no complaint in the console.
///
/// Two browsers share the pages: looking takes a processor each, and the server is nearly idle.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccessibilityIT {
    private static final List<String> LANGUAGES = List.of("en", "fr");

    @RegisterExtension
    final Browser first = new Browser();

    @RegisterExtension
    final Browser second = new Browser();

    @Test
    void pagesForEverybodyHinderNobody() throws Exception {
        first.open("/sign-in");
        second.open("/sign-in");
        lookAt(List.of("/sign-in", "/timeline/public", "/error/404"));
    }

    @Test
    void pagesOfMembersHinderNobody() throws Exception {
        first.signIn("owner@demo.example", "/dashboard/home");
        second.signIn("owner@demo.example", "/dashboard/home");
        lookAt(pagesOfMembers());
    }

    /// One language after the other: it is kept with the member, whom both browsers are.
    private void lookAt(List<String> pages) throws Exception {
        var looks = List.of(new PageLook(first), new PageLook(second));
        try (var people = Executors.newFixedThreadPool(looks.size())) {
            for (String language : LANGUAGES) {
                var turns = IntStream.range(0, looks.size())
                        .mapToObj(who -> people.submit(() -> {
                            looks.get(who).choose(language);
                            for (int place = who; place < pages.size(); place += looks.size()) {
                                looks.get(who).look(pages.get(place), language, place / looks.size());
                            }
                        }))
                        .toList();
                for (var turn : turns) {
                    turn.get();
                }
            }
        }
        // The next story expects the member to read English.
        looks.getFirst().choose(LANGUAGES.getFirst());
        assertThat(looks).flatMap(PageLook::found).isEmpty();
    }

    private static List<String> pagesOfMembers() {
        String campaign = "/campaign/one?brand=velonord&id="
                + Desk.of("owner@demo.example")
                        .read("api/desk/v1/brands/velonord/campaigns")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("id");
        JsonObject status = Desk.of("owner@demo.example")
                .list("api/v1/timelines/public?limit=1")
                .getJsonObject(0);
        String link = "/link/one?brand=velonord&id="
                + Desk.json(Desk.of("owner@demo.example")
                                .post(
                                        "api/desk/v1/brands/velonord/links",
                                        Json.createObjectBuilder()
                                                .add("target", "https://velo-nord.example/hiver")
                                                .build()))
                        .getString("id");
        return List.of(
                "/dashboard/home",
                "/dashboard/brands?period=28d&sort=impressions",
                "/dashboard/voices?brand=maisonlune",
                voices(),
                "/compose/new",
                "/compose/rules",
                "/compose/snippets",
                "/publish/queue",
                "/publish/accounts",
                "/publish/receipt?post=" + publishedPost(),
                "/schedule/times",
                "/schedule/series",
                "/schedule/recurring",
                "/schedule/moves",
                "/publish/stop",
                "/publish/triage",
                "/publish/rules",
                "/notice/notices",
                "/notice/settings",
                "/schedule/calendar",
                "/schedule/calendar?view=month",
                "/schedule/calendar?view=day",
                "/schedule/calendar?view=list",
                "/schedule/simulation",
                "/schedule/almanacs",
                "/timeline/home",
                "/timeline/public",
                "/timeline/profile?handle=" + status.getJsonObject("account").getString("acct"),
                "/timeline/thread?id=" + quoting(status.getString("id")),
                "/timeline/thread?id=" + asking(),
                "/timeline/quotes?id=" + status.getString("id"),
                "/timeline/hashtag?tag=printemps",
                "/timeline/bookmarks",
                "/timeline/lists",
                listWithAMember(status),
                "/listen/search",
                "/listen/search?q=de",
                "/listen/why?q=de&id=1",
                "/settings/search-index",
                "/listen/search?q=de&brand=velonord",
                "/listen/saved",
                "/listen/alerts",
                alertOfHours(),
                "/timeline/columns",
                "/campaign/list",
                "/campaign/list?brand=velonord",
                campaign,
                campaign + "&tab=plan",
                campaign + "&tab=posts",
                "/campaign/edit?brand=velonord",
                "/campaign/compare?brand=velonord",
                "/link/list?brand=velonord",
                link,
                "/dashboard/analytics",
                "/dashboard/analytics?brand=velonord&period=28d&window=post&average=mean&tag=hiver",
                "/dashboard/measures",
                "/dashboard/times?brand=velonord",
                "/dashboard/explore?brand=velonord&rows=weekday&columns=hour_of_day",
                "/dashboard/explore?brand=velonord&rows=hashtag&q=%22",
                "/dashboard/explore-posts?brand=velonord&rows=language&row=fr",
                "/dashboard/audience?brand=velonord",
                "/dashboard/post?id=" + mostSeen(),
                "/dashboard/post?id=" + flash(),
                "/intake/import",
                "/intake/bulk",
                "/intake/bulk?brand=velonord&run=" + draftOfWrongRows(),
                "/report/export",
                "/report/reports?brand=velonord",
                reportWithARun());
    }

    /// A flash of a brand that the owner follows: it waits above their home timeline.
    private static String flash() {
        Desk owner = Desk.of("owner@demo.example");
        String account = owner.read("api/v1/accounts/lookup?acct=maisonlune").getString("id");
        owner.send(owner.to("api/v1/accounts/" + account + "/follow").POST(BodyPublishers.noBody()));
        JsonObject post = Json.createObjectBuilder()
                .add("text", "Atelier fermé aujourd’hui")
                .add("now", true)
                .add("flash", true)
                .build();
        return Desk.json(owner.post("api/desk/v1/brands/maisonlune/posts", post))
                .getJsonArray("publications")
                .getJsonObject(0)
                .getString("statusId");
    }

    /// A status that shows another beneath its words, and asks something.
    private static String quoting(String other) {
        return Desk.json(Desk.of("owner@demo.example")
                        .post(
                                "api/v1/statuses",
                                Json.createObjectBuilder()
                                        .add("status", "À lire")
                                        .add("quoted_status_id", other)
                                        .add("poll", PollIT.poll(true, "Lundi", "Mardi"))
                                        .build()))
                .getString("id");
    }

    /// A poll of somebody else, so that there is something to choose.
    private static String asking() {
        return Desk.json(Desk.of("author@demo.example")
                        .post(
                                "api/v1/statuses",
                                Json.createObjectBuilder()
                                        .add("status", "On choisit ?")
                                        .add("poll", PollIT.poll(false, "Thé", "Café"))
                                        .build()))
                .getString("id");
    }

    /// The page of a list on which somebody stands.
    private static String listWithAMember(JsonObject status) {
        Desk owner = Desk.of("owner@demo.example");
        String list = Desk.json(owner.post(
                        "api/v1/lists",
                        Json.createObjectBuilder().add("title", "À regarder").build()))
                .getString("id");
        owner.post(
                "api/v1/lists/" + list + "/accounts",
                Json.createObjectBuilder()
                        .add(
                                "account_ids",
                                Json.createArrayBuilder()
                                        .add(status.getJsonObject("account").getString("id")))
                        .build());
        return "/timeline/list?id=" + list + "#members";
    }

    /// The page of a brand whose voices are heard.
    private static String voices() {
        Desk owner = Desk.of("owner@demo.example");
        owner.send(owner.to("/api/desk/v1/brands/velonord/voices")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.createObjectBuilder()
                        .add(
                                "voices",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("name", "De")
                                                .add("query", "de"))
                                        .add(Json.createObjectBuilder()
                                                .add("name", "La")
                                                .add("query", "la OR le")))
                        .build()
                        .toString())));
        return "/dashboard/voices?brand=velonord&period=28d&show=share";
    }

    /// The page of a report that ran twice.
    private static String reportWithARun() {
        Desk owner = Desk.of("owner@demo.example");
        String report = Desk.json(owner.post(
                        "/api/desk/v1/brands/velonord/reports",
                        Json.createObjectBuilder().add("template", "campaign").build()))
                .getString("id");
        String run = Desk.json(owner.post(
                        "/api/desk/v1/reports/" + report + "/runs",
                        Json.createObjectBuilder()
                                .add("from", "2026-11-01")
                                .add("to", "2026-11-30")
                                .build()))
                .getString("id");
        owner.post(
                "/api/desk/v1/report-runs/" + run + "/again",
                Json.createObjectBuilder().build());
        owner.post(
                "/api/desk/v1/reports/" + report + "/mailings",
                Json.createObjectBuilder()
                        .add("recipients", Json.createArrayBuilder().add("claire@client.example"))
                        .build());
        return "/report/one?brand=velonord&id=" + report;
    }

    /// The post of a brand with most impressions in these days.
    private static String mostSeen() {
        return Desk.of("owner@demo.example")
                .read("/api/desk/v1/brands/velonord/measures/breakdown?by=status")
                .getJsonArray("parts")
                .getJsonObject(0)
                .getString("key");
    }

    /// One of each on the pages of saved searches, alerts and columns; here the history of the second alert.
    private static String alertOfHours() {
        Desk owner = Desk.of("owner@demo.example");
        String searches = "/api/desk/v1/saved-searches";
        JsonObject idea = Json.createObjectBuilder()
                .add("name", "Les deux")
                .add("query", "de OR the")
                .add("sharedWith", "velonord")
                .build();
        String search = Desk.json(owner.post(searches, idea)).getString("id");
        String alerts = searches + "/" + search + "/alerts";
        owner.post(alerts, Json.createObjectBuilder().add("digest", "DAILY").build());
        JsonObject hours = Json.createObjectBuilder()
                .add("kind", "VOLUME")
                .add("muted", true)
                .build();
        owner.send(owner.to("/api/desk/v1/columns")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"searches\":[\"" + search + "\"]}")));
        return "/listen/alerts?alert=" + Desk.json(owner.post(alerts, hours)).getString("id");
    }

    private static String publishedPost() {
        Desk owner = Desk.of("owner@demo.example");
        String brand = owner.read("/api/desk/v1/brands")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        return owner.read("/api/desk/v1/brands/" + brand + "/posts?state=PUBLISHED&limit=1")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private static String draftOfWrongRows() {
        return Desk.json(Desk.of("owner@demo.example")
                        .upload(
                                "api/desk/v1/brands/velonord/bulk",
                                "draft.csv",
                                "when,text,account\n03/04/2028 10:00,One,nobody\n05/06/2028 10:00,Two,nobody\n"))
                .getString("id");
    }
}
