package vn.hoso.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import vn.hoso.ProgramTest;
import vn.hoso.shared.Formats;

/** What was issued never changes, and what was corrected since stands beside it. Has a database of its own. */
@ProgramTest(world = OWN)
class IssuedReportsTest extends IssuingSteps {

    private static final String WHY = "Phục vụ họp giao ban tháng 10";

    @Test
    void whatWasIssuedStaysByteByByteAndItsCorrectionsAreListed() throws Exception {
        List<String> withoutReason = typed(open("/reports/2024"), "/issues", "reason", "  ");
        Document refused = page(
                send("/reports/2024/issues", "vanphong", withoutReason).andExpect(status().isUnprocessableContent()));
        assertThat(refused.select(".error-summary").text()).contains("phải ghi lý do");
        assertThat(issues(2024)).isZero();

        List<String> press = typed(open("/reports/2024"), "/issues", "reason", WHY);
        String first = send("/reports/2024/issues", "vanphong", press)
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(String.valueOf(send("/reports/2024/issues", "vanphong", press)
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl())
                        .replaceFirst("[?]_once=[0-9a-f-]{36}$", ""))
                .isEqualTo(first);
        assertThat(issues(2024)).isEqualTo(1);
        String document = first + "/report.docx";
        String pdf = first + "/report.pdf";
        String annex = first + "/annex.xlsx";
        String documentHash = sha256(document);
        String pdfHash = sha256(pdf);
        String annexHash = sha256(annex);
        assertThat(open(first).select(".hash").eachText())
                .containsExactly("SHA-256 " + documentHash, "SHA-256 " + pdfHash, "SHA-256 " + annexHash);
        assertThat(text(file(document)))
                .contains("Số liệu ước tính", "Lý do phát hành khi số liệu chưa chính thức: " + WHY)
                .doesNotContain("DỰ THẢO");
        assertThat(open(first).text()).contains("đúng từng byte", "không có số liệu nào được chỉnh lý");

        // Totals of all twelve months say nothing of nine.
        jdbc.sql("""
                        insert into published_year (year, full_process_received, full_process_online, partial_received,
                            partial_online, dossiers_received, online_reported, source, first_day, last_day)
                        values (2024, 2000, 1000, 2000, 1000, 9000, 2000, 'Báo cáo', '2024-01-01', '2024-12-31')
                        """).update();
        assertThat(open(first).text()).contains("không có số liệu nào được chỉnh lý");
        assertThat(open(first).select(".scope-change .changes")).isEmpty();
        assertThat(open("/reports/2024").select(".paper").text()).doesNotContain("Số liệu chỉnh lý so với");
        jdbc.sql("delete from published_year where year = 2024").update();

        wordsChanged("- Lời văn viết lại sau khi phát hành.");

        // The district is 211 dossiers short of 60%: with 211 more the verdict turns.
        int online = jdbc.sql("select online_reported from monthly_return where unit_id = 5 and month = '2024-08-01'")
                .query(Integer.class)
                .single();
        Document before = page(browser.perform(get("/reports/2024").with(people.as("vanphong"))));
        Document effects = correct(
                "2024-08",
                5,
                "onlineReported",
                String.valueOf(online + 211),
                "dossiersReceived",
                "9999",
                "note",
                "Bổ sung theo sổ",
                "reason",
                "Bổ sung hồ sơ bưu chính");

        assertThat(effects.text())
                .contains(
                        "Kết quả 9 tháng đầu năm 2024, trước và sau chỉnh lý",
                        "Báo cáo 9 tháng đầu năm 2024 phát hành lúc");
        assertThat(effects.select(".past .changes").text()).contains("Tổng thể");
        assertThat(sha256(document)).isEqualTo(documentHash);
        assertThat(sha256(pdf)).isEqualTo(pdfHash);
        assertThat(sha256(annex)).isEqualTo(annexHash);
        Document after = open(first);
        String told = restated(first);
        assertThat(after.text()).contains("đúng từng byte", "1 báo cáo tháng thay đổi", "Bổ sung hồ sơ bưu chính");
        assertThat(after.select(".scope-change .changes").text()).contains("→ thành");
        Document draft = open("/reports/2024");
        assertThat(draft.select(".past").text()).contains("9.999", "Bổ sung hồ sơ bưu chính");
        assertThat(draft.select(".paper").text())
                .contains(
                        "Số liệu chỉnh lý so với Báo cáo 9 tháng đầu năm 2024 phát hành lúc",
                        "thành 9.999",
                        "Thay thế",
                        "Lời văn viết lại sau khi phát hành");
        assertThat(before.select(".paper").text()).doesNotContain("Số liệu chỉnh lý so với");

        String second = issue("2024", WHY);
        assertThat(text(file(second + "/report.docx"))).contains("(Thay thế Báo cáo", "Số liệu chỉnh lý so với");
        assertThat(sha256(document)).isEqualTo(documentHash);
        assertThat(open(second).text()).contains("không có số liệu nào được chỉnh lý");
        assertThat(told).contains("Báo cáo kế tiếp sẽ nêu các thay đổi này.");
        assertThat(restated(first))
                .matches(
                        ".*1 báo cáo tháng thay đổi[.] Báo cáo 9 tháng đầu năm 2024 phát hành lúc .* đã nêu các thay đổi này[.].*")
                .doesNotContain("kế tiếp");
        assertThat(open(first).select(".restated .notice a").attr("href")).isEqualTo(plain(second));
        numbersPutRight(first, second);
        assertThat(jdbc.sql("select action from audit_event where subject = '2024' and action = 'report.issued'")
                        .query(String.class)
                        .list())
                .hasSize(3);
    }

