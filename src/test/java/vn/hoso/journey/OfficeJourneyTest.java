package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.hoso.shared.Formats;

@JourneyTest
class OfficeJourneyTest {

    private static final int UNITS = 23;
    private static final String REASON = "Báo cáo nguồn có hồ sơ trực tuyến chưa phân loại";

    private static final List<String> COLUMNS = List.of(
            "Toàn trình – phát sinh",
            "Toàn trình – trực tuyến",
            "Một phần – phát sinh",
            "Một phần – trực tuyến",
            "Tổng số hồ sơ",
            "Tổng trực tuyến (theo báo cáo)",
            "Hồ sơ có phí, lệ phí",
            "Thanh toán trực tuyến");

    private final FiguresFile nineMonths = FiguresFile.read("/db/demo/figures-2024.csv");
    private final FiguresFile october = FiguresFile.read("/figures-2024-10.csv");

    @Test
    void confirmsAVerdictEntersAMonthByKeyboardAndTakesTheReportAway(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        readsThePublishedYear(page);
        confirms(page, "9.2", "Cổng dịch vụ công đã có đủ thủ tục");
        readsTheRunningYear(page);
        printsOneSheetWhileMostUnitsAreMissing(page);
        entersOctoberByKeyboard(page);
        findsTenMonthsAddedUp(page);
        assertThat(Standard.sheets(page)).isEqualTo(1);
        takesTheReportAway(page);
    }

    private static void readsThePublishedYear(Page page) {
        page.navigate("/dashboard?year=2023");
        Visitors.picture(page, "dashboard-2023");
        page.navigate("/dashboard/details?year=2023");

        assertThat(page.locator("h1")).containsText("46,78%");
        assertThat(page.locator("h1")).containsText("còn thiếu 1.553 hồ sơ");
        assertThat(page.locator(".rate-part").nth(0)).containsText("95,27% 10.682/11.212");
        assertThat(page.locator(".rate-part").nth(1)).containsText("78% 11.602/14.874");
        assertThat(page.locator(".rate-overall")).containsText("46,78% 22.574/48.254");
        assertThat(verdict(page, "NQ17")).containsText("thiếu 1.553 hồ sơ");
        assertThat(verdict(page, "QĐ2679")).containsText("thiếu 6.379 hồ sơ");
        assertThat(verdict(page, "QĐ2679")).containsText("Vượt trần 54,06%");
        assertThat(verdict(page, "QĐ2679")).containsText("ít nhất 2.867 hồ sơ");
        assertThat(page.locator(".open-items")).containsText("290 hồ sơ trực tuyến chưa phân loại");
    }

    private static Locator verdict(Page page, String code) {
        return page.locator(
                ".verdict",
                new Page.LocatorOptions()
                        .setHas(page.locator(
                                ".code", new Page.LocatorOptions().setHasText(Pattern.compile("^" + code + "$")))));
    }

