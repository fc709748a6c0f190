package vn.hoso.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.hoso.ProgramTest.World.OWN;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;

/** What is left to do before a year is closed; the demonstration's own figures, with one return sent back. */
@ProgramTest(world = OWN)
class ChecklistTest extends IssuingSteps {

    private static Element line(Document page, String name) {
        Element row = page.select(".checklist tbody tr").stream()
                .filter(each -> each.select("th").text().contains(name))
                .findFirst()
                .orElseThrow();
        assertThat(row.select("td svg")).as("icon beside the word").isNotEmpty();
        return row;
    }

    private static void stands(Document page, String name, String state, String fact) {
        assertThat(line(page, name).select("td").get(0).text()).as(name).isEqualTo(state);
        assertThat(line(page, name).select("td").get(1).text()).as(name).contains(fact);
    }

    @Test
    void saysOfEachLineHowItStandsAndWhereItIsSettled() throws Exception {
        Document page = open("/reports/2024/checklist");

        assertThat(page.select(".checklist tbody tr")).hasSize(11);
        stands(page, "Đủ báo cáo tháng", "Còn phải làm", "tính đến hết tháng 09/2024");
        stands(page, "Số công bố", "Cần xem lại", "không có số liệu công bố");
        stands(page, "chênh lệch số liệu", "Xong", "0 chênh lệch chưa khép lại");
        stands(open("/reports/2023/checklist"), "chênh lệch số liệu", "Còn phải làm", "1 chênh lệch chưa khép lại");
        stands(page, "Chỉ tiêu cần người xác nhận", "Còn phải làm", "Đã xác nhận 0/2");
        stands(page, "Chỉ tiêu của năm sau", "Cần xem lại", "áp dụng cho năm 2025, trong đó 0 chỉ tiêu");
        stands(page, "đã phát hành", "Còn phải làm", "Chưa phát hành báo cáo cả năm 2024");
        stands(page, "Bản sao lưu", "Cần xem lại", "Chưa có gói sao lưu nào");
        for (Element link : page.select(".checklist tbody a")) {
            String address = link.attr("href");
            if (address.startsWith("#")) {
                assertThat(page.select(address)).hasSize(1);
            } else {
                assertThat(open(address).select("h1")).isNotEmpty();
            }
        }
        assertThat(open("/reports/2024").select("a[href=/reports/2024/checklist]"))
                .hasSize(1);
    }

    @Test
    void knowsOfTheLastPackageThatWasReadBack() throws Exception {
        jdbc.sql("""
                        insert into backup_run (kind, file, started_at, beat_at, finished_at, bytes, row_count)
                        values ('BACKUP', 'one.zip', now(), now(), now(), 9, 1)
                        """).update();
        stands(open("/reports/2024/checklist"), "Bản sao lưu", "Xong", "đã ghi và đọc lại");
        jdbc.sql("delete from backup_run").update();
    }

    /** A year is not closed by locking the months that hold figures. */
    @Test
    @Transactional
    void countsMonthsWithoutFiguresAsNotLocked() throws Exception {
        jdbc.sql("update reporting_month set state = 'LOCKED', reopened_until = null where month < '2024-10-01'")
                .update();
        stands(open("/reports/2024/checklist"), "Các tháng đã chốt", "Còn phải làm", "3 tháng chưa chốt");
        stands(open("/reports/2023/checklist"), "Các tháng đã chốt", "Xong", "0 tháng chưa chốt");
    }

    @Test
    void countsWhatWasSentBackAndNotAnswered() throws Exception {
        int before = returned(open("/reports/2024/checklist"));
        jdbc.sql("""
                        update monthly_return set status = 'RETURNED' where id = (
                            select id from monthly_return where month = '2024-05-01' and status = 'APPROVED' limit 1)
                        """).update();

        Document page = open("/reports/2024/checklist");
        assertThat(returned(page)).isEqualTo(before + 1);
        assertThat(line(page, "bị trả lại").select("td").get(0).text()).isEqualTo("Còn phải làm");
        jdbc.sql("update monthly_return set status = 'APPROVED' where month = '2024-05-01' and status = 'RETURNED'")
                .update();
    }

    private static int returned(Document page) {
        return Integer.parseInt(
                line(page, "bị trả lại").select("td").get(1).text().replaceAll(" .*", ""));
    }

    @Test
    void comparesWhatWasPublishedWithTheSumOfTheMonths() throws Exception {
        Document page = open("/reports/2023/checklist");

        stands(page, "Đủ báo cáo tháng", "Xong", "Có 276/276 báo cáo tháng");
        // Corrections opened months again in this database.
        assertThat(line(page, "Các tháng đã chốt").select("td").get(1).text()).matches("[0-9]+ tháng chưa chốt");
        assertThat(line(page, "Số công bố").select("td").get(1).text()).containsAnyOf("trùng", "22.574/48.254");
    }

    @ParameterizedTest
    @CsvSource({
        "/reports/2021/checklist, vanphong, 404", "/reports/2024-Q3/checklist, vanphong, 400",
        "/reports/1999/checklist, vanphong, 400", "/reports/2024/checklist, lanhdao, 200",
        "/reports/2024/checklist, dieutri, 403"
    })
    void isOfAYearAndForThoseWhoSeeTheWholeDistrict(String address, String person, int answer) throws Exception {
        assertThat(browser.perform(get(address).with(people.as(person)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(answer);
    }
}
