package vn.hoso.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that the machine already has: nothing is ever downloaded. One for the JVM. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    /** Names the browser to use, as an environment variable or a system property. */
    static final String CHOICE = "HOSO_CHROMIUM";

    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "microsoft-edge",
            "chrome.exe",
            "msedge.exe");

    private static final List<String> ON_WINDOWS =
            List.of("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe");

    private static final List<Path> ON_MACOS = Stream.of("Google Chrome", "Chromium", "Microsoft Edge")
            .map(name -> Path.of("/Applications", name + ".app", "Contents", "MacOS", name))
            .toList();

    /** A page's scripts end before an optimising compiler has earned what it costs, as in {@code argLine} of the tests. */
    private static final String PLAIN_SCRIPTS = "--js-flags=--no-maglev --no-turbofan --single-threaded";

    /**
     * A page moves into the frame of the one before it: a frame of its own for every address is a quarter of what an empty page costs. The
     * second word is what Playwright enables, which another list replaces.
     */
    private static final String SAME_FRAME =
            "--enable-features=RenderDocument:level/crashed-frame,CDPScreenshotNewSurface";

    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            PLAIN_SCRIPTS,
            SAME_FRAME);

    /**
     * The browser's program; empty on a machine without one.
     *
     * @throws IllegalStateException if one was named that is not there
     */
    static Optional<Path> program() {
        Optional<String> chosen = Stream.of(System.getProperty(CHOICE), System.getenv(CHOICE))
                .filter(name -> name != null && !name.isBlank())
                .findFirst();
        if (chosen.isPresent()) {
            Path named = Path.of(chosen.get());
            if (!Files.isExecutable(named)) {
                throw new IllegalStateException(CHOICE + " names no program: " + named);
            }
            return Optional.of(named);
        }
        return Stream.of(onPath(), onWindows(), ON_MACOS.stream())
                .flatMap(places -> places)
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onPath() {
        List<String> folders =
                List.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name ->
                        folders.stream().filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, name)));
    }

    private static Stream<Path> onWindows() {
        return Stream.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .flatMap(folder -> ON_WINDOWS.stream().map(place -> Path.of(folder, place)));
    }

    static Chromium start(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Chromium refuses to be root inside its sandbox; anybody else stays in it.
        boolean root = "root".equals(System.getProperty("user.name"));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setChromiumSandbox(!root)
                        .setArgs(QUIET));
        return new Chromium(playwright, browser);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