    private String restated(String issued) throws Exception {
        return open(issued).select(".restated .notice").text();
    }

    private static String plain(String address) {
        return address.replaceFirst("[?].*", "");
    }

    /** The second names the first by the moment it was issued, a third the second by a number that was a slip. */
    private void numbersPutRight(String first, String second) throws Exception {
        for (String each : List.of(first, second)) {
            String number = each.equals(first) ? "7/BC-UBND" : "21/BC-UBND";
            send(plain(each) + "/registrations", "vanthu", List.of("number", number, "signedOn", today()))
                    .andExpect(status().isFound());
        }
        String third = issue("2024", WHY);
        assertThat(text(file(third + "/report.docx"))).contains("21/BC-UBND");
        assertThat(open(second).text()).doesNotContain("Văn thư đã ghi lại");
        assertThat(open(third).text()).doesNotContain("Văn thư đã ghi lại");
        String hash = sha256(third + "/report.docx");
        send(plain(second) + "/registrations", "vanthu", List.of("number", "23/BC-UBND", "signedOn", today()))
                .andExpect(status().isFound());
        assertThat(open(third).select(".page-head .notice").text())
                .contains("gọi báo cáo trước là “Báo cáo số 21/BC-UBND ngày ", "nay là “Báo cáo số 23/BC-UBND ngày ");
        assertThat(open(first).text()).doesNotContain("Văn thư đã ghi lại");
        assertThat(sha256(third + "/report.docx")).isEqualTo(hash);
    }

    /** Words written after the issue belong to the next report. */
    private void wordsChanged(String words) throws Exception {
        send("/reports/2024/wording/SHORTCOMINGS", "vanphong", List.of("words", words, "seen", "0"))
                .andExpect(status().isFound());
    }

    /** Reconciliation is closed to the administrator: what it explains stands on the page without leading there. */
    @Test
    void figuresLeadNobodyToAPageThatIsClosedToThem() throws Exception {
        String links = ".paper a[href^=/reconciliation], td a[href^=/reconciliation]";
        Document offices = open("/reports/2023");
        assertThat(offices.select(links)).isNotEmpty();

        Document administrators = page(browser.perform(get("/reports/2023").with(people.as("quantri"))));

        assertThat(administrators.select(links)).isEmpty();
        assertThat(administrators.select(".paper").text())
                .isEqualTo(offices.select(".paper").text());
    }

    @Test
    void finalFiguresNeedNoReasonAndAVerdictThatTurnsIsShown() throws Exception {
        Document draft = open("/reports/2023");
        assertThat(draft.select("#reason")).isEmpty();
        String issued = issue("2023", "");
        assertThat(text(file(issued + "/report.docx"))).doesNotContain("sơ bộ:", "ước tính:", "Lý do phát hành");

        // Thị trấn Diêu Trì: 1.463 of 2.568 in 2023; 78 more make 1.541, the first number that reaches 60%.
        Document effects = correct(
                "2023-12", 2, "onlineReported", "192", "note", "Chưa phân loại", "reason", "Đối chiếu sổ một cửa");

        assertThat(effects.select(".flip").text()).contains("QĐ2679", "từ “Chưa đạt” thành “Đạt”");
        assertThat(effects.text()).contains("1.463/2.568", "1.541/2.568 (60,01%)");
        assertThat(open(issued).select(".flip").text()).contains("từ “Chưa đạt” thành “Đạt”");
        assertThat(open("/reports/2023").select(".past .flip").text()).contains("QĐ2679");

        registers(issued);
    }

    @Test
    void saysThatPublishedTotalsChangedWhereNoReturnDid() throws Exception {
        String issued = issue("2023", WHY);
        jdbc.sql("update published_year set online_reported = online_reported + 10 where year = 2023")
                .update();

        String told = open(issued).select(".restated").text();

        assertThat(told)
                .contains("không báo cáo tháng nào thay đổi", "vì số liệu công bố của năm", "thành 22.584/48.254")
                .doesNotContain("0 báo cáo tháng");
        jdbc.sql("update published_year set online_reported = online_reported - 10 where year = 2023")
                .update();
        assertThat(open(issued).select(".restated").text()).contains("không có số liệu nào được chỉnh lý");
    }

