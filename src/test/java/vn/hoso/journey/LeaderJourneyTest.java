package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@JourneyTest
class LeaderJourneyTest {

    /** What a province is short of has more digits than the demonstration's, and is printed beside "(tạm tính)". */
    @Test
    void aLargeShortfallStaysOnItsCardOnPaper(Visitors visitors) {
        Page page = visitors.signedIn("lanhdao");
        page.navigate("/dashboard?year=2024");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(741, 1000);
        assertThat((Boolean) page.evaluate("""
                [...document.querySelectorAll('.rate-cards .rate-finding')].every(each => {
                    each.textContent = 'thiếu 123.456 hồ sơ';
                    const card = each.closest('.panel').getBoundingClientRect();
                    const mark = each.parentElement.firstElementChild.getBoundingClientRect();
                    const at = each.getBoundingClientRect();
                    return at.right <= card.right && (at.left >= mark.right || at.top >= mark.bottom);
                })
                """)).isTrue();
        assertThat((Boolean) page.evaluate("""
                new Set([...document.querySelectorAll('.rate-cards .rate-percent')]
                    .map(each => getComputedStyle(each).fontSize)).size === 1
                """))
                .as("no rate is printed smaller than another")
                .isTrue();
    }

    @Test
    void readsEverythingChangesNothingAndPrintsTheYearOnOnePage(Visitors visitors) {
        Page page = visitors.signedIn("lanhdao");
        for (String year : List.of("2023", "2024")) {
            page.navigate("/dashboard?year=" + year);
            isReadInTenSeconds(page);
            assertThat(Standard.sheets(page)).isEqualTo(1);
            page.navigate("/dashboard/details?year=" + year);
            assertThat(page.locator(".units-table tbody tr")).hasCount(23);
            assertThat(page.locator(".verdict-action")).hasCount(0);
            assertThat(Standard.sheets(page)).isEqualTo(1);
        }
        assertThat(page.locator("h1")).containsText("Huyện đạt");
        page.locator(".units-table tbody a").first().click();
        assertThat(page.locator("h1")).containsText("Thị trấn Tuy Phước");
        // The unit with the most to be told: everything a letter can say is still one sheet.
        page.navigate("/dashboard/units/17/letter?year=2024");
        assertThat(page.locator(".letter")).containsText("Kính gửi");
        headAndEndStandInTwoColumns(page);
        assertThat(Standard.sheets(page)).isEqualTo(1);
        page.navigate("/targets?year=2023");
        assertThat(page.locator("main")).containsText("17/NQ-CP");
        page.navigate("/reports/2023");
        assertThat(page.locator(".paper").first()).containsText("46,78%");
        headAndEndStandInTwoColumns(page);

        for (String address : List.of(
                "/dashboard?year=2024",
                "/dashboard/details?year=2024",
                "/dashboard/units/1?year=2024",
                "/figures/2024-09",
                "/targets?year=2023",
                "/reports/2023")) {
            page.navigate(address);
            assertThat(page.locator("main form[method=post] button")).hasCount(0);
            // Forms that only ask, such as for another period, change nothing.
            assertThat(page.locator("main form[method=post] input:not([type=hidden]), main form[method=post] select,"
                            + " main textarea"))
                    .hasCount(0);
        }
    }

    /** The agency beside the State's name, the recipients beside who signs (Decree 30/2020/NĐ-CP, Annex I). */
    private static void headAndEndStandInTwoColumns(Page page) {
        assertThat(page.locator(".paper-motto").boundingBox().x)
                .isGreaterThan(page.locator(".paper-head p").first().boundingBox().x + 100);
        assertThat(page.locator(".paper-foot .paper-strong").first().boundingBox().x)
                .isGreaterThan(page.locator(".paper-foot p").first().boundingBox().x + 100);
        assertThat(page.locator(".paper-foot .paper-strong").first().boundingBox().y)
                .isLessThan(page.locator(".paper-foot p").last().boundingBox().y);
    }

