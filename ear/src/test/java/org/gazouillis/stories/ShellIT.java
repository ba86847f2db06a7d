package org.gazouillis.stories;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ShellIT {
    private static final Pattern LINK =
            Pattern.compile("<a [^>]*href=\"([^\"?]*)[^\"]*\" aria-current=\"(?:page|true)\"><i");

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void firstPageBearsTheName() {
        browser.open("/");
        assertThat(browser.driver().getTitle()).contains("Gazouillis");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theNavigationKnowsOnEveryPageWhereOneIs() {
        Desk desk = Desk.of("manager@demo.example");
        JsonObject status = desk.list("api/v1/timelines/public?limit=1").getJsonObject(0);
        Map<String, String> pages = Map.ofEntries(
                Map.entry("/dashboard/home", "/dashboard/home"),
                Map.entry("/dashboard/brands", "/dashboard/brands"),
                Map.entry("/publish/queue", "/publish/queue"),
                Map.entry("/timeline/home", "/timeline/home"),
                Map.entry("/timeline/public", "/timeline/home"),
                Map.entry(
                        "/timeline/profile?handle="
                                + status.getJsonObject("account").getString("acct"),
                        "/timeline/home"),
                Map.entry("/timeline/thread?id=" + status.getString("id"), "/timeline/home"),
                Map.entry("/timeline/hashtag?tag=printemps", "/timeline/home"),
                Map.entry("/listen/search", "/listen/search"),
                Map.entry("/dashboard/analytics", "/dashboard/analytics"),
                Map.entry("/dashboard/explore", "/dashboard/explore"),
                Map.entry("/intake/import", "/intake/import"),
                Map.entry("/report/export", "/report/export"));
        pages.forEach((page, section) ->
                assertThat(current(desk.get(page).body())).as(page).containsOnly(section));
    }

    @Test
    void whatIsExploredIsSortedKeptSharedAndLeadsToItsPosts() {
        String name = "Vue " + UUID.randomUUID();
        browser.signIn("manager@demo.example", "/dashboard/explore?brand=velonord&rows=language&columns=weekday");
        browser.see("#pivot thead th.number a").click();
        browser.until(page -> String.valueOf(page.getCurrentUrl()).contains("sort=in"));
        assertThat(browser.see("#pivot thead th[aria-sort=descending]").isDisplayed())
                .isTrue();
        browser.see("#views summary").click();
        browser.see("#view-name").sendKeys(name);
        browser.see("#save-view [name=shared]").click();
        browser.see("#save-view button[type=submit]").click();
        browser.see(".toast");
        assertThat(Desk.of("author@demo.example")
                        .get("/dashboard/explore?brand=velonord")
                        .body())
                .contains(name);
        browser.see("#pivot tbody th a").click();
        browser.see("#cell");
        browser.see("#pivot tbody th a").click();
        browser.until(page -> String.valueOf(page.getCurrentUrl()).contains("/dashboard/post?id="));
        assertThat(browser.complaints()).isEmpty();
    }

    /// Where the links of the navigation lead that are marked as the current ones.
    private static List<String> current(String page) {
        String nav = page.substring(page.indexOf("<nav class=\"nav\""), page.indexOf("</nav>"));
        return LINK.matcher(nav).results().map(link -> link.group(1)).toList();
    }
}
