package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.hoso.shared.Formats;

/** The whole way of a month in browsers that run no script. */
@JourneyTest
class PlainFormsJourneyTest {

    private static final String MONTH = "/figures/2022-02";
    private static final String UNIT = "Thị trấn Diêu Trì";

    private static void type(Page page, String... figures) {
        String[] fields = {
            "fullProcessReceived", "fullProcessOnline", "partialReceived", "partialOnline", "dossiersReceived"
        };
        for (int at = 0; at < figures.length; at++) {
            page.locator("#u2-" + fields[at]).fill(figures[at]);
        }
    }

    private static void press(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
    }

    private static Locator done(Page page) {
        return page.locator(".notice-ok");
    }

    @Test
    void goesFromEntryToLockAndOpensAgain(Visitors visitors) {
        Page staff = visitors.signedInWithoutScripts("dieutri");
        staff.navigate(MONTH);
        type(staff, "75", "74", "98", "91", "251");
        staff.getByLabel("Lưu hàng " + UNIT).click();
        assertThat(done(staff)).hasText("Đã lưu số liệu của 1 đơn vị.");
        press(staff, "Nộp số liệu của " + UNIT);
        assertThat(done(staff)).containsText("Đã nộp số liệu của 1 đơn vị (");

        Page office = visitors.signedInWithoutScripts("vanphong");
        office.navigate(MONTH + "/review");
        office.locator("summary").first().click();
        office.locator("#r2-remark").fill("Xem lại tổng số");
        office.locator("#r2-dossiersReceived").fill("sổ ghi 261");
        press(office, "Trả lại " + UNIT);
        assertThat(done(office)).containsText("Đã trả lại số liệu của Thị trấn Diêu Trì (");

        staff.navigate(MONTH);
        assertThat(staff.locator(".notice-warning")).containsText("Xem lại tổng số");
        assertThat(staff.locator("td", new Page.LocatorOptions().setHas(staff.locator("#u2-dossiersReceived"))))
                .containsText("Cần xem lại: sổ ghi 261");
        type(staff, "75", "74", "98", "91", "261");
        press(staff, "Lưu số liệu");
        press(staff, "Nộp số liệu của " + UNIT);
        assertThat(staff.locator("[role=alert]").first()).containsText("hãy trả lời từng ý kiến của Văn phòng");
        staff.getByLabel(Pattern.compile("Xem lại tổng số")).fill("Đã đếm lại theo sổ");
        staff.getByLabel(Pattern.compile("sổ ghi 261")).fill("Đã sửa thành 261");
        press(staff, "Nộp số liệu của " + UNIT);
        assertThat(done(staff)).containsText("Đã nộp số liệu của 1 đơn vị (");

        office.navigate(MONTH + "/review");
        assertThat(office.locator("table")).containsText("Tổng số hồ sơ: lần trước 251, nay 261");
        office.getByLabel("Duyệt " + UNIT).check();
        press(office, "Duyệt các đơn vị đã chọn");
        assertThat(done(office)).containsText("Đã duyệt số liệu của 1 đơn vị (");
        office.locator("#lock-missing").check();
        press(office, "Khóa tháng");
        assertThat(done(office)).containsText("còn 22 đơn vị chưa nộp. Từ nay không ai nhập");

        staff.navigate(MONTH);
        assertThat(staff.locator(".facts-line")).containsText("Tháng đã khóa");
        assertThat(staff.locator("main input[type=text]")).hasCount(0);

        LocalDate today = LocalDate.now(Formats.ZONE);
        office.locator("#reason").fill("Chỉnh lý số liệu theo văn bản của xã");
        office.locator("#until").fill(today.toString());
        press(office, "Mở lại tháng");
        assertThat(done(office)).containsText("đến hết ngày " + Formats.date(today) + " (");
        staff.navigate(MONTH);
        assertThat(staff.locator(".facts-line")).containsText("Chỉnh lý số liệu theo văn bản của xã");
    }

    @Test
    void keepsTheOtherRowsTypedWhenOneIsSaved(Visitors visitors) {
        Page office = visitors.signedInWithoutScripts("vanphong");
        office.navigate("/figures/2022-08");
        office.locator("#u1-dossiersReceived").fill("111");
        office.locator("#u2-dossiersReceived").fill("22.2");
        office.getByLabel("Lưu hàng Thị trấn Tuy Phước").click();
        assertThat(done(office)).containsText("Đã lưu số liệu của 1 đơn vị.");
        assertThat(office.locator("#u2-dossiersReceived")).hasValue("22.2");
        assertThat(office.locator("#row-2 .unsaved-mark")).isVisible();
        assertThat(office.locator("#row-1 .unsaved-mark")).isHidden();
    }
}
