package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;

@JourneyTest
class EntryJourneyTest {

    private static final String UNIT = "Thị trấn Diêu Trì";
    private static final String OTHER_UNIT = "Thị trấn Tuy Phước";

    @Test
    void keepsWhatStaffTypedUntilItIsRightEvenWithoutScripts(Visitors visitors) {
        Page page = visitors.signedInWithoutScripts("dieutri");
        page.navigate("/figures/2021-03");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody th")).containsText(UNIT);

        fill(page, UNIT, "75", "-1", "98", "91", "10.68");
        page.getByLabel(UNIT + ": Ghi chú").fill("số của bộ phận một cửa");
        assertThat(save(page).status()).isEqualTo(422);

        Locator summary = page.locator(".error-summary");
        assertThat(summary).isFocused();
        assertThat(summary).containsText("Chưa lưu gì cả");
        assertThat(summary.locator("a")).hasCount(2);
        assertThat(cell(page, UNIT, "Toàn trình – trực tuyến")).hasValue("-1");
        assertThat(cell(page, UNIT, "Tổng số hồ sơ")).hasValue("10.68");
        assertThat(cell(page, UNIT, "Một phần – trực tuyến")).hasValue("91");
        assertThat(page.getByLabel(UNIT + ": Ghi chú")).hasValue("số của bộ phận một cửa");

        corrects(page, "Toàn trình – trực tuyến", "Số hồ sơ không thể âm.", "74");
        corrects(page, "Tổng số hồ sơ", "Không rõ là số nào: chỉ gõ số nguyên, như 10682 hoặc 10.682.", "251");
        save(page);

        assertThat(page.locator(".notice-ok")).hasText("Đã lưu số liệu của 1 đơn vị.");
        assertThat(cell(page, UNIT, "Toàn trình – trực tuyến")).hasValue("74");
        assertThat(cell(page, UNIT, "Tổng số hồ sơ")).hasValue("251");
        assertThat(page.locator(".entry-status")).containsText("Phạm Diêu Trì");
    }

    /** Goes by keyboard from the summary's line to the cell, where the reason stands again, and types over it. */
    private static void corrects(Page page, String column, String reason, String figure) {
        Locator line =
                page.locator(".error-summary a", new Page.LocatorOptions().setHasText(UNIT + " – " + column + ":"));
        assertThat(line).containsText(reason);
        line.press("Enter");
        Locator cell = cell(page, UNIT, column);
        assertThat(cell).isFocused();
        assertThat(cell).hasAccessibleDescription(reason);
        cell.fill(figure);
    }

    @Test
    void letsTheSecondOfTwoWritersChooseBetweenBothFigures(Visitors visitors) {
        Page staff = visitors.signedIn("dieutri");
        Page office = visitors.signedIn("vanphong");
        staff.navigate("/figures/2021-07");
        office.navigate("/figures/2021-07");

        fill(staff, UNIT, "75", "74", "98", "91", "2000");
        save(staff);
        assertThat(staff.locator(".notice-ok")).containsText("Đã lưu số liệu của 1 đơn vị.");

        fill(office, UNIT, "75", "74", "98", "91", "1000");
        fill(office, OTHER_UNIT, "78", "76", "101", "84", "259");
        assertThat(save(office).status()).isEqualTo(409);
        assertThat(office.locator(".error-summary"))
                .containsText("Đã lưu số liệu của 1 đơn vị. Còn 1 đơn vị chưa lưu: " + UNIT);
        assertThat(office.locator(".error-summary a")).hasText(UNIT);
        office.locator(".error-summary a").press("Enter");
        assertThat(office.getByLabel("Lưu số tôi gõ")).isFocused();
        assertThat(office.locator(".conflict legend")).containsText("Phạm Diêu Trì sửa lúc");
        assertThat(cell(office, UNIT, "Tổng số hồ sơ")).hasValue("1000");
        assertThat(office.locator("td", new Page.LocatorOptions().setHas(cell(office, UNIT, "Tổng số hồ sơ"))))
                .containsText("đang lưu: 2.000");
        assertThat(cell(office, OTHER_UNIT, "Tổng số hồ sơ")).hasValue("259");
        assertThat(Standard.complaints(office)).isEmpty();

        office.getByLabel("Giữ số đang lưu").check();
        save(office);
        assertThat(office.locator(".notice-ok")).containsText("Không có gì thay đổi so với số đang lưu.");
        assertThat(cell(office, UNIT, "Tổng số hồ sơ")).hasValue("2000");
        assertThat(cell(office, OTHER_UNIT, "Tổng số hồ sơ")).hasValue("259");

        fill(office, UNIT, "75", "74", "98", "91", "1000");
        staff.reload();
        fill(staff, UNIT, "75", "74", "98", "91", "3000");
        save(office);
        assertThat(office.locator(".notice-ok")).containsText("Đã lưu số liệu của 1 đơn vị.");
        assertThat(save(staff).status()).isEqualTo(409);
        staff.getByLabel("Lưu số tôi gõ").check();
        save(staff);
        office.reload();
        assertThat(cell(office, UNIT, "Tổng số hồ sơ")).hasValue("3000");
    }

    private static void fill(Page page, String unit, String... figures) {
        String[] columns = {
            "Toàn trình – phát sinh",
            "Toàn trình – trực tuyến",
            "Một phần – phát sinh",
            "Một phần – trực tuyến",
            "Tổng số hồ sơ"
        };
        for (int at = 0; at < figures.length; at++) {
            cell(page, unit, columns[at]).fill(figures[at]);
        }
    }

    private static Locator cell(Page page, String unit, String column) {
        return page.getByLabel(unit + ": " + column, new Page.GetByLabelOptions().setExact(true));
    }

    /** Presses the button below the table, and waits for the answer. */
    /** Checks while typing are sent as well. */
    private static boolean isTheSave(Response response) {
        return response.request().method().equals("POST") && !response.url().endsWith("/checks");
    }

    private static Response save(Page page) {
        Response answer = page.waitForResponse(
                EntryJourneyTest::isTheSave, () -> page.locator("form[data-draft] .form-actions [type=submit]")
                        .last()
                        .click());
        page.waitForLoadState();
        return answer;
    }
}
