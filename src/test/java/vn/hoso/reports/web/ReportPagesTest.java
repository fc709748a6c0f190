package vn.hoso.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.database.DatabaseOutage;
import vn.hoso.followups.FollowUpQueries;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.once.Presses;
import vn.hoso.organisation.Organisations;
import vn.hoso.readiness.ReadinessQueries;
import vn.hoso.reconciliation.DifferenceQueries;
import vn.hoso.reports.IssuedReports;
import vn.hoso.reports.ReportDownloads;
import vn.hoso.reports.ReportDrafts;
import vn.hoso.reports.ReportIssuing;
import vn.hoso.reports.ReportSuggestionQueries;
import vn.hoso.reports.ReportWordings;
import vn.hoso.reports.RestatementService;
import vn.hoso.reports.SampleYears;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsMemory;
import vn.hoso.results.ResultsRequest;
import vn.hoso.security.Acknowledgements;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Installation;
import vn.hoso.shared.Installations;
import vn.hoso.units.Successions;

@WebMvcTest(
        controllers = {ReportController.class, ReportDownloadController.class},
        includeFilters = @Filter(type = FilterType.REGEX, pattern = "vn\\.hoso\\.shared\\.PageMessages"))
@Import({
    Acknowledgements.class,
    EntryWindows.class,
    ReportDrafts.class,
    ReportSuggestionQueries.class,
    ReportDownloads.class,
    ReportPagesTest.Surroundings.class
})
class ReportPagesTest {

    private static final CurrentUser REVIEWER = person(Role.REVIEWER);

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private Results results;

    /** Remembers nothing. */
    @MockitoBean
    private ResultsMemory memory;

    @MockitoBean
    private DatabaseOutage outage;

    @MockitoBean
    private Presses presses;

    @MockitoBean
    private Installations installations;

    /** Asked how far an administrator's set-up has come; the page stands without the answer. */
    @MockitoBean
    private JdbcClient jdbc;

    @MockitoBean
    private Organisations organisations;

    @MockitoBean
    private Successions successions;

    @MockitoBean
    private ReportWordings wordings;

    @MockitoBean
    private AuditTrail trail;

    @MockitoBean
    private IssuedReports issued;

    /** Nobody has said what the one-stop shops have. */
    @MockitoBean
    private ReadinessQueries readiness;

    @MockitoBean
    private RestatementService restatements;

    @MockitoBean
    private UnitNoteQueries notes;

    @MockitoBean
    private FollowUpQueries followUps;

    @MockitoBean
    private DifferenceQueries differences;

    @MockitoBean
    private ReportIssuing issuing;

    @BeforeEach
    void twoYearsOfTuyPhuoc() {
        when(jdbc.sql(any())).thenThrow(new DataAccessResourceFailureException("no database here"));
        when(installations.current()).thenReturn(new Installation(false, null, 0));
        when(organisations.find(any())).thenReturn(Optional.of(SampleYears.TUY_PHUOC));
        TreeMap<Integer, @Nullable YearMonth> lastMonths = new TreeMap<>();
        lastMonths.put(2023, null);
        lastMonths.put(2024, YearMonth.of(2024, 9));
        when(results.years()).thenReturn(lastMonths);
        when(memory.get(any(), any(), any(), any()))
                .then(call -> call.<Supplier<?>>getArgument(3).get());
        when(results.months()).thenReturn(new TreeMap<>(Map.of(2023, List.of(), 2024, List.of(YearMonth.of(2024, 9)))));
        when(results.of(any(), any())).thenReturn(Optional.empty());
        when(results.of(eq(ResultsRequest.year(2023)), any())).thenReturn(Optional.of(SampleYears.published2023()));
        when(results.of(eq(ResultsRequest.year(2024)), any())).thenReturn(Optional.of(SampleYears.provisional2024()));
    }

    @Test
    void leadsToTheLatestYear() throws Exception {
        assertThat(answer("/reports").getRedirectedUrl()).isEqualTo("/reports/2024");
    }

    @Test
    void showsTheDraftAsItWillPrint() throws Exception {
        Document page = page("/reports/2023");

        assertThat(page.select("h1").text()).isEqualTo("Báo cáo năm 2023");
        assertThat(page.select(".paper").first().text())
                .contains(
                        "toàn huyện đã phát sinh 10.682/11.212 hồ sơ trực tuyến toàn trình, đạt 95,27%",
                        "54,06%", "2.867", "PHÓ CHỦ TỊCH");
        assertThat(page.select(".paper h3").eachText())
                .containsExactly(
                        "I. KẾT QUẢ",
                        "II. KẾT QUẢ CỦA TỪNG ĐƠN VỊ",
                        "III. TỒN TẠI, HẠN CHẾ",
                        "IV. NHIỆM VỤ, GIẢI PHÁP");
        assertThat(page.select(".toolbar a").eachAttr("href"))
                .containsExactly("/reports/2023/report.docx", "/reports/2023/report.pdf", "/reports/2023/annex.xlsx");
        assertThat(page.select(".page-head a[href^=/exports]").eachAttr("href"))
                .containsExactly("/exports/results.csv?year=2023", "/exports/results.json?year=2023");
        assertThat(page.select(".switcher a").eachAttr("href")).containsExactly("/reports/2024");
        verifyNoInteractions(trail);
    }

