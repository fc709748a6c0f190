package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoso.shared.Formats;

/** A report is issued, then a locked month turns out to be wrong: two people correct it, and the report stays as it was. */
@JourneyTest
class CorrectionJourneyTest {

    private static final String MONTH = "/figures/2025-05";
    private static final String UNIT = "Phòng Y tế";

    @Test
    void correctsALockedMonthAfterItsReportWasIssued(Visitors visitors) {
        Page office = visitors.signedIn("vanphong");
        Page head = visitors.signedIn("chanhvanphong");
        approvedAndLocked(office, head);
        String issued = issues(office);
        byte[] before = office.request().get(issued + "/report.docx").body();

        String corrections = proposes(office);
        seesTheEffectsAndApproves(head, corrections);

        head.navigate("/reports/2025");
        Locator restated = head.locator(".past").first();
        assertThat(restated).containsText("Đối chiếu sổ một cửa");
        assertThat(restated.locator("tbody")).containsText("Tổng trực tuyến (theo báo cáo): 119");
        assertThat(restated).containsText("Chỉ tiêu QĐ2679");
        assertThat(restated).containsText("từ “Chưa đạt” thành “Đạt”");
        List<String> complaints = new ArrayList<>(Standard.complaints(head));
        Visitors.picture(head, "report-restated");
        head.navigate(issued);
        assertThat(head.locator("main")).containsText("đúng từng byte");
        complaints.addAll(Standard.complaints(head));
        Visitors.picture(head, "issued-report");
        assertThat(head.request().get(issued + "/report.docx").body()).isEqualTo(before);

        head.navigate(corrections.replaceFirst(".*/figures/([^/]+)/([^/]+)/corrections", "/trace/returns/$2/$1"));
        assertThat(head.locator("tbody")).containsText("Trần Văn Phòng đề nghị, Võ Chánh Văn Phòng duyệt");
        complaints.addAll(Standard.complaints(head));
        Visitors.picture(head, "history");
        assertThat(complaints).isEmpty();
    }

    private static void approvedAndLocked(Page office, Page head) {
        office.navigate(MONTH);
        for (String[] cell : new String[][] {
            {"Toàn trình – phát sinh", "60"}, {"Toàn trình – trực tuyến", "50"}, {"Một phần – phát sinh", "80"},
            {"Một phần – trực tuyến", "60"}, {"Tổng số hồ sơ", "200"}, {"Tổng trực tuyến (theo báo cáo)", "119"},
            {"Ghi chú", "9 hồ sơ chưa phân loại"}
        }) {
            office.getByLabel(UNIT + ": " + cell[0]).fill(cell[1]);
        }
        office.locator("form[data-draft] [type=submit]").last().click();
        office.getByText("Nộp số liệu của " + UNIT).click();
        head.navigate(MONTH + "/review");
        head.getByLabel("Duyệt " + UNIT).check();
        head.getByText("Duyệt các đơn vị đã chọn").click();
        head.getByLabel("Vẫn chốt khi còn 22 đơn vị chưa nộp").check();
        head.getByText("Chốt tháng 05/2025").click();
        assertThat(head.locator(".notice-ok")).containsText("Đã chốt tháng 05/2025 (");
    }

    private static String issues(Page office) {
        office.navigate("/reports/2025");
        office.getByLabel("Lý do phát hành khi số liệu chưa chính thức").fill("Phục vụ họp giao ban");
        office.getByText("Phát hành với số liệu chưa chính thức").click();
        office.waitForURL("**/reports/2025/issues/*");
        assertThat(office.locator("main")).containsText("SHA-256");
        return office.url().replaceAll("https?://[^/]+", "");
    }

    private static String proposes(Page office) {
        office.navigate(MONTH);
        office.getByLabel("Chỉnh lý: " + UNIT).click();
        assertThat(office.locator("main")).containsText("phải mở lại tháng");
        office.getByText("Đến phần mở lại tháng").click();
        office.getByLabel("Lý do mở lại").fill("Chỉnh lý số liệu");
        office.getByLabel("Mở đến hết ngày").fill(LocalDate.now(Formats.ZONE).toString());
        office.getByText("Mở lại tháng 05/2025").click();
        office.navigate(MONTH);
        office.getByLabel("Chỉnh lý: " + UNIT).click();
        office.getByLabel("Tổng trực tuyến (theo báo cáo)").fill("120");
        Visitors.picture(office, "correction-form");
        office.getByLabel("Lý do chỉnh lý").fill("Đối chiếu sổ một cửa");
        office.getByText("Gửi đề nghị chỉnh lý").click();
        assertThat(office.locator(".notice-ok")).containsText("Đã gửi đề nghị chỉnh lý");
        Visitors.picture(office, "correction-pending");
        return office.url().replaceAll("https?://[^/]+", "");
    }

    private static void seesTheEffectsAndApproves(Page head, String corrections) {
        head.navigate(MONTH);
        head.getByLabel("Chờ duyệt chỉnh lý: " + UNIT).click();
        head.waitForURL("**" + corrections);
        assertThat(Standard.complaints(head)).isEmpty();
        head.getByText("Xem ảnh hưởng tới kết quả và duyệt").click();
        assertThat(head.locator("main")).containsText("120/200 (60,00%)");
        assertThat(head.locator(".flip").last()).containsText("từ “Chưa đạt” thành “Đạt”");
        assertThat(Standard.complaints(head)).isEmpty();
        Visitors.picture(head, "correction-effects");
        head.getByText("Duyệt chỉnh lý").click();
        assertThat(head.locator(".notice-ok")).containsText("Đã duyệt chỉnh lý");
    }
}
