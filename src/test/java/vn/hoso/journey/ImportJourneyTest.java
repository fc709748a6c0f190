package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A sheet's way into the grid. The months are 05/2022 and 11/2022. */
@JourneyTest
class ImportJourneyTest {

    private static final int UNITS = 23;
    private static final String UNKNOWN = "Một cửa thị trấn huyện lỵ";

    /** The sample of the product's own sheet for another month, without codes: units are known by name alone. */
    private static String sample(String month) throws IOException {
        try (InputStream in = ImportJourneyTest.class.getResourceAsStream("/sheets/so-lieu-thang-10-2024.csv")) {
            String sheet = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .replace("10/2024", month);
            return Arrays.stream(sheet.split("\r\n"))
                    .map(line -> line.substring(line.indexOf(';') + 1))
                    .collect(Collectors.joining("\r\n"));
        }
    }

    private static void bring(Page page, String name, String sheet) {
        page.navigate("/imports");
        send(page, name, sheet);
    }

    private static void send(Page page, String name, String sheet) {
        page.locator("#file").setInputFiles(new FilePayload(name, "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Tải lên và xem trước").click();
        page.waitForURL("**/imports/*");
    }

    @Test
    void comesIntoTheGridWithoutScriptsOnceANameIsMatched(Visitors visitors) throws IOException {
        String sheet = sample("05/2022").replace("Thị trấn Tuy Phước", UNKNOWN);
        Page page = visitors.signedInWithoutScripts("vanphong");
        bring(page, "thang-5.csv", sheet);
        page.getByLabel(UNKNOWN).selectOption("Thị trấn Tuy Phước");
        page.getByText("Lưu lựa chọn").first().click();
        assertThat(page.locator("tbody tr").count()).isEqualTo(UNITS);
        page.getByText("Nhập " + UNITS + " đơn vị").click();
        assertThat(page.locator(".notice-ok").innerText()).contains("Đã nhập số liệu của " + UNITS + " đơn vị");
        assertThat(page.locator("#written-title").count()).isEqualTo(1);

        page.navigate("/figures/2022-05");
        assertThat(page.getByLabel("Thị trấn Tuy Phước: Tổng số hồ sơ").inputValue())
                .isEqualTo("259");
        assertThat(page.locator(".facts-line").innerText()).contains(UNITS + "/" + UNITS);

        bring(page, "thang-5-lan-2.csv", sheet);
        assertThat(page.locator(".notice-info").innerText()).contains("Không có gì thay đổi");
    }

    @Test
    void asksWhatItDoesNotKnowSaysWhatIsWrongAndGivesTheFileBack(Visitors visitors) throws IOException {
        Page page = visitors.signedIn("vanphong");
        page.navigate("/imports");
        looksRight(page, "imports-upload");

        String strange = "Nơi gửi;A;B;C;D;E\nXã Phước An;60;50;30;20;100\nXã lạ;1;1;1;1;9\n";
        bring(page, "bieu-la.csv", strange);
        looksRight(page, "imports-mapping");
        page.locator("#headerRow").fill("99");
        page.locator("#unitColumn").selectOption("A");
        page.getByText("Đọc theo cách này").click();
        assertThat(page.locator(".error-summary").innerText()).contains("Cách đọc chưa đủ");
        assertThat(page.locator("#headerRow").inputValue()).isEqualTo("99");
        page.locator("#headerRow").fill("1");
        page.locator("#layout-month").selectOption("11/2022");
        page.locator("#fullProcessReceived").selectOption("B");
        page.locator("#fullProcessOnline").selectOption("C");
        page.locator("#partialReceived").selectOption("D");
        page.locator("#partialOnline").selectOption("E");
        page.locator("#dossiersReceived").selectOption("F");
        page.getByText("Đọc theo cách này").click();
        page.getByLabel("Xã lạ").selectOption("Không phải đơn vị, bỏ qua dòng này");
        looksRight(page, "imports-names");
        page.getByText("Lưu lựa chọn").first().click();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Nhập 1 đơn vị");

        String broken = sample("11/2022").replace(";78;76;", ";78;79;").replace(";75;74;", ";1.5;74;");
        bring(page, "thang-11-sai.csv", broken);
        assertThat(page.locator(".error-summary").innerText())
                .contains("Trang tính “CSV”, ô D2 – Thị trấn Tuy Phước – Toàn trình – trực tuyến")
                .contains("ô C3 – Thị trấn Diêu Trì – Toàn trình – phát sinh");
        looksRight(page, "imports-problems");

        page.navigate("/figures/2022-11");
        List<String> hand = new ArrayList<>(List.of("to the files"));
        page.locator(".sheet-bar").getByText("Nhập từ tệp").click();
        hand.addAll(List.of("the file", "its preview"));
        send(page, "thang-11.csv", sample("11/2022") + "\r\nTổng cộng;11/2022;1;1;1;1;1;1\r\n");
        assertThat(page.locator(".notice-warning").innerText())
                .contains("Tổng số hồ sơ, trang “CSV”: dòng tổng của tệp (ô G25) ghi 1");
        looksRight(page, "imports-preview");
        printsEveryRow(page);
        hand.add("importing");
        page.getByText("Nhập " + UNITS + " đơn vị").click();
        page.locator(".notice-ok").waitFor();
        looksRight(page, "imports-result");
        printsEveryRow(page);

        Download original =
                page.waitForDownload(() -> page.getByText("Tải tệp gốc").click());
        assertThat(Files.readString(original.path())).contains("Tổng cộng;11/2022");
        original.delete();

        hand.add("to the month");
        page.getByText("Xem và nộp số liệu tháng 11/2022").click();
        hand.add("submitting all");
        page.getByText("Nộp tất cả đơn vị đã đủ số liệu").click();
        PlaywrightAssertions.assertThat(page.locator(".notice-ok"))
                .containsText("Đã nộp số liệu của " + UNITS + " đơn vị");
        assertThat(hand).hasSizeLessThanOrEqualTo(6);
    }

    /** The comparison that is approved on paper first, and what came of it: no row of it is lost between two sheets. */
    private static void printsEveryRow(Page page) {
        assertThat(page.locator("main table").count()).isPositive();
        assertThat(Paper.complaints(page, List.of(Paper.values()))).isEmpty();
    }

    private static void looksRight(Page page, String picture) {
        assertThat(Standard.complaints(page)).isEmpty();
        Visitors.picture(page, picture);
    }
}
