package vn.hoso.journey;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes the README's pictures from the real program: {@code mvn -Ppictures test}. */
@Tag("pictures")
@JourneyTest
class ReadmePictures {

    private static final Path FOLDER = Path.of("src/docs/images");

    private static final Screen TWO_PHONES = new Screen(Screen.PHONE.width(), 2 * Screen.PHONE.height());

    @Test
    void takesThem(Visitors visitors) {
        Page page = visitors.signedIn("lanhdao");
        take(page, "/dashboard?year=2024", Screen.DESK, "dashboard");
        take(page, "/dashboard?year=2024", TWO_PHONES, "dashboard-phone");
        take(page, "/reports/2023", Screen.DESK, "report");
        Page office = visitors.signedIn("vanphong");
        take(office, "/figures/2024-09", Screen.DESK, "month");
    }

    private static void take(Page page, String address, Screen screen, String name) {
        screen.show(page);
        page.navigate(address);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
