package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * A session that ends while somebody types: they find the text again, whoever signs in on the same browser in between
 * sees nothing of it, whether saving or leaving met the end, and nothing is saved before they save. {@code -Dhoso.session-ends=50} runs it at length.
 */
@JourneyTest
class SessionEndJourneyTest {

    private static final int TRIES = Integer.getInteger("hoso.session-ends", 2);
    private static final String MONTH = "/figures/2026-07";
    private static final String ANOTHER_MONTH = "/figures/2026-05";

    private static Locator cell(Page page) {
        return page.locator("#u2-dossiersReceived");
    }

    private static void submit(Page page) {
        page.locator("form[data-draft] .form-actions [type=submit]").last().click();
    }

    @Test
    void givesTheTextBackToItsWriterAloneAndSavesNothingByItself(Visitors visitors) {
        Page page = visitors.signedIn("dieutri");
        int recovered = 0;
        int shownToAnother = 0;
        int savedByItself = 0;
        String typed = "";
        for (int nth = 0; nth < TRIES; nth++) {
            typed = String.valueOf(70_000 + nth);
            page.navigate(MONTH);
            discard(page);
            cell(page).fill(typed);
            page.reload();
            assertThat(cell(page).inputValue()).isEqualTo(typed);
            page.context().clearCookies();
            if (nth % 2 == 0) {
                submit(page);
                page.waitForURL("**/login?expired");
                assertThat(page.locator(".notice-info").innerText())
                        .isEqualTo("Phiên làm việc đã hết hạn. Hãy đăng nhập lại để tiếp tục.");
                Visitors.signIn(page, "vanphong", Visitors.PASSWORD);
            } else {
                page.navigate("/login");
                Visitors.signIn(page, "vanphong", Visitors.PASSWORD);
                page.navigate(MONTH);
            }

            assertThat(page.locator("h1").innerText()).isEqualTo("Số liệu tháng 07/2026");
            boolean seen = page.content().contains(typed)
                    || !cell(page).inputValue().isEmpty()
                    || page.locator("#draft-notice").isVisible();
            shownToAnother += seen ? 1 : 0;
            savedByItself += page.locator(".notice-ok, .error-summary").count();
            page.context().clearCookies();

            submit(page);
            page.waitForURL("**/login?expired");
            Visitors.signIn(page, "dieutri", Visitors.PASSWORD);
            page.waitForURL("**" + MONTH + "**");
            boolean back = cell(page).inputValue().equals(typed)
                    && page.locator("#draft-notice").isVisible();
            recovered += back ? 1 : 0;
            savedByItself += page.locator(".notice-ok, .error-summary").count();
        }
        System.out.printf(
                "%d sessions ended while typing: %d recovered, %d shown to another person, %d saved by itself%n",
                TRIES, recovered, shownToAnother, savedByItself);
        assertThat(recovered).isEqualTo(TRIES);
        assertThat(shownToAnother).isZero();
        assertThat(savedByItself).isZero();

        assertThat(page.locator("#draft-notice").innerText()).contains("chưa được lưu");
        assertThat(Standard.complaints(page)).isEmpty();
        submit(page);
        page.locator(".notice-ok").waitFor();
        assertThat(page.locator(".notice-ok").innerText()).isEqualTo("Đã lưu số liệu của 1 đơn vị.");
        page.reload();
        assertThat(page.locator("#draft-notice").isVisible()).isFalse();
        assertThat(cell(page).inputValue().replace(".", "")).isEqualTo(typed);
    }

    /** The connection breaks before the server has heard of the press, then after it has stored it. */
    @Test
    void saysWhetherAPressWhoseAnswerGotLostWasStored(Visitors visitors) {
        Page page = visitors.signedIn("dieutri");
        for (boolean arrives : new boolean[] {false, true}) {
            page.navigate(ANOTHER_MONTH);
            cell(page).fill("70123");
            page.route("**" + ANOTHER_MONTH, route -> {
                if (route.request().method().equals("GET")) {
                    route.resume();
                    return;
                }
                if (arrives) {
                    route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                }
                route.abort();
            });
            AtomicBoolean lost = new AtomicBoolean();
            page.onRequestFailed(request -> lost.set(lost.get()
                    || request.isNavigationRequest() && request.method().equals("POST")));
            submit(page);
            page.waitForCondition(lost::get);
            page.unroute("**" + ANOTHER_MONTH);
            // The page that the answer led to is seen by nobody.
            page.request().get(ANOTHER_MONTH);

            page.navigate(ANOTHER_MONTH);

            Locator notice = page.locator("#press-notice");
            notice.waitFor();
            assertThat(notice.innerText())
                    .startsWith(
                            arrives ? "Lần bấm trước đã được lưu, lúc " : "Lần bấm trước chưa được lưu, hãy thử lại.");
            assertThat(page.locator("#draft-notice").isVisible()).isEqualTo(!arrives);
            assertThat(cell(page).inputValue().replace(".", "")).isEqualTo("70123");
            assertThat(Standard.complaints(page)).isEmpty();
        }
    }

    /** Throws away what was typed in the try before, if any. */
    private static void discard(Page page) {
        if (page.locator("#draft-notice").isVisible()) {
            page.locator("#draft-notice button").click();
            page.locator("#draft-notice").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }
}