    private void registers(String issued) throws Exception {
        String hash = sha256(issued + "/report.docx");
        String today = LocalDate.now(Formats.ZONE).toString();
        for (List<String> wrong : List.of(
                List.of("number", "", "signedOn", today),
                List.of("number", "12/BC-UBND", "signedOn", "2023-12-31"),
                List.of("number", "12/BC-UBND", "signedOn", "2999-01-01"),
                List.of("number", "x".repeat(61), "signedOn", today))) {
            send(issued + "/registrations", "vanphong", wrong).andExpect(status().isUnprocessableContent());
        }
        send(issued + "/registrations", "vanphong", List.of("number", "12/BC-UBND", "signedOn", today))
                .andExpect(status().isFound());
        assertThat(open(issued).select("h1").text())
                .isEqualTo("Báo cáo số 12/BC-UBND ngày " + Formats.date(LocalDate.now(Formats.ZONE)));
        assertThat(sha256(issued + "/report.docx")).isEqualTo(hash);
        assertThat(open("/reports/2023").select(".paper").text()).contains("so với Báo cáo số 12/BC-UBND");
    }

    /** Whatever others do is a line in the trail, and every line moves the chain on that the issue's own line continues. */
    @Test
    void isIssuedWhileOthersWork() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger taken = new AtomicInteger();
        ExecutorService others = Executors.newSingleThreadExecutor();
        Future<?> work = others.submit(() -> {
            while (!over.get()) {
                browser.perform(get("/exports/results.csv?year=2024").with(people.as("lanhdao")))
                        .andExpect(status().isOk());
                taken.incrementAndGet();
            }
            return null;
        });
        int before = issues(2023);
        for (int issue = 1; issue <= 5; issue++) {
            issue("2023", WHY);
            assertThat(issues(2023)).isEqualTo(before + issue);
        }
        over.set(true);
        work.get();
        others.shutdown();
        assertThat(taken.get()).isGreaterThan(5);
    }

    @Test
    void aDraftThatChangedMeanwhileIsNotIssued() throws Exception {
        int before = issues(2023);
        List<String> press = typed(open("/reports/2023"), "/issues");
        press.set(press.indexOf("seen") + 1, "0".repeat(64));

        Document page = page(send("/reports/2023/issues", "vanphong", press).andExpect(status().isConflict()));

        assertThat(page.select(".error-summary").text()).contains("đã thay đổi từ lúc bạn mở trang");
        assertThat(issues(2023)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"lanhdao, 403", "quantri, 403", "dieutri, 403"})
    void isIssuedByTheOfficeOnly(String person, int answer) throws Exception {
        assertThat(send("/reports/2023/issues", person, List.of("previous", "0", "seen", ""))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/2023/issues/999999",
                "/reports/2023/issues/999999/report.docx",
                "/reports/2023/issues/999999/report.pdf",
                "/reports/2023/issues/999999/annex.xlsx",
                "/reports/2023/corrections/999999"
            })
    void hasNothingThatIsNotThere(String address) throws Exception {
        browser.perform(get(address).with(people.as("vanphong"))).andExpect(status().isNotFound());
        browser.perform(get(address).with(people.as("dieutri"))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"issued_report", "issued_report_file", "issued_report_return", "issued_report_registration"})
    void theDatabaseLetsNobodyChangeWhatWasIssued(String table) {
        jdbc.sql("""
                        insert into issued_report (year, last_month, previous_id, inputs, inputs_sha256, issued_by, issued_by_name, issued_at)
                        values (2021, '2021-01-01', null, '{}', repeat('0', 64), 1, 'thử', now()) on conflict do nothing
                        """).update();
        jdbc.sql("""
                        insert into issued_report_file select id, 'ANNEX', 'a', 'a', 'a', 'a', encode(sha256('a'), 'hex')
                        from issued_report where year = 2021 on conflict do nothing
                        """).update();
        jdbc.sql("""
                        insert into issued_report_return select r.id, v.return_id, v.version
                        from issued_report r, (select * from return_revision limit 1) v where year = 2021 on conflict do nothing
                        """).update();
        jdbc.sql("""
                        insert into issued_report_registration
                            (report_id, number, signed_on, registered_by, registered_by_name, registered_at)
                        select id, '1', '2021-02-01', 1, 'thử', now() from issued_report where year = 2021
                        """).update();

        for (String change : List.of(
                "delete from " + table,
                "update " + table + " set "
                        + (table.equals("issued_report") ? "year = 2022" : "report_id = report_id"))) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    // The program's own role may not even try; for the tables' owner the trigger refuses.
                    .hasMessageContaining("permission denied");
        }
    }
}
