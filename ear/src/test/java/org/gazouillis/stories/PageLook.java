package org.gazouillis.stories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// Looks at pages in one browser and collects what hinders people there.
///
/// axe-core is called in the page itself: its Selenium binding hands over the whole library for each look, and has
/// every element that is well told in full, which takes ten times as long as looking.
final class PageLook {
    private static final Map<String, Object> OPTIONS = Map.of(
            "runOnly",
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
            "resultTypes",
            List.of("violations"),
            // Style sheets for rules that are not asked for.
            "preload",
            false,
            // Ways to each element; what it says is enough to find it.
            "selectors",
            false);

    /// The first element that stands out to the right of a page that can be scrolled there.
    private static final String BEYOND = """
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth <= clientWidth ? null : [...document.body.querySelectorAll("*")]
              .find(each => each.getBoundingClientRect().right > clientWidth + .5)?.outerHTML.slice(0, 300) ?? "?";
            """;

    private static final String WORDS = """
            return [document.documentElement.lang, document.documentElement.outerHTML.includes("???")];
            """;

    private static final String VIOLATIONS = """
            const [options, done] = arguments;
            window.axe || lookingGlass();
            axe.run(document, options).then(
              found => done(found.violations.map(each => `${each.id} at ${each.nodes[0].html}`)),
              fault => done([`breakdown ${fault}`]));
            """;

    private static final List<Integer> WIDTHS = List.of(1280, 390);
    private static final boolean ALL = "all".equals(System.getProperty("gazouillis.looks"));

    private record Look(int width, String theme) {}

    private static final String FLOATING = ".nav, .top, .switcher, .button.news, .toasts";

    private final Browser browser;
    private final List<String> found = new ArrayList<>();

    /// @param browser whose tab has axe-core at hand on every page from now on
    PageLook(Browser browser) {
        this.browser = browser;
        browser.driver()
                .executeCdpCommand(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of("source", "function lookingGlass() {" + axe() + "}"));
    }

    /// What was found so far: page, language, width or theme, and what hinders.
    List<String> found() {
        return List.copyOf(found);
    }

    /// Chooses the language of the member who is signed in there, or of the stranger.
    void choose(String language) {
        browser.driver().executeAsyncScript("""
            const done = arguments[arguments.length - 1];
            fetch('/api/desk/v1/preferences', { method: 'POST', redirect: 'manual',
              headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
              body: 'theme=light&to=/health/live&locale=' + arguments[0] }).then(() => done());
            """, language);
    }

    /// Loads a page and looks at it. In both languages together it is seen at both widths and in both themes, and pages
    /// take turns in what goes with what; every page in the whole cross product, four times as long, is
    /// `./gazouillis test -Dgazouillis.looks=all`.
    ///
    /// @param turn of the page, the same in both languages
    void look(String page, String language, int turn) {
        List<Look> looks = looks(language.equals("fr"), turn);
        browser.open(page);
        String place = page + " " + language;
        note(place, "complaint", complaints(page));
        List<?> words = (List<?>) requireNonNull(browser.driver().executeScript(WORDS));
        if (!language.equals(words.getFirst())) {
            found.add(place + " speaks another language");
        }
        if (Boolean.TRUE.equals(words.getLast())) {
            found.add(place + " lacks a text");
        }
        for (int width : widths(looks.getFirst().width())) {
            browser.resize(width, 1000);
            if (browser.driver().executeScript(BEYOND) instanceof String element) {
                found.add(place + " " + width + " is too wide by " + element);
            }
        }
        layOut();
        for (Look look : looks) {
            browser.resize(look.width(), 1000);
            browser.driver().executeScript("document.documentElement.dataset.theme = arguments[0]", look.theme());
            note(place + " " + look, "axe", violations());
        }
        note(place, "complaint", complaints(page));
    }

    /// That one last at which the page is looked at next: each resizing is a new layout of everything.
    private static List<Integer> widths(int last) {
        return last == WIDTHS.getFirst() ? WIDTHS.reversed() : WIDTHS;
    }

    private static List<Look> looks(boolean second, int turn) {
        if (ALL) {
            return WIDTHS.stream()
                    .flatMap(width -> Stream.of("light", "dark").map(theme -> new Look(width, theme)))
                    .toList();
        }
        int width = WIDTHS.get((turn % 2 == 0) == second ? 1 : 0);
        return List.of(new Look(width, (turn / 2 % 2 == 0) == second ? "dark" : "light"));
    }

    /// Lays what floats over the page into it: a person scrolls what is half under a bar or a note out of it, but to
    /// axe the bar is a neighbour too near, and which line lies under it is chance.
    private void layOut() {
        browser.driver()
                .executeScript(
                        "document.styleSheets[0].insertRule(arguments[0] + '{position:static!important}')", FLOATING);
    }

    /// A page that says that something is missing is missing itself.
    private List<String> complaints(String page) {
        return page.startsWith("/error/") ? List.of() : browser.complaints();
    }

    private List<String> violations() {
        List<?> told = (List<?>) requireNonNull(browser.driver().executeAsyncScript(VIOLATIONS, OPTIONS));
        return told.stream().map(String::valueOf).toList();
    }

    private void note(String place, String kind, List<String> all) {
        all.forEach(each -> found.add(place + ": " + kind + " " + each));
    }

    private static String axe() {
        try (InputStream script = requireNonNull(PageLook.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
