package vn.hoso.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Takes the README's pictures from the real program, on the demonstration's own day: {@code mvn -Ppictures test}. */
@Tag("pictures")
@JourneyTest
@TestPropertySource(properties = ReadmePictures.DAY)
class ReadmePictures {

    /** The day that people meet the demonstration on. */
    static final String DAY = "hoso.demonstration-day=2024-10-07";

    private static final Path FOLDER = Path.of("src/docs/images");

    private static final Screen TWO_PHONES = new Screen(Screen.PHONE.width(), 2 * Screen.PHONE.height());

    private static final int LARGEST = 120_000;

    @Test
    void takesThem(Visitors visitors) throws IOException {
        Page page = visitors.signedIn("lanhdao");
        take(page, "/dashboard?year=2024", Screen.DESK, "dashboard");
        take(page, "/dashboard?year=2024", TWO_PHONES, "dashboard-phone");
        take(page, "/reports/2023", Screen.DESK, "report");
        take(page, "/dashboard/compare?year=2024", Screen.DESK, "compare");
        take(page, "/dashboard/map?year=2024", Screen.DESK, "map");
        Page office = visitors.signedIn("vanphong");
        take(office, "/", Screen.DESK, "work");
        take(office, "/figures/2024-09", Screen.DESK, "month");
        take(office, "/figures/2024-09", TWO_PHONES, "month-phone");
        take(office, "/letters/late?year=2024", Screen.DESK, "letter");
        take(office, "/help", Screen.DESK, "help");
    }

    private static void take(Page page, String address, Screen screen, String name) throws IOException {
        screen.show(page);
        page.navigate(address);
        GuidePictures.store(page.screenshot(), FOLDER.resolve(name + ".png"), LARGEST);
    }
}
