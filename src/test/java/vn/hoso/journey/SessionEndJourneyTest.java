package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/**
 * A session that ends while somebody types: they find the text again, whoever signs in on the same browser in between
 * sees nothing of it, whether saving or leaving met the end. {@code -Dhoso.session-ends=50} runs it at length.
 */
@JourneyTest
class SessionEndJourneyTest {

    private static final int TRIES = Integer.getInteger("hoso.session-ends", 2);
    private static final String MONTH = "/figures/2026-07";

    private static Locator cell(Page page) {
        return page.locator("#u2-dossiersReceived");
    }

    @Test
    void givesTheTextBackToItsWriterAloneAndSavesNothingByItself(Visitors visitors) {
        Page page = visitors.signedIn("dieutri");
        int recovered = 0;
        int shownToAnother = 0;
        int savedByItself = 0;
        for (int nth = 0; nth < TRIES; nth++) {
            String typed = String.valueOf(70_000 + nth);
            page.navigate(MONTH);
            cell(page).fill(typed);
            page.context().clearCookies();
            if (nth % 2 == 0) {
                page.locator("form[data-draft] .form-actions [type=submit]")
                        .last()
                        .click();
                page.waitForURL("**/login?expired");
            } else {
                page.navigate("/login");
            }

            Visitors.signIn(page, "vanphong", Visitors.PASSWORD);
            page.navigate(MONTH);
            boolean seen = page.content().contains(typed)
                    || !cell(page).inputValue().isEmpty()
                    || page.locator("#draft-notice").isVisible();
            shownToAnother += seen ? 1 : 0;
            savedByItself += page.locator(".notice-ok").count();
            page.context().clearCookies();

            page.navigate("/login");
            Visitors.signIn(page, "dieutri", Visitors.PASSWORD);
            page.navigate(MONTH);
            boolean back = cell(page).inputValue().equals(typed)
                    && page.locator("#draft-notice").isVisible();
            recovered += back ? 1 : 0;
            page.locator("#draft-notice button").click();
            page.locator("#draft-notice").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
        System.out.printf(
                "%d sessions ended while typing: %d recovered, %d shown to another person, %d saved by itself%n",
                TRIES, recovered, shownToAnother, savedByItself);
        assertThat(recovered).isEqualTo(TRIES);
        assertThat(shownToAnother).isZero();
        assertThat(savedByItself).isZero();
    }
}
