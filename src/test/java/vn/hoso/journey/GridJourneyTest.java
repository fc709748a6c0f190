package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The month's grid with its script: keys as in Excel, pasting a block, drafts that survive. Months of 2026. */
@JourneyTest
class GridJourneyTest {

    private static final String MONTH = "/figures/2026-01";

    /** All rows and both lines of totals stand between the heads and the screen's lower edge, each row on 34 px. */
    private static final String ONE_SCREEN = """
            () => {
                const box = each => document.querySelector(each).getBoundingClientRect();
                const rows = [...document.querySelectorAll('.entry-grid tbody tr')].map(row => row.getBoundingClientRect());
                return rows.length === 23 && rows.every(row => row.height <= 34) && scrollY === 0
                    && rows[0].top >= box('.entry-grid thead').bottom && rows[22].bottom <= box('.entry-grid tfoot').top + 1
                    && box('.entry-grid tfoot').bottom <= 800 && innerHeight === 800 && innerWidth === 1280;
            }
            """;

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
        assertThat((boolean) page.evaluate(ONE_SCREEN)).isTrue();
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
        press(page, "Escape");

        Screen.PHONE.show(page);
        assertThat(page.locator(".entry-grid tbody tr:visible")).hasCount(1);
        page.getByLabel("Chọn đơn vị").selectOption("7");
        assertThat(cell(page, 7, "dossiersReceived")).isVisible();
        assertThat(page.locator("#row-1")).isHidden();
        assertThat(page.locator(".sheet-keep [type=submit]")).isInViewport();
        Screen.DESK.show(page);
    }

    /** On paper every cell has last month's figure: their words stand once, below the table. */
    @Test
    void printsTheWordsOfSmallNumbersOnce(Visitors visitors) {
        Page page = visitors.signedIn("lanhdao");
        page.navigate("/figures/2024-08");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".entry-grid .previous").first()).isVisible();
        assertThat(page.locator(".entry-grid .past-word").first()).isHidden();
        assertThat(page.getByText("Số nhỏ trong ô: tháng trước · cùng kỳ năm trước."))
                .isVisible();
        assertThat(page.getByText("Khi gõ vào một ô")).isHidden();
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
        assertThat(preview.locator("strong").first()).hasText("11 ô sẽ điền · 2 ô cần xem lại");
        assertThat(preview.locator(".paste-refused th")).containsText("Không nhận ra đơn vị: không điền.");
        assertThat(preview.locator(".paste-odd")).containsText("2.57 Không rõ là số nào");
        assertThat(page.locator("#paste-title")).isFocused();
        assertThat(Standard.complaints(page)).isEmpty();
        press(page, "Enter");
        assertThat(preview).isVisible();
        assertThat(cell(page, 3, "dossiersReceived")).hasValue("");
        preview.locator("button[value=apply]").click();
        assertThat(preview).isHidden();
        assertThat(cell(page, 3, "dossiersReceived")).hasValue("202");
        assertThat(cell(page, 6, "partialReceived")).hasValue("100");
        assertThat(cell(page, 6, "dossiersReceived")).hasValue("");
        assertThat(page.locator("[data-live-rate=overall]")).hasText("111/202 – 54,95%");
        page.keyboard().press("Control+z");
        assertThat(page.locator("[data-live-rate=overall]")).hasText("–/–");
        assertThat(cell(page, 3, "dossiersReceived")).hasValue("");
        assertThat(cell(page, 6, "partialReceived")).hasValue("");
    }

    @Test
    void asksForTheOrderOfColumnsAndSaysWhatAPasteWouldReplace(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate(MONTH);
        cell(page, 1, "dossiersReceived").fill("199");
        cell(page, 1, "payable").focus();
        paste(page, "1\tUBND thị trấn Tuy Phước\t200\t118\t60\t58\t80\t60\n");
        Locator preview = page.locator("#paste-preview");
        Locator apply = preview.locator("button[value=apply]");
        assertThat(preview.locator(".paste-choice")).containsText("chỉ hợp với: Thứ tự của biểu 766");
        assertThat(apply).isDisabled();
        preview.locator("input[value=FORM_766]").check();
        assertThat(apply).isEnabled();
        assertThat(preview.locator("input[value=FORM_766]")).isFocused();
        assertThat(preview.locator(".is-replaced")).hasText(Pattern.compile("200\\s*đang có: 199"));
        apply.click();
        assertThat(page.locator("#row-1 input[type=text]").first()).isFocused();
        assertThat(rows(page).get(0)).containsExactly("60", "58", "80", "60", "200", "118");
        press(page, "Control+z");
        assertThat(rows(page).get(0)).containsExactly("", "", "", "", "199", "");
    }

    @Test
    void fillsNothingInWithoutTheServerAndPastesASingleCellByItself(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate("/figures/2026-10");
        visitors.unplug(page, true);
        cell(page, 5, "dossiersReceived").focus();
        paste(page, "60\t58");
        Locator preview = page.locator("#paste-preview");
        assertThat(preview).containsText("Không kết nối được với máy chủ nên chưa đọc được khối dán. Chưa điền gì");
        assertThat(preview.locator("button[value=apply]")).isDisabled();
        press(page, "Escape");
        assertThat(preview).isHidden();
        assertThat(cell(page, 5, "dossiersReceived")).hasValue("");
        cell(page, 5, "dossiersReceived").focus();
        paste(page, "60\r\n");
        assertThat(preview).isHidden();
        visitors.unplug(page, false);
    }

    private static final List<String> SIX = List.of(
            "fullProcessReceived",
            "fullProcessOnline",
            "partialReceived",
            "partialOnline",
            "dossiersReceived",
            "onlineReported");

    private static List<String> figures(int nth) {
        return Stream.of(60 + nth, 50 + nth, 70 + nth, 40 + nth, 200 + nth, 90 + 2 * nth)
                .map(String::valueOf)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> units(Page page) {
        return (List<String>)
                page.evaluate(
                        "() => [...document.querySelectorAll('.entry-grid tbody .entry-unit > span')].map(each => each.textContent)");
    }

    private static String focused(Page page) {
        return (String) page.evaluate("() => document.activeElement.id");
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** The stored rows, in the order of the page. */
    @SuppressWarnings("unchecked")
    private static List<List<String>> rows(Page page) {
        return (List<List<String>>) page.evaluate("""
                () => [...document.querySelectorAll('.entry-grid tbody tr')].map(row =>
                    [...row.querySelectorAll('input[type=text]')].slice(0, 6).map(cell => cell.value))""");
    }

    private static List<List<String>> allFigures() {
        return IntStream.range(0, 23).mapToObj(GridJourneyTest::figures).toList();
    }

    @Test
    void entersAndSavesAMonthOf23UnitsWithoutAMouse(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate("/figures/2026-03");
        for (int tabs = 0; !focused(page).endsWith("-fullProcessReceived") && tabs < 40; tabs++) {
            press(page, "Tab");
        }
        for (int nth = 0; nth < 23; nth++) {
            for (String figure : figures(nth)) {
                page.keyboard().type(figure);
                press(page, figure.equals(figures(nth).get(5)) ? "Enter" : "Tab");
            }
        }
        assertThat(rows(page)).isEqualTo(allFigures());

        String last = focused(page);
        press(page, "ArrowUp", "ArrowUp", "ArrowLeft", "ArrowRight", "ArrowDown", "ArrowDown");
        assertThat(focused(page)).isEqualTo(last);
        page.keyboard().type("1");
        press(page, "Escape");
        page.keyboard().type("77");
        press(page, "ArrowUp", "Control+z");
        press(page, "?");
        assertThat(page.locator("#grid-help")).isVisible();
        press(page, "Escape");
        assertThat(page.locator("#grid-help")).isHidden();
        assertThat(rows(page)).isEqualTo(allFigures());

        press(page, "Control+s");
        assertThat(page.locator(".notice-ok")).containsText("Đã lưu số liệu của 23 đơn vị.");
        assertThat(page.locator(".facts-line")).containsText("23/23 đơn vị đã đủ số liệu");
        assertThat(rows(page)).isEqualTo(allFigures());
    }

    @Test
    void fillsAWholeMonthFromOneBlockInAnotherOrder(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate("/figures/2026-05");
        List<String> lines = new ArrayList<>();
        List<String> units = units(page);
        for (int nth = 0; nth < 23; nth++) {
            lines.add(0, (23 - nth) + "\t" + units.get(nth) + "\t" + String.join("\t", figures(nth)));
        }
        List<String> hand = new ArrayList<>();
        hand.add("a cell");
        cell(page, 5, "partialOnline").focus();
        hand.add("the paste");
        paste(page, String.join("\r\n", lines) + "\r\n");
        Locator preview = page.locator("#paste-preview");
        assertThat(preview.locator("strong").first()).hasText("138 ô sẽ điền · 0 ô cần xem lại");
        assertThat(preview.locator("tbody tr").first())
                .hasText(Pattern.compile(units.get(22) + "\\s+dòng 1\\s+82\\s+72\\s+92\\s+62\\s+222\\s+134"));
        assertThat(rows(page).get(0).get(0)).isEmpty();
        hand.add("filling in");
        preview.locator("button[value=apply]").click();
        assertThat(preview).isHidden();
        // The block is filled in when the dialog has told that it closed, a moment after it is gone.
        assertThat(page.locator(".entry-grid tbody input[type=text]").first()).hasValue("60");
        assertThat(rows(page)).isEqualTo(allFigures());
        hand.add("saving");
        press(page, "Control+s");
        assertThat(page.locator(".notice-ok")).containsText("Đã lưu số liệu của 23 đơn vị.");
        assertThat(rows(page)).isEqualTo(allFigures());

        hand.add("to what can be submitted");
        page.locator(".sheet-bar").getByText("Nộp").click();
        hand.add("submitting all");
        page.getByText("Nộp tất cả đơn vị đã đủ số liệu").click();
        assertThat(page.locator(".notice-ok")).containsText("Đã nộp số liệu của 23 đơn vị");
        assertThat(hand).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void savesOneRowByItsKeyAndKeepsTheOthersAsDrafts(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate("/figures/2026-08");
        cell(page, 3, "dossiersReceived").fill("300");
        cell(page, 4, "dossiersReceived").fill("400");
        press(page, "Control+Enter");
        assertThat(page.locator("#row-4 .saved-mark")).isVisible();
        assertThat(cell(page, 4, "fullProcessReceived")).isFocused();
        assertThat(page.locator("#row-3")).hasClass(Pattern.compile("is-unsaved"));
        page.reload();
        assertThat(cell(page, 3, "dossiersReceived")).hasValue("300");
        assertThat(page.locator("#row-3 .unsaved-mark")).isVisible();
        assertThat(page.locator("#row-4 .unsaved-mark")).isHidden();
        assertThat(page.locator("#draft-notice")).isVisible();
    }

    @Test
    void saysThatTheServerIsOutOfReachAndLosesNothing(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate("/figures/2026-10");
        cell(page, 2, "dossiersReceived").fill("4321");
        visitors.unplug(page, true);
        press(page, "Control+s");
        assertThat(page.locator("#connection-notice")).containsText("Không kết nối được với máy chủ");
        cell(page, 2, "note").fill("gõ khi mất mạng");
        assertThat(cell(page, 2, "dossiersReceived")).hasValue("4321");
        visitors.unplug(page, false);
        assertThat(page.locator("#connection-notice")).containsText("Đã kết nối lại");
        press(page, "Control+s");
        assertThat(page.locator(".notice-ok")).containsText("Đã lưu số liệu của 1 đơn vị.");
        assertThat(cell(page, 2, "dossiersReceived")).hasValue("4321");
        assertThat(cell(page, 2, "note")).hasValue("gõ khi mất mạng");
    }

    @Test
    void showsBeforeSavingThatAFigureIsUnusualForItsUnit(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate("/figures/2024-11");
        cell(page, 2, "dossiersReceived").fill("9000");
        assertThat(page.locator("#u2-findings")).containsText("9.000 khác hẳn các tháng trước");
        assertThat(Standard.complaints(page)).isEmpty();
        cell(page, 2, "dossiersReceived").fill("");
        assertThat(page.locator("#u2-findings")).isEmpty();
    }
}