    private static void confirms(Page page, String code, String note) {
        assertThat(verdict(page, code)).containsText("Chưa có người xác nhận");
        page.getByLabel("Xác nhận " + code).click();
        assertThat(page.locator("main")).containsText("10.682/11.212");
        page.getByLabel("Đạt", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Ghi chú").fill(note);
        page.locator("main button[type=submit]").click();

        page.waitForURL("**/dashboard/details?year=2023");
        assertThat(verdict(page, code).locator(".status")).hasText("Đạt");
        assertThat(verdict(page, code)).containsText("Trần Văn Phòng xác nhận lúc");
        assertThat(verdict(page, code)).containsText("“" + note + "”");
    }

    private static void readsTheRunningYear(Page page) {
        page.locator("a[rel=next]").click();
        assertThat(page.locator("h1")).containsText("59,44%");
        assertThat(verdict(page, "QĐ2679")).containsText("thiếu 211 hồ sơ");
        assertThat(page.locator(".tag-provisional")).containsText("ước tính");
        assertThat(page.locator(".open-items"))
                .containsText("Tháng 09/2024: 3 đơn vị chưa báo cáo – Xã Phước Thắng, Xã Phước Nghĩa, Phòng Y tế.");
    }

    /** Four of 23 units have reported October, each with one dossier more than it will have in the end. */
    private void printsOneSheetWhileMostUnitsAreMissing(Page page) {
        page.navigate("/figures/2024-10");
        october.byUnit().entrySet().stream()
                .filter(unit -> !FiguresFile.unclassified(unit.getValue()))
                .limit(4)
                .forEach(unit -> {
                    for (int at = 0; at < FiguresFile.COLUMNS.size(); at++) {
                        long figure = FiguresFile.number(unit.getValue(), FiguresFile.COLUMNS.get(at));
                        page.getByLabel(unit.getKey() + ": " + COLUMNS.get(at))
                                .fill(String.valueOf(COLUMNS.get(at).equals("Tổng số hồ sơ") ? figure + 1 : figure));
                    }
                });
        page.locator("form[data-draft] [type=submit]").last().click();
        assertThat(page.locator(".notice-ok")).hasText("Đã lưu số liệu của 4 đơn vị.");
        page.navigate("/dashboard/details?year=2024");
        assertThat(page.locator(".open-items")).containsText("Tháng 10/2024: 19 đơn vị chưa báo cáo");
        assertThat(Standard.sheets(page)).isEqualTo(1);
    }

    private void entersOctoberByKeyboard(Page page) {
        page.navigate("/figures?year=2024");
        page.locator("main a[href='/figures/2024-10']").first().click();
        page.waitForURL("**/figures/2024-10");

        Map<String, CSVRecord> toEnter = october.byUnit();
        tabTo(page, COLUMNS.get(0));
        while (!toEnter.isEmpty()) {
            String unit = focusedInSight(page).split(": ")[0];
            CSVRecord figures = toEnter.remove(unit);
            assertThat(figures).as("figures of " + unit).isNotNull();
            for (int at = 0; at < COLUMNS.size(); at++) {
                assertThat(focusedInSight(page)).isEqualTo(unit + ": " + COLUMNS.get(at));
                if (at < FiguresFile.COLUMNS.size()) {
                    page.keyboard().type(figures.get(FiguresFile.COLUMNS.get(at)));
                }
                page.keyboard().press("Tab");
            }
            assertThat(focusedInSight(page)).isEqualTo(unit + ": Ghi chú");
            if (FiguresFile.unclassified(figures)) {
                page.keyboard().type(REASON);
            }
            page.keyboard().press("Tab");
        }
        tabTo(page, "Lưu số liệu");
        page.keyboard().press("Enter");
        int asked = saysWhyOctoberIsUnusual(page);

        assertThat(page.locator(".notice-ok")).hasText("Đã lưu số liệu của " + asked + " đơn vị.");
        assertThat(page.locator(".facts-line")).containsText(UNITS + "/" + UNITS + " đơn vị đã đủ số liệu");
        List<String> sums = FiguresFile.COLUMNS.stream()
                .map(october::sum)
                .map(Formats::count)
                .toList();
        assertThat(page.locator("tfoot td").allInnerTexts()).startsWith(sums.toArray(String[]::new));
    }

    /**
     * Goes from each line of the summary, which asks about unusual figures, to the note and answers there.
     *
     * @return how many units were asked; the others are saved already
     */
    private static int saysWhyOctoberIsUnusual(Page page) {
        Locator questions = page.locator(".error-summary li a");
        questions.first().waitFor();
        Set<String> asked = new HashSet<>();
        for (Locator question : questions.all()) {
            asked.add(question.getAttribute("href"));
            question.press("Enter");
            assertThat(focused(page)).endsWith(": Ghi chú");
            page.keyboard().press("End");
            page.keyboard().type(" đúng như sổ theo dõi");
        }
        assertThat(page.locator(".error-summary h2"))
                .containsText("Đã lưu số liệu của " + (UNITS - asked.size()) + " đơn vị. Còn " + asked.size()
                        + " đơn vị chưa lưu: ");
        page.locator("form[data-draft] [type=submit]").last().press("Enter");
        return asked.size();
    }

    private static void tabTo(Page page, String name) {
        List<String> passed = new ArrayList<>();
        while (!focused(page).endsWith(name)) {
            passed.add(focused(page));
            assertThat(passed).as("passed on the way to " + name).hasSizeLessThan(30);
            page.keyboard().press("Tab");
        }
    }

    private static String focused(Page page) {
        return (String) page.evaluate("() => document.activeElement.ariaLabel ?? document.activeElement.innerText");
    }

    /** The focused cell's name, once the page has come to rest and nothing that stays in place covers the cell. */
    private static String focusedInSight(Page page) {
        return (String) page.evaluate("""
                async () => {
                    const cell = document.activeElement;
                    for (let look = 0; look < 30; look++) {
                        const box = cell.getBoundingClientRect();
                        if ([box.top + 3, box.bottom - 3].every(y =>
                                document.elementFromPoint(box.left + box.width / 2, y) === cell)) {
                            return cell.ariaLabel;
                        }
                        await new Promise(rested => setTimeout(rested, 100));
                    }
                    return 'covered: ' + cell.ariaLabel;
                }""");
    }

    private void findsTenMonthsAddedUp(Page page) {
        page.navigate("/dashboard?year=2024");
        assertThat(page.locator(".eyebrow").first()).containsText("10 tháng đầu năm 2024");
        assertThat(page.locator(".rate-part").nth(0))
                .containsText(tenMonths("full_process_online", "full_process_received"));
        assertThat(page.locator(".rate-part").nth(1)).containsText(tenMonths("partial_online", "partial_received"));
        assertThat(page.locator(".rate-overall")).containsText(tenMonths("online_reported", "dossiers_received"));
    }

    private String tenMonths(String part, String whole) {
        long parts = nineMonths.sum(part) + october.sum(part);
        long all = nineMonths.sum(whole) + october.sum(whole);
        BigDecimal percent = BigDecimal.valueOf(parts * 100).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
        return Formats.percentInProse(percent) + " " + Formats.count(parts) + "/" + Formats.count(all);
    }

    private static void takesTheReportAway(Page page) {
        page.navigate("/dashboard/details?year=2024");
        takes(page, "Tải CSV", "text/csv;charset=UTF-8", "\uFEFF");
        takes(page, "Tải JSON", "application/json", "{");
        page.getByText("Báo cáo năm 2024").click();
        page.waitForURL("**/reports/2024");
        takes(
                page,
                "Tải báo cáo (.docx)",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "PK");
        takes(page, "Tải phụ lục (.xlsx)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK");
        Download report =
                page.waitForDownload(() -> page.getByText("Tải báo cáo (.docx)").click());
        assertThat(report.suggestedFilename()).isEqualTo("Báo cáo năm 2024 - minh họa.docx");
        report.delete();
    }

    private static void takes(Page page, String link, String type, String beginning) {
        String address =
                page.locator("a", new Page.LocatorOptions().setHasText(link)).getAttribute("href");
        APIResponse file = page.request().get(address);
        assertThat(file.status()).as(address).isEqualTo(200);
        assertThat(file.headers().get("content-type")).isEqualTo(type);
        assertThat(new String(file.body(), StandardCharsets.UTF_8))
                .startsWith(beginning)
                .hasSizeGreaterThan(1_000);
    }
}
