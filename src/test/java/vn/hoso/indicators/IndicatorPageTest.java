package vn.hoso.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.targets.TargetSteps;

/** An indicator that the administrator defines on the page, and every place where it then is. */
@ProgramTest(world = OWN)
class IndicatorPageTest {

    private static final String PAGE = "/settings/indicators";
    private static final String NAME = "Giải quyết đúng hạn";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void twoFieldsOfTheReturn() {
        jdbc.sql("update monthly_return set extra = '{}' where extra <> '{}'").update();
        jdbc.sql("delete from target where indicator = 'dung_han'").update();
        jdbc.sql("delete from indicator").update();
        jdbc.sql("""
                        insert into return_field (code, name, not_above, required, place, valid_from, changed_by_name, changed_at)
                        values ('handled', 'Đã giải quyết', null, false, 1, '2024-01-01', 'A', now()),
                            ('on_time', 'Đúng hạn', 'handled', false, 2, '2024-01-01', 'A', now())
                        on conflict do nothing
                        """).update();
    }

    private TargetSteps office() {
        return new TargetSteps(mvc, people);
    }

    private String read(String address) throws Exception {
        return mvc.perform(get(address).with(people.as("vanphong")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String text(String address) throws Exception {
        return Jsoup.parse(read(address)).select("main").text();
    }

    /** The form with these fields chosen and, for them, three examples. */
    private Map<String, String[]> form(String numerator, String denominator, String... percents) throws Exception {
        Map<String, String[]> fields = new HashMap<>(TargetSteps.typed(
                office().open(PAGE), PAGE, Map.of("name", NAME, "code", "dung_han", "from", "2024-08")));
        fields.put("numerator", new String[] {numerator});
        fields.put("denominator", new String[] {denominator});
        fields.put("shown", new String[] {numerator, denominator});
        fields.put("numbers", new String[] {"95", "100", "1", "3", "", ""});
        fields.put("percents", percents);
        return fields;
    }

    private void define() throws Exception {
        assertThat(office().confirmed(PAGE, form("on_time", "handled", "95", "33,33", ""))
                        .getStatus())
                .isEqualTo(302);
    }

    private void report(long unit, String month, String figures) {
        assertThat(jdbc.sql(
                                "update monthly_return set extra = cast(? as jsonb) where unit_id = ? and month = cast(? as date)")
                        .params(figures, unit, month)
                        .update())
                .isEqualTo(1);
    }

    @Test
    void asksForExamplesOfTheChosenFieldsAndShowsWhatWillBeKept() throws Exception {
        Map<String, String[]> fields = form("on_time", "handled", "95", "33,33", "");
        fields.remove("shown");
        Document examples = Jsoup.parse(office().send(PAGE, fields).getContentAsString());
        assertThat(examples.select("#numbers th").eachText()).contains("Đúng hạn", "Đã giải quyết");

        Document shown = Jsoup.parse(office().send(PAGE, form("on_time", "handled", "95", "33,33", ""))
                .getContentAsString());
        assertThat(shown.text()).contains("Tỷ lệ = “Đúng hạn” ÷ “Đã giải quyết”");
        assertThat(jdbc.sql("select count(*) from indicator")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    on_time; handled; 94; 33,33; Ví dụ 1: 95/100 là 95%, không phải 94%.
                    on_time; handled; 95; 33; Ví dụ 2: 1/3 là 33,33%, không phải 33%.
                    on_time; handled; 95; ''; Ví dụ 2: gõ tỷ lệ từ 0 đến 100
                    handled; on_time; 95; 33,33; Tử số có thể lớn hơn mẫu số
                    on_time; payable; 95; 33,33; Tử số có thể lớn hơn mẫu số
                    """)
    void keepsNothingThatDoesNotComeOutRight(
            String numerator, String denominator, String first, String second, String problem) throws Exception {
        var answer = office().send(PAGE, form(numerator, denominator, first, second, ""));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select(".error-summary")
                        .text())
                .contains(problem);
        assertThat(jdbc.sql("select count(*) from indicator")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isEverywhereWithoutARestart() throws Exception {
        define();
        report(2, "2024-08-01", "{\"handled\": 100, \"on_time\": 95}");
        report(3, "2024-08-01", "{\"handled\": 40}");
        report(4, "2024-07-01", "{\"handled\": 40, \"on_time\": 1}");

        assertThat(text("/dashboard/details?year=2024")).contains(NAME, "95/100 – 95% (1/46 báo cáo có số liệu này)");
        assertThat(Jsoup.parse(read("/dashboard/details?year=2024"))
                        .select("[aria-labelledby=further-title] th")
                        .eachText())
                .contains(NAME);
        assertThat(text("/dashboard/units/2?year=2024")).contains(NAME, "95/100 – 95% (1/2 báo cáo có số liệu này)");
        assertThat(read("/exports/results.json?year=2024"))
                .contains("\"indicator\":\"dung_han\",\"numerator\":95,\"denominator\":100,\"percent\":95.00");
        assertThat(read("/exports/results.csv?year=2024")).contains("dung_han;95;100;95,00");
        assertThat(text("/trace/2024/dung-han"))
                .contains("Tỷ lệ = “Đúng hạn” ÷ “Đã giải quyết”", "95/100", "báo cáo thiếu một trong các ô này");
        assertThat(text("/trace/2024/dung-han/units/2")).contains("95", "100");
        assertThat(text("/trace/2024/dung-han")).contains("1/2 tháng có đủ số liệu");
        assertThat(text("/trace/2024/dung-han/units/2"))
                .as("what is not measured was not left out by anybody")
                .contains("07/2024 — — không đo trong kỳ này", "08/2024 95 100 95,00%");
        for (String before : List.of(
                "/trace/2023/dung-han",
                "/trace/2024/dung-han?span=MONTH&month=7",
                "/trace/2024/dung-han/units/2?span=MONTH&month=7")) {
            assertThat(text(before))
                    .as(before)
                    .contains("không đo trong kỳ này", "Chỉ số này không đo tháng nào của kỳ này")
                    .doesNotContain("chưa báo cáo", "tháng có đủ số liệu", "Số chung lấy từ văn bản");
        }
        assertThat(text("/dashboard/compare?year=2024&indicator=dung_han")).contains("Xếp hạng các đơn vị: " + NAME);
        assertThat(read("/dashboard/compare.csv?year=2024&indicator=dung_han"))
                .as("what is divided need not be dossiers submitted online")
                .contains(NAME + ": tử số", NAME + ": mẫu số")
                .doesNotContain(NAME + ": trực tuyến");
        assertThat(text("/dashboard/map?year=2024&indicator=dung_han")).contains(NAME);
        assertThat(text("/reports/2024")).contains("- " + NAME + ": toàn huyện thực hiện 95/100 hồ sơ, đạt 95%");
        assertThat(text("/dashboard/details?year=2023")).doesNotContain(NAME);
        assertThat(read("/exports/results.json?year=2023")).doesNotContain("dung_han");
        assertThat(text("/dashboard/details?year=2024&span=MONTH&month=7")).doesNotContain(NAME);
    }

    /** Nobody left out what the indicator does not measure: not in a year before it, not in the months before it. */
    @Test
    void saysOfPeriodsBeforeItThatItDoesNotMeasureThem() throws Exception {
        define();
        report(2, "2024-08-01", "{\"handled\": 100, \"on_time\": 95}");

        for (String year : List.of("2023", "2024&span=MONTH&month=7")) {
            String map = read("/dashboard/map?indicator=dung_han&year=" + year);
            assertThat(Jsoup.parse(map).select("main").text())
                    .as(year)
                    .contains(NAME + ": toàn huyện không đo trong kỳ này");
            assertThat(map).as(year).contains("13 đơn vị không đo trong kỳ này");
            assertThat(Jsoup.parse(map).select(".heat-missing"))
                    .as("only the legend has that shade in %s", year)
                    .hasSize(1);
            assertThat(text("/dashboard/compare?indicator=dung_han&year=" + year))
                    .as(year)
                    .contains("Không phải báo cáo trong kỳ")
                    .doesNotContain("Chưa báo cáo số liệu này");
        }
        Document months = Jsoup.parse(read("/dashboard/map?indicator=dung_han&year=2024"));
        assertThat(months.select("main").text()).contains("không đo trong kỳ này");
        assertThat(text("/dashboard/units/2?year=2024")).contains("không đo trong kỳ này");
    }

    private void askNinetyFive() throws Exception {
        Map<String, String[]> target = new HashMap<>(TargetSteps.typed(
                office().open("/targets/version"),
                "/targets/version",
                Map.of(
                        "code",
                        "DH-01",
                        "label",
                        NAME,
                        "indicator",
                        "dung_han",
                        "rule",
                        "AT_LEAST",
                        "threshold",
                        "95",
                        "from",
                        "2024-01")));
        assertThat(office().confirmed("/targets/version", target).getStatus()).isEqualTo(302);
    }

    /** It measures from August on: what waits for approval of the months before cannot turn what is judged by it. */
    @ParameterizedTest(name = "{0} is not approved: {1}")
    @CsvSource({"2024-07-01, Đạt", "2024-08-01, Đạt (sơ bộ)", "2024-09-01, Đạt (sơ bộ)"})
    void restsOnTheReturnsOfTheMonthsThatItMeasures(String waiting, String verdict) throws Exception {
        define();
        report(2, "2024-08-01", "{\"handled\": 100, \"on_time\": 95}");
        report(2, "2024-09-01", "{\"handled\": 100, \"on_time\": 95}");
        askNinetyFive();
        jdbc.sql("""
                        update monthly_return set status = case when month = cast(? as date) then 'SUBMITTED' else 'APPROVED' end
                        where unit_id = 2 and month between '2024-01-01' and '2024-12-31'
                        """).param(waiting).update();

        Document page = Jsoup.parse(read("/dashboard/units/2?year=2024"));

        assertThat(page.select(".verdicts li:contains(DH) .status").eachText()).containsExactly(verdict);
        assertThat(page.select(".verdicts li:contains(NQ17) .status").text()).endsWith(" (sơ bộ)");
    }

    @ParameterizedTest
    @CsvSource({"95, Đạt", "94, Chưa đạt", "96, Đạt"})
    void isJudgedExactlyAtBelowAndAboveATarget(int onTime, String verdict) throws Exception {
        define();
        report(2, "2024-08-01", "{\"handled\": 100, \"on_time\": " + onTime + "}");
        askNinetyFive();

        String export = read("/exports/results.json?year=2024");
        assertThat(export)
                .containsPattern("\"target\":\"DH-01\",\"indicator\":\"dung_han\",\"threshold\":95,\"verdict\":\""
                        + (verdict.equals("Đạt") ? "MET" : "NOT_MET") + "\",\"short\":" + (onTime < 95 ? 1 : 0));
        assertThat(Jsoup.parse(read("/dashboard/units/2?year=2024"))
                        .select(".verdicts li")
                        .eachText())
                .anyMatch(line -> line.contains("DH-01") && line.contains(verdict));

        assertThat(Jsoup.parse(read("/dashboard/details?year=2024"))
                        .select("[aria-labelledby=further-title] thead th .text-nowrap")
                        .eachText())
                .as("no code is parted at its hyphen")
                .containsExactly("DH-01");

        Document page = office().open(PAGE + "?indicator=dung_han");
        assertThat(page.select("[type=checkbox]")).isEmpty();
        Map<String, String[]> ended = TargetSteps.typed(page, PAGE, Map.of("until", "2024-09"));
        assertThat(Jsoup.parse(office().send(PAGE, ended).getContentAsString()).text())
                .contains("hãy kết thúc chỉ tiêu trước");

        assertThat(office().send(PAGE, TargetSteps.typed(page, PAGE, Map.of("name", "Đúng hẹn")))
                        .getStatus())
                .isEqualTo(302);
        assertThat(Jsoup.parse(office().send(PAGE, ended).getContentAsString())
                        .select(".error-summary")
                        .text())
                .as("what two people changed, not the formula that stays")
                .contains("Đúng hẹn")
                .doesNotContain("÷");
    }

    /** In documents, too; and what was issued is made again byte by byte although the indicator ended since. */
    @Test
    void standsInDocumentsAndStaysInThoseThatWereIssued() throws Exception {
        define();
        report(2, "2024-08-01", "{\"handled\": 100, \"on_time\": 95}");

        assertThat(cells(bytes("/reports/2024/annex.xlsx")))
                .contains(NAME + " (Đúng hạn trên Đã giải quyết)", NAME + ": tử số", "95", "100");
        assertThat(words(bytes("/reports/2024/report.docx"))).contains(NAME, "95/100");

        Map<String, String[]> press = TargetSteps.typed(
                Jsoup.parse(read("/reports/2024")), "/reports/2024/issues", Map.of("reason", "Họp giao ban"));
        var issued = mvc.perform(post("/reports/2024/issues")
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .params(new LinkedMultiValueMap<>(press.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue()))))))
                .andReturn()
                .getResponse();
        assertThat(issued.getStatus()).isEqualTo(302);
        String address = String.valueOf(issued.getRedirectedUrl());
        byte[] annex = bytes(address + "/annex.xlsx");
        assertThat(cells(annex)).contains(NAME + ": tử số");

        jdbc.sql("update indicator set valid_until = date '2024-09-01', name = 'Tên khác'")
                .update();
        assertThat(bytes(address + "/annex.xlsx")).isEqualTo(annex);
        assertThat(text(address)).contains("đúng từng byte");
    }

    private byte[] bytes(String address) throws Exception {
        var answer = mvc.perform(get(address).with(people.as("vanphong")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    private static List<String> cells(byte[] file) throws Exception {
        List<String> texts = new ArrayList<>();
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            DataFormatter shown = new DataFormatter();
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> texts.add(shown.formatCellValue(cell)))));
        }
        return texts;
    }

    private static String words(byte[] file) throws Exception {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return words.getText();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    notAbove; ''; bỏ giới hạn thì tử số có thể lớn hơn mẫu số
                    from; 2024-09; đo từ tháng 08/2024
                    last; 2025-12; hãy cho chỉ số kết thúc trước
                    """)
    void keepsWhatItRestsOn(String field, String typed, String problem) throws Exception {
        define();

        String fields = "/settings/fields";
        var answer = office().send(
                        fields,
                        TargetSteps.typed(office().open(fields + "?field=on_time"), fields, Map.of(field, typed)));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select(".error-summary")
                        .text())
                .contains(NAME, problem);
    }

    @Test
    void isNotCalledLikeOneOfTheProgramsOwn() throws Exception {
        Map<String, String[]> fields = form("on_time", "handled", "95", "33,33", "");
        fields.put("name", new String[] {"tổng thể"});

        var answer = office().send(PAGE, fields);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Tên này đã có chỉ số khác dùng");
    }

    @Test
    void showsASecondEditorWhatTheFirstKept() throws Exception {
        define();
        Map<String, String[]> first =
                TargetSteps.typed(office().open(PAGE + "?indicator=dung_han"), PAGE, Map.of("name", "Đúng hẹn"));
        Map<String, String[]> second =
                TargetSteps.typed(office().open(PAGE + "?indicator=dung_han"), PAGE, Map.of("name", "Trước hẹn"));
        assertThat(office().send(PAGE, first).getStatus()).isEqualTo(302);

        var answer = office().send(PAGE, second);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select(".error-summary")
                        .text())
                .contains("Đúng hẹn", "Trước hẹn");
        assertThat(text("/dashboard/details?year=2024")).contains("Đúng hẹn");
    }
}
