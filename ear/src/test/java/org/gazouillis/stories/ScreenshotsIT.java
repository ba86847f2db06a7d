package org.gazouillis.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.OutputType;

import static org.assertj.core.api.Assertions.assertThat;

/// The pictures of the README, into the artefacts; `-Dgazouillis.screenshots=docs/screenshots` renews those in the
/// repository.
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ScreenshotsIT {
    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({
        "home,/dashboard/home",
        "compose,/compose/new",
        "timeline,/timeline/public",
        "search,/listen/search?q=de",
        "analytics,/dashboard/analytics"
    })
    void pageHasItsPicture(String name, String page) throws IOException {
        browser.resize(1280, 900);
        browser.signIn("owner@demo.example", page);
        browser.see("main h1");
        browser.until(at -> Boolean.TRUE.equals(at.executeScript("return document.readyState === 'complete'")));
        Path folder = Files.createDirectories(Path.of(System.getProperty(
                "gazouillis.screenshots",
                RunningServer.artefacts().resolve("screenshots").toString())));
        Path picture = folder.resolve(name + ".png");
        Files.write(picture, browser.driver().getScreenshotAs(OutputType.BYTES));
        assertThat(Files.size(picture)).isGreaterThan(10_000);
    }
}
