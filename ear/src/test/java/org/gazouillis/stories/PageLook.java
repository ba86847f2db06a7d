package org.gazouillis.stories;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;

/// Looks at pages in one browser and collects what hinders people there.
final class PageLook {
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

    private final Browser browser;
    private final List<String> found = new ArrayList<>();

    PageLook(Browser browser) {
        this.browser = browser;
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

    /// Loads a page once and looks at it at both widths. Colours are looked at in both themes where it is wide,
    /// everything else also where it is narrow, in French, too, whose words are longer: the rest of the cross
    /// product says nothing new.
    void look(String page, String language) {
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
                .map(PageLook::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " at " + rule.getNodes().getFirst().getHtml();
    }

    private void note(String place, String kind, List<String> all) {
        all.forEach(each -> found.add(place + ": " + kind + " " + each));
    }
}
