package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The screen on a wall, which nobody scrolls: all that stands on it is seen, its warnings and its foot as well. */
@JourneyTest
class WallJourneyTest {

    private static final List<Screen> WALLS =
            List.of(new Screen(1920, 1080), new Screen(1920, 950), new Screen(1366, 768), new Screen(3840, 2160));

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isSeenWholeWithoutScrolling(Visitors visitors) {
        Page page = visitors.signedIn("quantri");
        page.navigate("/wall");
        page.getByLabel("Tên màn hình").fill("Sảnh");
        page.locator("main form [type=submit]").first().click();
        String link = page.locator(".one-time-link").first().innerText();
        // The figures are old, and a month is overdue: both are said.
        jdbc.sql("update monthly_return set changed_at = changed_at - interval '1 year'")
                .update();

        List<String> hidden = new ArrayList<>();
        for (Screen wall : WALLS) {
            wall.show(page);
            page.navigate(link.replaceFirst("https?://[^/]+", ""));
            assertThat(page.locator(".wall-tile").count()).isEqualTo(6);
            assertThat(page.locator(".wall-warnings li").count()).isEqualTo(2);
            int beyond = (int) page.evaluate("document.documentElement.scrollHeight - innerHeight");
            int wide = (int)
                    page.evaluate(
                            "Math.max(...[...document.querySelectorAll('.wall-tile')].map(each => each.scrollWidth - each.clientWidth))");
            if (beyond > 0 || wide > 0) {
                hidden.add(wall.width() + " × " + wall.height() + ": " + beyond + " px below, " + wide + " px beside");
            }
        }
        assertThat(hidden).isEmpty();
    }
}
