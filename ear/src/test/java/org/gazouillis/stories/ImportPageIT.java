package org.gazouillis.stories;

import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ImportPageIT {
    private static final Path ACTIVITY = Path.of(
                    "../ejb/src/test/resources/org/gazouillis/intake/tweet_activity_metrics_nord_cafe_20200101_20200301_en.csv")
            .toAbsolutePath()
            .normalize();

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void fileIsSentFollowedAndItsRefusedRowsAreOffered() {
        browser.signIn("manager@demo.example", "/intake/import?brand=maisonlune");
        browser.see("#import-file").sendKeys(ACTIVITY.toString());
        browser.see("#import button[type=submit]").click();
        browser.see("#run-errors");
        assertThat(count("accepted")).isEqualTo("5");
        assertThat(count("rejected")).isEqualTo("12");
        browser.until(page -> page.findElement(By.cssSelector(".imports tbody tr"))
                .getText()
                .contains(ACTIVITY.getFileName().toString()));
        browser.resize(390, 844);
        assertThat(browser.driver()
                        .executeScript(
                                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void troubleIsSaidOnThePageAndNothingIsLost() {
        browser.signIn("manager@demo.example", "/intake/import?brand=harborcoffee");
        assertThat(browser.see("#last .empty").getText()).containsIgnoringCase("tweet");
        browser.see("#import-file").sendKeys(ACTIVITY.toString());
        browser.see("#import-columns summary").click();
        browser.see("#import-mapping").sendKeys("{text");
        browser.see("#import button[type=submit]").click();
        assertThat(browser.see("#import .error").getText()).contains("JSON");
        assertThat(browser.driver().findElement(By.id("import-mapping")).getDomProperty("value"))
                .isEqualTo("{text");
    }

    @Test
    void exportPageLeadsToTheFileOfThePeriod() {
        browser.signIn("manager@demo.example", "/report/export?brand=velonord&period=90d");
        browser.see("#separator");
        assertThat(browser.driver().findElements(By.cssSelector(".column-choice code")))
                .hasSize(28);
        assertThat(browser.driver().getPageSource()).doesNotContain("???");
        assertThat(browser.driver().findElement(By.id("export")).getDomAttribute("action"))
                .endsWith("/exports/engagement");
        browser.open("/report/export?brand=harborcoffee");
        assertThat(browser.see("#mine .empty").getText()).isNotEmpty();
        browser.see("[data-do=background]").click();
        assertThat(browser.see("#mine li:has(.pill.success) a.primary").getDomAttribute("href"))
                .endsWith("/file");
        browser.see("#mine [data-do=cancel]").click();
        browser.see("#mine .pill.warning");
        browser.see("#mine [data-do=restore]").click();
        browser.see("#mine .pill.success");
        assertThat(browser.complaints()).isEmpty();
    }

    private String count(String name) {
        return browser.see("[data-count=" + name + "]").getText();
    }
}
