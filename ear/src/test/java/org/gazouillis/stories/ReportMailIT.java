package org.gazouillis.stories;

import jakarta.json.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// A report goes out by mail at its time, and again when somebody says so.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReportMailIT {
    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void aReportThatIsSetUpOnItsPageIsMailedAtItsTimeAndAgainWhenAsked() throws IOException, SQLException {
        String recipient = "claire-" + UUID.randomUUID() + "@client.example";
        String report = Desk.json(Desk.of("owner@demo.example")
                        .post(
                                "/api/desk/v1/brands/velonord/reports",
                                Json.createObjectBuilder()
                                        .add("template", "weekly")
                                        .add("language", "fr")
                                        .build()))
                .getString("id");
        browser.signIn("owner@demo.example", "/report/one?brand=velonord&id=" + report);
        browser.see("#mailing-place summary").click();
        browser.see("#mailing-recipients").sendKeys("claire");
        browser.see("#mailing button[type=submit]").click();
        assertThat(browser.see("#mailing-recipients-wrong").getText()).contains("claire");
        browser.see("#mailing-recipients").clear();
        browser.see("#mailing-recipients").sendKeys(recipient);
        browser.see("#mailing button[type=submit]").click();
        browser.see("#mailing-list .next-times");
        assertThat(browser.driver().findElements(By.cssSelector("#mailing-list .next-times li")))
                .hasSize(3);

        try (Connection worker = RunningServer.database();
                Statement sql = worker.createStatement()) {
            sql.execute("update report_mailing set due_at = now() where report_id = " + report);
        }
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(Mailbox.of(recipient))
                        .singleElement()
                        .asString()
                        .contains(
                                "Voici le rapport",
                                "/report/one?brand=velonord&id=" + report,
                                "velonord_report_",
                                ".pdf"));
        browser.driver().navigate().refresh();
        browser.see("details.letters summary").click();
        browser.until(page ->
                page.findElement(By.cssSelector(".letter .pill.success")).isDisplayed());
        browser.see("[data-do=letter-again]").click();
        await().atMost(Duration.ofSeconds(60)).until(() -> Mailbox.of(recipient).size() == 2);
        assertThat(browser.complaints()).isEmpty();
    }
}
