package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

@JourneyTest
class LeaderJourneyTest {

    @Test
    void readsEverythingChangesNothingAndPrintsTheYearOnOnePage(Visitors visitors) {
        Page page = visitors.signedIn("lanhdao");
        for (String year : List.of("2023", "2024")) {
            page.navigate("/dashboard?year=" + year);
            assertThat(page.locator(".units-table tbody tr")).hasCount(23);
            assertThat(page.locator(".verdict-action")).hasCount(0);
            saysWhomToCallWithinOneScreenOnADeskAndTwoOnAPhone(page);
            assertThat(Standard.sheets(page)).isEqualTo(1);
        }
        assertThat(page.locator("h1")).containsText("Huyện đạt");
        page.locator(".units-table tbody a").first().click();
        assertThat(page.locator("h1")).containsText("Thị trấn Tuy Phước");
        // The unit with the most to be told: everything a letter can say is still one sheet.
        page.navigate("/dashboard/units/17/letter?year=2024");
        assertThat(page.locator(".letter")).containsText("Kính gửi");
        assertThat(Standard.sheets(page)).isEqualTo(1);
        page.navigate("/targets?year=2023");
        assertThat(page.locator("main")).containsText("17/NQ-CP");
        page.navigate("/reports/2023");
        assertThat(page.locator(".paper").first()).containsText("46,78%");

        for (String address : List.of(
                "/dashboard?year=2024",
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

    private static void saysWhomToCallWithinOneScreenOnADeskAndTwoOnAPhone(Page page) {
        String bottom = """
                Math.ceil(Math.max(...[...document.querySelectorAll('.leader-top .verdict, .calls ol')]
                    .map(each => each.getBoundingClientRect().bottom + scrollY)))""";
        Screen.PHONE.show(page);
        assertThat((Integer) page.evaluate(bottom)).isLessThanOrEqualTo(2 * Screen.PHONE.height());
        Screen.DESK.show(page);
        assertThat((Integer) page.evaluate(bottom)).isLessThanOrEqualTo(Screen.DESK.height());
    }
}
