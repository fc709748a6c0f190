package vn.hoso.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.hoso.ProgramTest;
import vn.hoso.targets.TargetSteps;

/** A year's targets say nothing about the year before: its pages, exports and files stay what they were, byte by byte. */
@ProgramTest(world = OWN)
class TargetsOfANewYearTest extends IssuingSteps {

    private static final String VERSION = "/targets/version";

    private Map<String, String> bytes(List<String> addresses) throws Exception {
        Map<String, String> bytes = new LinkedHashMap<>();
        for (String address : addresses) {
            MockHttpServletResponse answer = browser.perform(get(address).with(people.as("vanphong")))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(address).isEqualTo(200);
            bytes.put(
                    address,
                    new String(answer.getContentAsByteArray(), StandardCharsets.ISO_8859_1)
                            .replaceAll("name=\"_(csrf|once)\" value=\"[^\"]*\"", ""));
        }
        return bytes;
    }

    @Test
    void leaveTheYearBeforeUnchangedToTheByte() throws Exception {
        String issued = issue("2023", "");
        List<String> yearBefore = List.of(
                "/dashboard?year=2023",
                "/dashboard?year=2023&span=QUARTER&month=12",
                "/dashboard/units/5?year=2023",
                "/dashboard/compare?year=2023",
                "/dashboard/map?year=2023",
                "/dashboard/contribution?year=2023",
                "/trace/2023/overall",
                "/exports/results.json?year=2023",
                "/exports/results.csv?year=2023",
                "/reports/2023/report.docx",
                "/reports/2023/report.pdf",
                "/reports/2023/annex.xlsx",
                issued + "/report.docx",
                issued + "/report.pdf",
                issued + "/annex.xlsx");
        List<String> newYear =
                List.of("/dashboard?year=2024", "/dashboard/units/5?year=2024", "/exports/results.csv?year=2024");
        Map<String, String> before = bytes(yearBefore);
        // The page beside it also lists the targets that the year after brings.
        String draft = open("/reports/2023").select(".paper").outerHtml();
        Map<String, String> beforeNow = bytes(newYear);

        TargetSteps steps = new TargetSteps(browser, people);
        assertThat(steps.confirmed(
                                VERSION,
                                TargetSteps.typed(
                                        steps.open(VERSION + "?target=4"),
                                        VERSION,
                                        Map.of("from", "2024-01", "threshold", "80", "own", "#5 = 70")))
                        .getStatus())
                .isEqualTo(302);
        assertThat(steps.confirmed(
                                VERSION,
                                TargetSteps.typed(
                                        steps.open(VERSION),
                                        VERSION,
                                        Map.of(
                                                "code", "TT01",
                                                "label", "Hồ sơ trực tuyến",
                                                "rule", "BANDS",
                                                "threshold", "30: 2; 15: 1",
                                                "from", "2024-01")))
                        .getStatus())
                .isEqualTo(302);

        Map<String, String> after = bytes(yearBefore);
        yearBefore.forEach(address -> assertThat(after.get(address).equals(before.get(address)))
                .as(address)
                .isTrue());
        assertThat(open("/reports/2023").select(".paper").outerHtml()).isEqualTo(draft);
        Map<String, String> now = bytes(newYear);
        newYear.forEach(address -> assertThat(now.get(address)).as(address).isNotEqualTo(beforeNow.get(address)));
        String report = text(file("/reports/2024/report.docx"));
        assertThat(report).contains("mức riêng 70%");
        assertThat(report)
                .as("a scale gives points, it demands no rate")
                .contains(
                        "e) Chỉ tiêu “Hồ sơ trực tuyến” (TT01) chấm điểm theo tỷ lệ, điểm cao nhất từ 30%: Đạt (tạm tính từ 204/207 báo cáo tháng; ",
                        "22.431/37.736, đạt 59,44%, được 2 điểm).")
                .doesNotContainPattern("TT01[^:;]*quy định tỷ lệ đạt");
    }
}