    @Test
    void showsTheAnnexWithItsHeadingsInGroups() throws Exception {
        Document page = page("/reports/2024");

        assertThat(page.select(".paper-table thead tr").first().select("th").eachText())
                .containsExactly(
                        "TT",
                        "Tên đơn vị",
                        "Hồ sơ toàn trình",
                        "Hồ sơ một phần",
                        "Tổng số hồ sơ",
                        "So với chỉ tiêu",
                        "Ghi chú");
        assertThat(page.select(".paper-table tbody tr")).hasSize(24);
        assertThat(page.select(".paper-table td[colspan]").text()).isEqualTo("chưa báo cáo");
        assertThat(page.select(".paper .num").eachText()).contains("49,996%");
        assertThat(page.text()).contains("DỮ LIỆU MINH HỌA", "Số liệu ước tính");
    }

    @Test
    void needsNoInlineStyleOrScript() throws Exception {
        Document page = page("/reports/2024");

        assertThat(page.select("[style], style, script:not([src]), [onclick]")).isEmpty();
        assertThat(page.outerHtml()).doesNotContain("??");
    }

    @Test
    void handsOverTheDocumentAndLeavesALineInTheTrail() throws Exception {
        MockHttpServletResponse response = answer("/reports/2023/report.docx");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"bao-cao-2023.docx\";"
                        + " filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20n%C4%83m%202023.docx");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(document.getTables()).hasSize(3);
        }
        verify(trail).record(eq(REVIEWER), eq("report.downloaded"), eq("2023"), contains("bao-cao-2023.docx"));
    }

    @Test
    void handsOverThePdfAndLeavesALineInTheTrail() throws Exception {
        MockHttpServletResponse response = answer("/reports/2023/report.pdf");

        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment; filename=\"bao-cao-2023.pdf\";");
        assertThat(response.getContentAsByteArray()).startsWith('%', 'P', 'D', 'F', '-');
        verify(trail).record(eq(REVIEWER), eq("report.downloaded"), eq("2023"), contains("bao-cao-2023.pdf"));
    }

    @Test
    void namesMadeUpFiguresInTheFilesName() throws Exception {
        MockHttpServletResponse response = answer("/reports/2024/annex.xlsx");

        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"phu-luc-2024-minh-hoa.xlsx\"; filename*=UTF-8''");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
        }
        verify(trail).record(eq(REVIEWER), eq("report.downloaded"), eq("2024"), contains("phu-luc-2024-minh-hoa"));
    }

    @ParameterizedTest
    @CsvSource({
        "/reports/2020, từ năm 2021 đến năm 2024",
        "/reports/2025, từ năm 2021 đến năm 2024",
        "/reports/xx, Không hiểu giá trị “xx”",
        "/reports/٢٠٢٣, Không hiểu giá trị",
        "/reports/-2023/annex.xlsx, Không hiểu giá trị “-2023”"
    })
    void refusesYearsTheInstallationDoesNotKeep(String address, String reason) throws Exception {
        MockHttpServletResponse response = answer(address);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains(reason);
        verifyNoInteractions(trail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/2022",
                "/reports/2022/report.docx",
                "/reports/2022/report.pdf",
                "/reports/2022/annex.xlsx"
            })
    void hasNoReportForAYearWithoutFigures(String address) throws Exception {
        MockHttpServletResponse response = answer(address);

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("Năm 2022 chưa có số liệu");
        verifyNoInteractions(trail);
    }

    @Test
    void hasNoReportBeforeTheFirstFigures() throws Exception {
        when(results.years()).thenReturn(new TreeMap<>());

        assertThat(answer("/reports").getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isForThoseWhoSeeTheWholeDistrict(Role role) throws Exception {
        int expected = role == Role.UNIT_STAFF ? 403 : 200;

        for (String address : List.of(
                "/reports/2023", "/reports/2023/report.docx", "/reports/2023/report.pdf", "/reports/2023/annex.xlsx")) {
            assertThat(mvc.perform(get(address).with(user(person(role))))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(expected);
        }
    }

    private Document page(String address) throws Exception {
        MockHttpServletResponse response = answer(address);
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return mvc.perform(get(address).with(user(REVIEWER))).andReturn().getResponse();
    }

    private static CurrentUser person(Role role) {
        return new CurrentUser(7, "vanphong", "Nguyễn Thị Văn Phòng", role, Set.of());
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class Surroundings {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2024-10-05T03:40:00Z"), Formats.ZONE);
        }

        @Bean
        TransactionOperations withoutDatabase() {
            return TransactionOperations.withoutTransaction();
        }
    }
}
