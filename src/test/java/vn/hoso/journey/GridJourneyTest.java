package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The month's grid with its script: keys as in Excel, pasting a block, drafts that survive. Saves nothing. */
@JourneyTest
class GridJourneyTest {

    private static final String MONTH = "/figures/2026-01";

    private static Locator cell(Page page, int unit, String field) {
        return page.locator("#u" + unit + "-" + field);
    }

    private static void paste(Page page, String text) {
        page.evaluate("""
                text => {
                    const data = new DataTransfer();
                    data.setData('text/plain', text);
                    document.activeElement.dispatchEvent(
                        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                }
                """, text);
    }

    @Test
    void movesChecksAndUndoesLikeExcel(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate(MONTH);
        cell(page, 1, "fullProcessReceived").focus();
        page.keyboard().type("78");
        page.keyboard().press("Enter");
        page.keyboard().type("75");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        page.keyboard().type("99");
        page.keyboard().press("ArrowRight");
        assertThat(cell(page, 2, "fullProcessReceived")).hasValue("75");
        assertThat(page.locator("#u1-fullProcessOnline-problem")).containsText("Trực tuyến 99 lớn hơn phát sinh 78");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 1, "fullProcessOnline")).hasValue("");
        page.keyboard().press("Control+y");
        assertThat(cell(page, 1, "fullProcessOnline")).hasValue("99");
        cell(page, 1, "fullProcessOnline").focus();
        page.keyboard().type("5");
        page.keyboard().press("Escape");
        assertThat(cell(page, 1, "fullProcessOnline")).hasValue("99");
        page.keyboard().press("?");
        assertThat(page.locator("#grid-help")).isVisible();
    }

    @Test
    void showsAPastedBlockBeforeApplyingItInOneStep(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate(MONTH);
        cell(page, 3, "fullProcessReceived").focus();
        paste(page, """
                Xã Phước Thắng\t60\t57\t79\t54\t202\t111
                Xã không có\t1
                Xa\u0303 Phươ\u0301c Ho\u0300a\t77\t77\t100\t98\t2.57\t175
                """);
        Locator preview = page.locator("#paste-preview");
        assertThat(preview).isVisible();
        assertThat(preview.locator("[data-paste-good]")).hasText("11");
        assertThat(preview.locator("[data-paste-bad]")).hasText("3");
        assertThat(cell(page, 3, "dossiersReceived")).hasValue("");
        preview.locator("button[value=apply]").click();
        assertThat(cell(page, 3, "dossiersReceived")).hasValue("202");
        assertThat(cell(page, 6, "partialReceived")).hasValue("100");
        assertThat(page.locator("[data-live-rate=overall]")).hasText("111/202 – 54,95%");
        page.keyboard().press("Control+z");
        assertThat(cell(page, 3, "dossiersReceived")).hasValue("");
        assertThat(cell(page, 6, "partialReceived")).hasValue("");
    }

    @Test
    void findsTypedTextAgainAfterReloadAndExpiryButShowsItToNobodyElse(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate(MONTH);
        cell(page, 2, "dossiersReceived").fill("4321");
        page.reload();
        assertThat(cell(page, 2, "dossiersReceived")).hasValue("4321");
        assertThat(page.locator("#draft-notice")).isVisible();

        page.context().clearCookies();
        page.locator("form[data-draft] button[type=submit]").last().click();
        page.waitForURL("**/login?expired");
        page.getByLabel("Tên đăng nhập").fill("vanphong");
        page.getByLabel("Mật khẩu").fill(Visitors.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**" + MONTH + "**");
        assertThat(page.locator("#draft-notice")).isVisible();
        assertThat(page.locator(".error-summary, .notice-ok")).hasCount(0);
        assertThat(cell(page, 2, "dossiersReceived")).hasValue("4321");

        page.context().clearCookies();
        page.navigate("/login");
        Visitors.signIn(page, "dieutri", Visitors.PASSWORD);
        page.navigate(MONTH);
        assertThat(cell(page, 2, "dossiersReceived")).hasValue("");
        assertThat(page.locator("#draft-notice")).isHidden();
    }
}
