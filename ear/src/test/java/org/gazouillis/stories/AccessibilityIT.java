package org.gazouillis.stories;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/// Every page, light and dark, English and French, wide and narrow: nothing that hinders anybody (WCAG 2.2 AA), no
/// word without translation, nothing wider than the screen, no complaint in the console.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccessibilityIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// What a theme can break: it changes colours alone.
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /// The first element that stands out to the right of a page that can be scrolled there.
    private static final String BEYOND = """
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth <= clientWidth ? null : [...document.body.querySelectorAll("*")]
              .find(each => each.getBoundingClientRect().right > clientWidth + .5)?.outerHTML.slice(0, 300) ?? "?";
            """;

    @RegisterExtension
    final Browser browser = new Browser();

    private final List<String> found = new ArrayList<>();

    @Test
    void pagesForEverybodyHinderNobody() {
        for (String language : List.of("en", "fr")) {
            browser.open("/sign-in");
            choose(language);
            for (String page : List.of("/sign-in", "/timeline/public", "/error/404")) {
                look(page, language);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void pagesOfMembersHinderNobody() {
        browser.signIn("owner@demo.example", "/dashboard/home");
        List<String> pages = pagesOfMembers();
        for (String language : List.of("en", "fr")) {
            choose(language);
            pages.forEach(page -> look(page, language));
        }
        assertThat(found).isEmpty();
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
                "/timeline/thread?id=" + status.getString("id"),
                "/timeline/hashtag?tag=printemps",
                "/listen/search",
                "/listen/search?q=de",
                "/campaign/list",
                "/campaign/list?brand=velonord",
                campaign,
                campaign + "&tab=plan",
                campaign + "&tab=posts",
                "/campaign/edit?brand=velonord",
                "/link/list?brand=velonord",
                link,
                "/dashboard/analytics",
                "/intake/import",
                "/intake/bulk",
                "/intake/bulk?brand=velonord&run=" + draftOfWrongRows(),
                "/report/export");
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
                                "when,text,account\n03/04/2027 10:00,One,nobody\n05/06/2027 10:00,Two,nobody\n"))
                .getString("id");
    }

    private void choose(String language) {
        browser.driver().executeAsyncScript("""
            const done = arguments[arguments.length - 1];
            fetch('/api/desk/v1/preferences', { method: 'POST', redirect: 'manual',
              headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
              body: 'theme=light&to=/health/live&locale=' + arguments[0] }).then(() => done());
            """, language);
    }

    /// Loads a page once and looks at it at both widths. Colours are looked at in both themes where it is wide,
    /// everything else also where it is narrow, in French, too, whose words are longer: the rest of the cross
    /// product says nothing new.
    private void look(String page, String language) {
        browser.resize(1280, 1000);
        browser.open(page);
        String place = page + " " + language;
        note(place, "complaint", page.startsWith("/error/") ? List.of() : browser.complaints());
        if (!language.equals(browser.see("html").getDomAttribute("lang"))) {
            found.add(place + " speaks another language");
        }
        if (browser.driver().getPageSource().contains("???")) {
            found.add(place + " lacks a text");
        }
        for (int width : List.of(1280, 390)) {
            browser.resize(width, 1000);
            if (browser.driver().executeScript(BEYOND) instanceof String element) {
                found.add(place + " " + width + " is too wide by " + element);
            }
            if (width == 390) {
                layOut();
                note(place + " 390", "axe", violations(axe().withTags(RULES).disableRules(COLOURS)));
            } else if (language.equals("en")) {
                note(place + " light", "axe", violations(axe().withTags(RULES)));
            }
        }
        if (language.equals("en")) {
            browser.resize(1280, 1000);
            browser.driver().executeScript("document.documentElement.dataset.theme = 'dark'");
            note(place + " dark", "axe", violations(axe().withRules(COLOURS)));
        }
        note(place, "complaint", page.startsWith("/error/") ? List.of() : browser.complaints());
    }

    /// Lays what floats over the page into it: a person scrolls what is half under a bar out of it, but to axe the bar
    /// is a neighbour too near, and which line lies under it is chance.
    private void layOut() {
        browser.driver()
                .executeScript("document.styleSheets[0].insertRule("
                        + "'.nav, .top, .switcher, .button.news { position: static !important }')");
    }

    /// In the page itself: our pages have no frames, for which axe would open a window of its own each time.
    @SuppressWarnings("deprecation")
    private static AxeBuilder axe() {
        return new AxeBuilder().setLegacyMode(true);
    }

    private List<String> violations(AxeBuilder axe) {
        return axe.analyze(browser.driver()).getViolations().stream()
                .map(AccessibilityIT::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " at " + rule.getNodes().getFirst().getHtml();
    }

    private void note(String place, String kind, List<String> all) {
        all.forEach(each -> found.add(place + ": " + kind + " " + each));
    }
}