    /** Bytes over the wire, headers included: for ageing PCs on a commune's line. */
    @Test
    void weighsLittleAtTheFirstVisitAndLessLater(Visitors visitors) {
        Page page = visitors.stranger();
        List<Request> requests = new ArrayList<>();
        page.context().newCDPSession(page).send("Network.clearBrowserCache");
        page.onRequestFinished(requests::add);
        page.navigate("/login");
        Visitors.signIn(page, "lanhdao", Visitors.PASSWORD);
        page.navigate("/dashboard?year=2024");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        long first = weight(requests);
        requests.clear();
        page.navigate("/dashboard?year=2023");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        long later = weight(requests);
        System.out.printf("first visit %,d bytes, a later page %,d bytes%n", first, later);
        assertThat(first).isBetween(20_000L, 200_000L);
        assertThat(later).isBetween(2_000L, 40_000L);
    }

    private static long weight(List<Request> requests) {
        return requests.stream()
                .map(Request::sizes)
                .mapToLong(sizes -> (long) sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/details?year=2024",
                "/dashboard/contribution?year=2024",
                "/figures/2024-09",
                "/reports/2024"
            })
    void losesNothingAtTwiceTheSize(String address, Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate(address);
        // A drawing's table holds what small screens leave out of the drawing.
        page.evaluate("""
                document.querySelectorAll('details').forEach(each => { each.open = true; });
                document.querySelectorAll('main svg').forEach(each => each.remove());
                """);
        List<String> words = List.of(page.locator("main").innerText().split("\\s+"));
        // A browser that shows everything twice as large has half the pixels left.
        page.setViewportSize(Screen.DESK.width() / 2, Screen.DESK.height() / 2);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(Screen.DESK.width() / 2);
        if (page.locator("[data-unit-choice] select").isVisible()) {
            // A narrow screen shows one unit at a time, and all of them on request.
            page.locator("[data-unit-choice] select").selectOption("");
        }
        String left = page.locator("main").innerText();
        assertThat(words.stream().filter(word -> !left.contains(word))).isEmpty();
    }

    @Test
    void aThresholdOfItsOwnStaysOnThePhonesScreen(Visitors visitors, @Autowired JdbcClient jdbc) {
        jdbc.sql("insert into target_step (target_id, unit_id, percent) values (4, 13, 62.5)")
                .update();
        Page page = visitors.signedIn("lanhdao");
        Screen.PHONE.show(page);
        page.navigate("/dashboard/units/13?year=2024");
        assertThat(page.locator("main")).containsText("tối thiểu 62,5% (mức riêng của đơn vị; mức chung 60%)");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(Screen.PHONE.width());
        assertThat(page.locator(".line-target text").allTextContents()).contains("62,5%");
        assertThat((Boolean) page.evaluate("""
                        [...document.querySelectorAll('.line-target text')].every(each =>
                            each.getBoundingClientRect().left >= each.closest('.panel').getBoundingClientRect().left)
                        """)).isTrue();
    }

    /** Few words, three screens of a phone, and on a desk the rates, the verdicts, what is missing and whom to call without scrolling. */
    private static void isReadInTenSeconds(Page page) {
        Screen.PHONE.show(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollHeight"))
                .isLessThanOrEqualTo(3 * 800);
        Screen.DESK.show(page);
        page.setViewportSize(Screen.DESK.width(), 800);
        assertThat(page.locator("main").innerText().trim().split("\\s+")).hasSizeLessThanOrEqualTo(350);
        String bottom = """
                Math.ceil(Math.max(...[...document.querySelectorAll('h1, .rate-cards .rate, .calls')]
                    .map(each => each.getBoundingClientRect().bottom + scrollY)))""";
        assertThat((Integer) page.evaluate(bottom)).isLessThanOrEqualTo(800);
        assertThat(page.locator(".rate-cards .rate-percent")).hasCount(3);
        assertThat(page.locator(".rate-cards .rate")
                        .first()
                        .locator("li")
                        .first()
                        .locator(".rate-finding"))
                .containsText("thiếu");
        assertThat(page.locator(".calls li a[href^='tel:']"))
                .hasCount(page.locator(".calls li").count());
        // A month is read in full by the keyboard alone.
        page.locator(".line-month").last().focus();
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator(".line-month:focus-visible .line-words")).isVisible();
    }
}
