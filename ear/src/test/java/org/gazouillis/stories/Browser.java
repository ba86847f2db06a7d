package org.gazouillis.stories;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A person at a Chromium, fresh for each test: `@RegisterExtension final Browser browser = new Browser();`
///
/// When a test fails, the page is left in the artefacts folder as a picture and as its source.
final class Browser implements BeforeEachCallback, AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-prefers-reduced-motion",
            "--window-size=1280,1000");

    private Optional<ChromeDriver> driver = Optional.empty();

    @Override
    public void beforeEach(ExtensionContext context) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("GAZOUILLIS_CHROMIUM", "chromium", "chromium-browser", "google-chrome"));
        options.addArguments(FLAGS);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // The driver is named outright: Selenium's own manager would look for one on the network.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("GAZOUILLIS_CHROMEDRIVER", "chromedriver"))
                .build();
        driver = Optional.of(new ChromeDriver(service, options));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (driver.isPresent() && context.getExecutionException().isPresent()) {
            keep(context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName());
        }
        driver.ifPresent(ChromeDriver::quit);
        driver = Optional.empty();
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
        driver().manage().window().setSize(new Dimension(width, height));
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
        return new WebDriverWait(driver(), PATIENCE).ignoring(WebDriverException.class);
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
        Path folder = Files.createDirectories(RunningServer.artefacts().resolve("pages"));
        Files.write(folder.resolve(name + ".png"), driver().getScreenshotAs(OutputType.BYTES));
        Files.writeString(folder.resolve(name + ".html"), driver().getPageSource());
    }

    private static File program(String variable, String... names) {
        Stream<Path> onPath = Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)));
        return Stream.concat(Optional.ofNullable(System.getenv(variable)).map(Path::of).stream(), onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No " + names[0] + " on the PATH: ./gazouillis test installs it" + " or says how"))
                .toFile();
    }
}
