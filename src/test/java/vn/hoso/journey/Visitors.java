package vn.hoso.journey;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;

/** People in front of browsers of their own, and what these browsers complained of. */
final class Visitors implements AutoCloseable {

    /** Where pictures of pages are put. */
    static final Path PICTURES = Path.of("target", "screenshots");

    /** The password of everybody in the demonstration. */
    static final String PASSWORD = "Thu-nghiem-2024";

    private static final int PATIENCE_IN_MILLISECONDS = 30_000;

    private final Chromium chromium;
    private final String origin;
    private final List<BrowserContext> browsers = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private volatile boolean unplugged;

    Visitors(Chromium chromium, String origin) {
        this.chromium = chromium;
        this.origin = origin;
    }

    /** Somebody in front of the sign-in page of a browser that knows nothing yet. */
    Page stranger() {
        Page page = browser(options());
        page.navigate("/login");
        return page;
    }

    /** Somebody of the demonstration, signed in, in front of an empty page: the sign-in page itself is a stranger's journey. */
    Page signedIn(String username) {
        return withSession(browser(options()), username);
    }

    /** The same, in a browser that runs no scripts. */
    Page signedInWithoutScripts(String username) {
        return withSession(browser(options().setJavaScriptEnabled(false)), username);
    }

    /** Sends the form without drawing it; the cookie is the browser's. */
    private static Page withSession(Page page, String username) {
        String form = page.request().get("/login").text();
        APIResponse answer = page.request()
                .post(
                        "/login",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(FormData.create()
                                        .set(
                                                "_csrf",
                                                Jsoup.parse(form)
                                                        .select("[name=_csrf]")
                                                        .val())
                                        .set("username", username)
                                        .set("password", PASSWORD)));
        String to = answer.headers().getOrDefault("location", "");
        if (answer.status() != 302 || to.contains("/login")) {
            throw new IllegalStateException(username + " cannot sign in: " + answer.status() + " " + to);
        }
        return page;
    }

    static Page signIn(Page page, String username, String password) {
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(password);
        page.locator("main button[type=submit]").click();
        page.locator(".sign-out").waitFor();
        return page;
    }

    private Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setBaseURL(origin)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(Screen.DESK.width(), Screen.DESK.height());
    }

    private Page browser(Browser.NewContextOptions options) {
        BrowserContext browser = chromium.browser().newContext(options);
        browser.setDefaultTimeout(PATIENCE_IN_MILLISECONDS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_IN_MILLISECONDS);
        browsers.add(browser);
        Page page = browser.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequestFailed(request -> {
            // A question while typing is dropped as soon as the save itself is sent, and its answer may have led to the
            // sign-in
            // page already; pictures, and the question whether the program is there, are dropped when their page is
            // left.
            Request asked = request.redirectedFrom() == null ? request : request.redirectedFrom();
            boolean picture = !List.of("fetch", "xhr").contains(request.resourceType())
                    || asked.url().contains("/assets/favicon");
            boolean dropped = "net::ERR_ABORTED".equals(request.failure())
                    && (picture || asked.url().endsWith("/checks"));
            if (!request.isNavigationRequest() && !unplugged && !dropped) {
                complaints.add(page.url() + ": " + request.url() + " failed: " + request.failure());
            }
        });
        return page;
    }

    /** A browser writes an error for each page that was refused; whether it should have been is each journey's claim. */
    private void listen(ConsoleMessage message) {
        boolean unreachable = unplugged && message.text().contains("ERR_INTERNET_DISCONNECTED");
        boolean refusedPage = message.text().startsWith("Failed to load resource")
                && message.location().startsWith(message.page().url());
        if (List.of("error", "warning").contains(message.type()) && !refusedPage && !unreachable) {
            complaints.add(message.page().url() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    /** Pulls the plug of a page's network, or puts it back; what the browser says of it is no complaint. */
    void unplug(Page page, boolean out) {
        unplugged = unplugged || out;
        page.context().setOffline(out);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Takes pictures of the page as it stands, for people to judge: with {@code -Dhoso.pictures=true} only, they take time. */
    static void picture(Page page, String name) {
        if (!Boolean.getBoolean("hoso.pictures")) {
            return;
        }
        for (Screen screen : List.of(Screen.PHONE, Screen.DESK)) {
            screen.show(page);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(name + "-" + screen.width() + ".png")));
        }
    }

    /** Takes a picture of every page still open. */
    void photograph(String name) {
        List<Page> open =
                browsers.stream().flatMap(each -> each.pages().stream()).toList();
        for (int i = 0; i < open.size(); i++) {
            open.get(i)
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(PICTURES.resolve(name + "-failed-" + i + ".png")));
        }
    }

    @Override
    public void close() {
        browsers.forEach(BrowserContext::close);
    }
}
