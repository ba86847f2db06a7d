package org.gazouillis.stories;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// Chromiums that go from story to story: to start one costs as much as many a story. Whoever takes one finds a tab
/// that nobody used, and nothing of what another kept there but files of the application that may be kept for ever.
final class Chromium {
    static final Dimension SIZE = new Dimension(1280, 1000);

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
            "--window-size=" + SIZE.width + "," + SIZE.height);
    private static final ConcurrentLinkedDeque<ChromeDriver> IDLE = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> IDLE.forEach(ChromeDriver::quit)));
    }

    private Chromium() {}

    static ChromeDriver take() {
        return Optional.ofNullable(IDLE.poll()).flatMap(Chromium::cleared).orElseGet(Chromium::start);
    }

    /// For the next. It leaves the page at once, which else would go on listening and telling what was seen. Whoever is
    /// not sure that the browser is well quits it instead.
    static void giveBack(ChromeDriver driver) {
        try {
            driver.get("about:blank");
            IDLE.push(driver);
        } catch (WebDriverException unwell) {
            driver.quit();
        }
    }

    /// What belongs to a tab (its session, what a story made it believe of zone and network) goes with the tab.
    private static Optional<ChromeDriver> cleared(ChromeDriver driver) {
        try {
            List<String> used = List.copyOf(driver.getWindowHandles());
            String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
            used.forEach(tab -> driver.switchTo().window(tab).close());
            driver.switchTo().window(fresh);
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            String origin = RunningServer.address().resolve("/").toString();
            driver.executeCdpCommand(
                    "Storage.clearDataForOrigin",
                    Map.of("origin", origin.substring(0, origin.length() - 1), "storageTypes", "all"));
            driver.manage().window().setSize(SIZE);
            driver.manage().logs().get(LogType.BROWSER);
            return Optional.of(driver);
        } catch (WebDriverException unwell) {
            driver.quit();
            return Optional.empty();
        }
    }

    private static ChromeDriver start() {
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
        return new ChromeDriver(service, options);
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
