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
            assertThat(page.locator("tbody tr")).hasCount(23);
            assertThat(page.locator(".verdict-action")).hasCount(0);
            assertThat(Standard.sheets(page)).isEqualTo(1);
        }
        assertThat(page.locator("h1")).containsText("Huyện đạt");
        page.locator("tbody a").first().click();
        assertThat(page.locator("h1")).containsText("Thị trấn Tuy Phước");
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
            assertThat(page.locator("main form[method=post] input:not([type=hidden]), main textarea, main select"))
                    .hasCount(0);
        }
    }
}
