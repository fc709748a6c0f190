package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** What the page of a unit's month tells of imported figures and their way. */
@ProgramTest(world = OWN)
class TracedImportTest {

    private static final String MONTH = "2025-03";
    private static final String FIGURES = "/figures/" + MONTH;
    private static final String TRACE = "/trace/returns/2/" + MONTH;

    private static byte[] sheet(int dossiers) {
        return ("Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;Một phần - trực tuyến;"
                        + "Tổng số hồ sơ;Tổng trực tuyến\nThị trấn Diêu Trì;10;10;8;8;" + dossiers + ";18\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void tellsEveryStepWithFileRowReasonAndLock(
            @Autowired MockMvc browser, @Autowired People people, @Autowired Clock clock) throws Exception {
        ImportForm office = new ImportForm(browser, people.as("vanphong"));
        ImportForm staff = new ImportForm(browser, people.as("dieutri"));
        ImportForm leader = new ImportForm(browser, people.as("lanhdao"));
        assertThat(staff.open(TRACE).select(".notice-info").text()).isEqualTo("Chưa ai nhập số liệu của tháng này.");

        String file = staff.taken("<img src=x onerror=alert(1)> tháng 3.csv", sheet(30), MONTH);
        staff.apply(file, staff.open(file));
        staff.send(FIGURES + "/submissions", "unit", "2:1");
        office.send(FIGURES + "/returns", "unit", "2:2", "remark", "Tổng số chưa khớp sổ");
        String second = staff.taken("sửa.csv", sheet(31), MONTH);
        staff.apply(second, staff.open(second));
        String asked = staff.open(FIGURES).select("input[name^=answer.]").attr("name");
        staff.send(FIGURES + "/submissions", "unit", "2:4", asked, "Đã sửa theo sổ");
        office.send(FIGURES + "/approvals", "unit", "2:5", "approve", "2:5");
        office.send(FIGURES + "/lock", "missing", "22");
        office.send(FIGURES + "/reopening", "reason", "chỉnh theo sổ", "until", String.valueOf(LocalDate.now(clock)));

        Document page = staff.open(TRACE);
        List<String> steps = page.select(".history-step").eachText();
        assertThat(steps)
                .containsExactly(
                        "Mở lại tháng", "Chốt tháng", "Duyệt", "Nộp", "Nhập số liệu", "Trả lại", "Nộp", "Nhập số liệu");
        assertThat(page.select("tbody tr").get(0).text()).contains("đến hết ngày", "chỉnh theo sổ");
        assertThat(page.select("tbody tr").get(5).text()).contains("Tổng số chưa khớp sổ", "Số liệu không đổi");
        assertThat(page.select("tbody tr").get(4).select(".changes").text()).isEqualTo("Tổng số hồ sơ: 30 → thành 31");
        Element first = page.select("tbody tr").last();
        assertThat(first.text())
                .contains("Phạm Diêu Trì", "Tổng số hồ sơ: — → thành 30", "nhập từ tệp", "tháng 3.csv", "hàng 2");
        assertThat(first.select("a").attr("href")).isEqualTo(file);
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select(".basis").text()).contains("17/NQ-CP");

        Element asLeaderSeesIt = leader.open(TRACE).select("tbody tr").last();
        assertThat(asLeaderSeesIt.text()).contains("tháng 3.csv", "hàng 2");
        assertThat(asLeaderSeesIt.select("a")).isEmpty();
        assertThat(staff.get("/trace/returns/3/" + MONTH).getStatus()).isEqualTo(404);
        assertThat(staff.get("/trace/returns/2/+999999999-01").getStatus()).isBetween(400, 404);
    }

    /** From any rate of the leaders' page to the file's row: the rate, its unit, its month. */
    @Test
    void isAtMostThreeClicksFromARateOfTheDashboard(@Autowired MockMvc browser, @Autowired People people)
            throws Exception {
        ImportForm leader = new ImportForm(browser, people.as("lanhdao"));
        Document dashboard = leader.open("/dashboard?year=2024");
        List<String> traces = dashboard.select("a.traced").eachAttr("href").stream()
                .map(link -> link.split("\\?")[0])
                .distinct()
                .toList();
        assertThat(traces).anyMatch(link -> link.equals("/trace/2024/overall"));
        for (String district :
                traces.stream().filter(link -> !link.contains("/units/")).toList()) {
            String unit = leader.open(district).select("table th[scope=row] a").attr("href");
            assertThat(unit).as(district).startsWith(district + "/units/");
            String month = leader.open(unit).select("table th[scope=row] a").attr("href");
            assertThat(month).as(unit).startsWith("/trace/returns/");
            assertThat(leader.open(month).select(".history tbody tr")).as(month).isNotEmpty();
        }
    }
}
