package org.gazouillis.stories;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A person at a Chromium, whom nobody knows before a test: `@RegisterExtension final Browser browser = new Browser();`
///
/// When a test fails, the page is left in the artefacts folder as a picture and as its source.
final class Browser implements BeforeEachCallback, AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    private Optional<ChromeDriver> driver = Optional.empty();

    @Override
    public void beforeEach(ExtensionContext context) {
        driver = Optional.of(Chromium.take());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (driver.isEmpty()) {
            return;
        }
        ChromeDriver used = driver();
        driver = Optional.empty();
        if (context.getExecutionException().isEmpty()) {
            Chromium.giveBack(used);
            return;
        }
        try {
            keep(
                    used,
                    context.getRequiredTestClass().getSimpleName() + "."
                            + context.getRequiredTestMethod().getName());
        } finally {
            used.quit();
        }
    }

    ChromeDriver driver() {
        return driver.orElseThrow();
    }

    /// Goes to a page of the application, such as `/home.xhtml`.
    void open(String path) {
        driver().get(RunningServer.address()
                .resolve(path.startsWith("/") ? path.substring(1) : path)
                .toString());
    }

    /// Signs a demo member in, who then stands on that page.
    void signIn(String email, String path) {
        open("/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        see("#sign-in\\:email").sendKeys(email);
        see("#sign-in\\:password").sendKeys(RunningServer.demoPassword());
        see("#sign-in\\:enter").click();
        see("nav.nav");
    }

    void resize(int width, int height) {
        Dimension size = new Dimension(width, height);
        if (!size.equals(driver().manage().window().getSize())) {
            driver().manage().window().setSize(size);
        }
    }

    /// Waits for an element to be there and seen, also while the page it was on gives way to the next.
    WebElement see(By what) {
        return patiently()
                .until(page -> page.findElements(what).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .map(this::scrolledTo)
                        .orElse(null));
    }

    /// As a person scrolls before they click: out from under the bars at the top and, on a phone, at the bottom, and
    /// from under a note.
    private WebElement scrolledTo(WebElement element) {
        driver().executeScript("""
                const at = arguments[0].getBoundingClientRect();
                const above = document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
                if (at.top < 80 || at.bottom > innerHeight - 90 || above?.closest(".toast")) {
                  arguments[0].scrollIntoView({ block: "center" });
                }
                """, element);
        return element;
    }

    WebElement see(String css) {
        return see(By.cssSelector(css));
    }

    /// Waits until the page as a whole fulfils a condition.
    void until(Predicate<ChromeDriver> condition) {
        patiently().until(page -> condition.test(driver()));
    }

    /// An element that goes away between being found and being looked at is no end of the wait. Chromium tells of it by
    /// more than one error, of which some have no class of their own ("does not belong to the document").
    private FluentWait<WebDriver> patiently() {
        return new WebDriverWait(driver(), PATIENCE, LOOK).ignoring(WebDriverException.class);
    }

    /// Errors that the page wrote to the console since the last call, violations of its security policy among them.
    List<String> complaints() {
        return driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(java.util.logging.Level.SEVERE))
                .map(LogEntry::toString)
                .toList();
    }

    /// Leaves the page as a picture and as its source.
    void keep(String name) throws IOException {
        keep(driver(), name);
    }

    private static void keep(ChromeDriver driver, String name) throws IOException {
        Path folder = Files.createDirectories(RunningServer.artefacts().resolve("pages"));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        Files.writeString(folder.resolve(name + ".html"), driver.getPageSource());
    }
}
