package org.gazouillis.stories;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OutsidePageIT {
    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void anOwnerIsToldWhatIsWrongAndThenConnectsAFeedAndDisconnectsIt() {
        browser.signIn("owner@demo.example", "/publish/accounts?brand=velonord");
        openDetails("details.connect");
        browser.see("#m-endpoint").sendKeys("http://10.0.0.1/");
        browser.see("#m-token").sendKeys("token");
        browser.see("form[data-network=mastodon] button").click();
        assertThat(browser.see("#m-endpoint-error").getText()).contains("https://");
        assertThat(browser.see("#m-endpoint").getDomProperty("value")).isEqualTo("http://10.0.0.1/");
        browser.see("form[data-network=rss] button").click();
        browser.see("li[data-account] button[data-do=test]").click();
        browser.see(".toast");
        browser.until(page -> page.findElements(By.cssSelector(".toast")).isEmpty());
        openDetails("li[data-account] details");
        browser.see("li[data-account] button[data-do=disconnect]").click();
        browser.until(page ->
                page.findElements(By.cssSelector("button[data-do=test]")).isEmpty());
        // A refusal by the API is an error of the console, too; nothing else may be.
        assertThat(browser.complaints()).allSatisfy(each -> assertThat(each).contains("422"));
    }

    @Test
    void aWebhooksKeyIsShownOnce() {
        browser.signIn("owner@demo.example", "/publish/accounts?brand=maisonlune");
        openDetails("details.connect");
        browser.see("#w-endpoint").sendKeys("http://127.0.0.1:9/hook");
        browser.see("form[data-network=webhook] button").click();
        assertThat(browser.see("#secret-text").getText()).startsWith("whsec_");
        browser.see("#secret a").click();
        browser.see("li[data-account] button[data-do=test]");
        assertThat(browser.driver().getPageSource()).doesNotContain("whsec_");
    }

    private void openDetails(String css) {
        browser.see(css);
        browser.driver()
                .executeScript("document.querySelectorAll(arguments[0]).forEach(each => { each.open = true; })", css);
    }
}
