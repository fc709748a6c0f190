package vn.hoso.extracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.hoso.BrowserWithCookie;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.ProgramTest;
import vn.hoso.SearchedTexts;
import vn.hoso.SignedIn.People;
import vn.hoso.TableContents;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.ImportReasons;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.RowReader;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserFacingException;

/** From the list to the figures: the samples give what they must, and nothing of their citizens stays anywhere. */
@ProgramTest(world = OWN)
@ExtendWith(OutputCaptureExtension.class)
class ExtractPagesTest {

    private static final String FIRST = "igate-thang-10-2024.xlsx";
    private static final String SECOND = "viettel-phuoc-son-thang-10-2024.csv";

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Statements statements;

    private String who = "vanphong";

    @BeforeEach
    void signIn() {
        who = "vanphong";
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = ExtractPagesTest.class.getResourceAsStream("/extract/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static List<String[]> expected(String name) throws IOException {
        return new String(sample(name), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private String bring(String name, byte[] bytes, String... fields) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart("/extracts")
                .file(new MockMultipartFile("file", name, null, bytes))
                .with(people.as(who))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse response = browser.perform(request).andReturn().getResponse();
        assertThat(response.getStatus())
                .as(Jsoup.parse(response.getContentAsString())
                        .select(".error-summary")
                        .text())
                .isEqualTo(302);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private Document open(String address) throws Exception {
        MockHttpServletResponse response = browser.perform(
                        MockMvcRequestBuilders.get(address).with(people.as(who)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse send(String address, List<String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(people.as(who)).with(csrf());
        for (int i = 0; i < fields.size(); i += 2) {
            request.param(fields.get(i), fields.get(i + 1));
        }
        return browser.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse apply(String address) throws Exception {
        return send(address + "/application", applying(address));
    }

    private List<String> applying(String address) throws Exception {
        List<String> fields = new ArrayList<>();
        open(address)
                .select("form[action$=/application]")
                .select("input:not([type=checkbox]), textarea")
                .forEach(field -> {
                    fields.add(field.attr("name"));
                    fields.add(
                            field.is("textarea") && field.val().isEmpty() ? "Đúng theo danh sách hồ sơ" : field.val());
                });
        return fields;
    }

    /** Answers everything that the page asks about units with the unit that has this name. */
    private void answerUnits(String address, String unit) throws Exception {
        Document page = open(address);
        List<String> fields = new ArrayList<>();
        page.select("input[name^=nameOf], input[name=month][checked], input[name=months]")
                .forEach(field -> {
                    fields.add(field.attr("name"));
                    fields.add(field.val());
                });
        page.select("select[name^=unitOf]").forEach(field -> {
            fields.add(field.attr("name"));
            fields.add(field.select("option").stream()
                    .filter(option -> option.text().equals(unit))
                    .findFirst()
                    .orElseThrow()
                    .val());
        });
        assertThat(send(address + "/answers", fields).getStatus()).isEqualTo(302);
    }

    @Test
    void theSamplesGiveWhatTheyMustAndNothingOfTheirCitizensStays(CapturedOutput log) throws Exception {
        String known = contents();
        String first = bring(FIRST, sample(FIRST));
        Document page = open(first);
        assertThat(page.select("select[name^=unitOf]")).hasSize(1);
        assertThat(page.select("label[for=unitOf-0]").text()).contains("(139 hồ sơ)");
        assertThat(page.text())
                .contains(
                        "4.171 hồ sơ, tiêu đề ở hàng 6",
                        "K, L, M, N: đã bỏ khi đọc",
                        "09/2024: 12 hồ sơ",
                        "9 hàng lặp lại");
        assertThat(page.select("details:contains(Xem hồ sơ lặp) li")).hasSize(9);
        assertThat(page.select("details:contains(Xem hồ sơ của tháng không đếm) li"))
                .hasSize(12);
        assertThat(apply(first).getStatus()).isEqualTo(422);

        answerUnits(first, "Phòng Lao động - Thương binh và Xã hội");
        assertThat(open(first).text())
                .contains("23/23 đơn vị–tháng có đủ hai số về phí", "đang là Phòng Lao động - Thương binh và Xã hội");
        assertThat(send(first + "/answers", List.of("seen", "0")).getStatus()).isEqualTo(409);
        BrowserWithCookie desk = new BrowserWithCookie(browser);
        desk.signIn("vanphong", "Thu-nghiem-2024");
        MockHttpServletResponse applied = desk.post(
                        first + "/application", applying(first).toArray(String[]::new))
                .andReturn()
                .getResponse();
        assertThat(applied.getStatus())
                .as(Jsoup.parse(applied.getContentAsString())
                        .select(".error-summary")
                        .text())
                .isEqualTo(302);
        Document told = Jsoup.parse(desk.open(first).andReturn().getResponse().getContentAsString());
        assertThat(told.select(".notice-ok").text()).contains("Đã nhập số liệu của 23 đơn vị.", "còn phải nộp");
        assertThat(told.select(".notice-ok a").eachAttr("href")).containsExactly("/figures/2024-10#submit-title");
        assertThat(open(first).text()).contains("12 hồ sơ của tháng không chọn đếm");
        holdsExactly(expected("expected-2024-10.csv"));
        holdsExactly(expected("expected-paper-by-person-2024-10.csv"), "igate");
        thePageHolds(expected("expected-paper-by-person-2024-10.csv"));
        Map<String, Long> before = revisions();
        assertThat(before.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(23);

        Document trace = open("/trace/returns/" + unit("Xã Phước Sơn") + "/2024-10");
        assertThat(trace.text()).contains("trích xuất hồ sơ", "489 hồ sơ của đơn vị trong tháng");
        Document counts = open(trace.select("a[href*=/counts]").attr("href"));
        assertThat(counts.select("tbody tr").get(0).text()).contains("hồ sơ của thủ tục toàn trình", "146");

        String second = bring(SECOND, sample(SECOND), "unit", String.valueOf(unit("Xã Phước Sơn")));
        assertThat(jdbc.sql("select reltuples >= (select count(*) from extract_dossier) * 0.9 from pg_class"
                                + " where oid = 'extract_dossier'::regclass")
                        .query(Boolean.class)
                        .single())
                .as("the planner knows of the dossiers that were just read")
                .isTrue();
        assertThat(open(second).text())
                .contains("0/1 đơn vị–tháng có đủ hai số", "Ghi nhận danh sách này", "mọi hồ sơ tính cho Xã Phước Sơn");
        assertThat(apply(second).getStatus()).isEqualTo(302);
        assertThat(revisions()).isEqualTo(before);
        holdsExactly(expected("expected-2024-10.csv"));
        holdsExactly(expected("expected-paper-by-person-2024-10.csv"), "viettel");
        assertThat(jdbc.sql("select count(*) from extract_count where in_force and month = '2024-10-01'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(23);

        nothingOfTheCitizens(known, log.getAll());
    }

    private void confirm(String address) throws Exception {
        Document page = open(address);
        List<String> fields = new ArrayList<>(List.of("months", "true"));
        page.select("input[name=month][checked], input[name=confirmed]").forEach(field -> {
            fields.add(field.attr("name"));
            fields.add(field.val());
        });
        assertThat(send(address + "/answers", fields).getStatus()).isEqualTo(302);
    }

    private static String list(String... rows) {
        return "Mã hồ sơ;Tên thủ tục;Mức độ;Đơn vị;Ngày tiếp nhận;Hình thức nộp\n"
                + String.join("\n", rows).replace("|", ";Đăng ký kết hôn;4;");
    }

    private int inForce(String unit, String month) {
        return jdbc.sql("select coalesce(sum(dossiers_received), 0) from extract_count c"
                        + " where in_force and unit_id = ? and month = cast(? as date)")
                .param(unit(unit))
                .param(month + "-01")
                .query(Integer.class)
                .single();
    }

    @Test
    void nothingIsReplacedUnseen() throws Exception {
        String fuller = bring(
                "day-du.csv",
                list(
                                "H-1|Xã Phước Thành;01/11/2024;Online",
                                "H-2|Xã Phước Thành;28/11/2024;Online",
                                "H-3|Xã Phước Lộc;05/11/2024;Online",
                                "H-4|Xã Phước Lộc;05/11/2024;Online",
                                "H-5|Xã Phước Lộc;01/12/2024;Online")
                        .getBytes(StandardCharsets.UTF_8));
        Document first = open(fuller);
        assertThat(first.select("input[name=month][checked]").eachAttr("value")).containsExactly("2024-11");
        assertThat(first.text())
                .contains("11/2024: 4 hồ sơ, nhận từ 01/11/2024 đến 28/11/2024", "Không có danh sách nào đang dùng");
        if (!first.select("input[name=confirmed]").isEmpty()) {
            assertThat(first.text()).contains("Số liệu đang lưu là");
            confirm(fuller);
        }
        assertThat(apply(fuller).getStatus()).isEqualTo(302);
        assertThat(inForce("Xã Phước Thành", "2024-11")).isEqualTo(2);

        String part = bring(
                "mot-phan.csv",
                list(
                                "H-1|Xã Phước Thành;01/11/2024;Online",
                                "H-3|Xã Phước Thành;05/11/2024;Online",
                                "H-4|Xã Phước Thành;05/11/2024;Online")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(open(part).select("#replaced-title ~ ul li").eachText())
                .satisfiesExactly(
                        fewer -> assertThat(fewer)
                                .contains("Xã Phước Thành", "01/11/2024 đến 05/11/2024", "“day-du.csv” nhập lúc")
                                .contains("2 hồ sơ, nhận từ 01/11/2024 đến 28/11/2024"),
                        absent -> assertThat(absent).contains("Xã Phước Lộc", "không có hồ sơ nào", "“day-du.csv”"),
                        twice -> assertThat(twice).startsWith("2 hồ sơ"),
                        moved -> assertThat(moved).isEqualTo("H-3 (hàng 3): đang đếm cho Xã Phước Lộc, tháng 11/2024"),
                        moved -> assertThat(moved).startsWith("H-4 (hàng 4)"));
        assertThat(apply(part).getStatus()).isEqualTo(422);
        assertThat(inForce("Xã Phước Thành", "2024-11")).isEqualTo(2);
        confirm(part);
        assertThat(apply(part).getStatus()).isEqualTo(302);
        assertThat(inForce("Xã Phước Thành", "2024-11")).isEqualTo(3);
    }

    @Test
    void aColumnThatStandsInForAnotherIsNamedAndAKnownHeadingCanBeDescribedAgain() throws Exception {
        String rows = "Mã hồ sơ;Mức độ;Đơn vị;Đơn vị xử lý;Ngày nộp;Ngày trình;Hình thức nộp;Họ tên người nộp\n"
                + "N-1;4;Xã Phước Hưng;Xã Phước Quang;01/03/2025;04/03/2025;Online;Nguyễn Văn Kín\n";
        String list = bring("ngay-nop.csv", rows.getBytes(StandardCharsets.UTF_8));
        Document page = open(list);
        assertThat(page.select(".import-heed").text())
                .contains("ngày tiếp nhận lấy từ cột E “Ngày nộp”")
                .doesNotContain("đơn vị tiếp nhận lấy từ");
        assertThat(page.text()).contains("đơn vị tiếp nhận (C “Đơn vị”)", "từ 01/03/2025");

        Document form = open(page.select("a:contains(Cho biết lại các cột)").attr("href"));
        assertThat(form.text()).contains("đang được đọc như sau");
        assertThat(form.select("#column-RECEIVED_ON option[selected]").text()).isEqualTo("E – Ngày nộp");
        assertThat(form.select("#column-UNIT option").eachText())
                .contains("D – Đơn vị xử lý")
                .noneMatch(each -> each.contains("Họ tên"));
        Document refused = Jsoup.parse(browser.perform(multipart("/extracts")
                        .param("signature", form.select("input[name=signature]").val())
                        .param("columnOf[UNIT]", "4")
                        .with(people.as(who))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select("input[name='columnOf[UNIT]']").val()).isEqualTo("4");
        String again = bring(
                "ngay-trinh.csv",
                rows.getBytes(StandardCharsets.UTF_8),
                "signature",
                form.select("input[name=signature]").val(),
                "columnOf[RECEIVED_ON]",
                "6",
                "columnOf[UNIT]",
                "4",
                "columnOf[SERVICE_CLASS]",
                "2",
                "columnOf[CHANNEL]",
                "7");
        assertThat(open(again).text())
                .contains("đơn vị tiếp nhận (D “Đơn vị xử lý”)", "đơn vị tiếp nhận lấy từ cột D", "từ 04/03/2025");
        assertThat(contents()).doesNotContain("Nguyễn Văn Kín");
        who = "dieutri";
        assertThat(browser.perform(MockMvcRequestBuilders.get("/extracts?columns=" + list.replaceAll("\\D", ""))
                                .with(people.as(who)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void dossiersThatWereNotDealtWithAreCountedAndSaidToBe() throws Exception {
        String rows = "Mã hồ sơ;Mức độ;Đơn vị;Ngày tiếp nhận;Hình thức nộp;Trạng thái\n"
                + "T-1;4;Xã Phước Hưng;01/04/2025;Online;Từ chối\nT-1;4;Xã Phước Hưng;01/04/2025;Online;Từ chối\n"
                + "T-2;4;Xã Phước Hưng;29/04/2025;Online;Công dân rút: Nguyễn Văn Kín\n"
                + "T-3;4;Xã Phước Quang;29/04/2025;Online;Đã hủy\nT-4;4;Xã Phước Hưng;29/04/2025;Online;Đang xử lý\n";
        byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
        Document page = open(bring("trang-thai.csv", bytes));
        assertThat(page.select(".import-heed").text())
                .contains("1 hồ sơ đã hủy, 1 hồ sơ bị từ chối, 1 hồ sơ đã rút: vẫn được đếm");
        assertThat(page.text()).contains("04/2025: 4 hồ sơ", "trạng thái (F “Trạng thái”)");
        assertThat(contents()).doesNotContain("Nguyễn Văn Kín");
    }

    @Test
    void oneCodeWithinAUnitIsAskedAboutAndCountedOnceEverywhere() throws Exception {
        String list = bring(
                "cung-ma.csv",
                list(
                                "S-1|Xã Phước Hưng;02/02/2025;Online",
                                "S-1|UBND xã Phước Hưng;03/02/2025;Trực tiếp",
                                "S-1|Xã Phước Quang;03/02/2025;Online",
                                "S-2|Xã Phước Hưng;27/02/2025;Online")
                        .getBytes(StandardCharsets.UTF_8));
        Document page = open(list);
        assertThat(page.text()).contains("2 hàng có mã của một hàng trước");
        assertThat(page.select("#same-code-title ~ ul li").eachText())
                .containsExactly("S-1: hàng 2, ngày 02/02/2025 và hàng 3, ngày 03/02/2025");
        confirm(list);
        assertThat(apply(list).getStatus()).isEqualTo(422);
        assertThat(send(list + "/answers", List.of("sameCode", "?")).getStatus())
                .isEqualTo(400);
        assertThat(send(list + "/answers", List.of("sameCode", "EACH")).getStatus())
                .isEqualTo(302);
        assertThat(open(list).select("input[name=sameCode][checked]").val()).isEqualTo("EACH");
        assertThat(open(list).text()).contains("02/2025: 4 hồ sơ");
        assertThat(send(list + "/answers", List.of("sameCode", "ONCE")).getStatus())
                .isEqualTo(302);
        assertThat(open(list).text()).contains("02/2025: 3 hồ sơ");
        confirm(list);
        assertThat(apply(list).getStatus()).isEqualTo(302);
        assertThat(inForce("Xã Phước Hưng", "2025-02")).isEqualTo(2);
        assertThat(jdbc.sql(
                                "select string_agg(code || ' ' || row_number, ', ' order by row_number) from received_dossier"
                                        + " where month = '2025-02-01' and unit_id = ?")
                        .param(unit("Xã Phước Hưng"))
                        .query(String.class)
                        .single())
                .isEqualTo("S-1 2, S-2 5");
        assertThat(open(list).text()).contains("S-1: hàng 3, đã có ở hàng 2").doesNotContain("đã chọn là không phải");
    }

    @Test
    void aDossierOfAnUncountedMonthThatComesAgainIsAskedAboutAndNotCountedASecondTime() throws Exception {
        String list = bring(
                "hai-thang.csv",
                list(
                                "U-1|Xã Phước Hưng;28/02/2025;Online",
                                "U-1|Xã Phước Hưng;03/03/2025;Online",
                                "U-2|Xã Phước Hưng;04/03/2025;Online",
                                "U-3|Xã Phước Hưng;29/03/2025;Trực tiếp")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(send(list + "/answers", List.of("months", "true", "month", "2025-03"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(list).select("#same-code-title ~ ul li").eachText())
                .containsExactly("U-1: hàng 2, ngày 28/02/2025 và hàng 3, ngày 03/03/2025");
        confirm(list);
        assertThat(apply(list).getStatus()).isEqualTo(422);
        assertThat(send(list + "/answers", List.of("months", "true", "month", "2025-03", "sameCode", "ONCE"))
                        .getStatus())
                .isEqualTo(302);
        confirm(list);
        assertThat(apply(list).getStatus()).isEqualTo(302);
        assertThat(inForce("Xã Phước Hưng", "2025-03")).isEqualTo(2);
        assertThat(jdbc.sql("select string_agg(code, ' ' order by code) from received_dossier"
                                + " where month = '2025-03-01' and unit_id = ?")
                        .param(unit("Xã Phước Hưng"))
                        .query(String.class)
                        .single())
                .isEqualTo("U-2 U-3");
    }

    @Test
    void aLaterRowOfOneDossierNeitherCountsElsewhereNorNamesAnOfficial() throws Exception {
        String before = bring(
                "hai-thang-truoc.csv",
                listWithOfficials(
                        "V-1|Xã Phước Quang;28/12/2024;Online;Lê An",
                        "V-2|Xã Phước Quang;03/01/2025;Online;Lê An",
                        "V-3|Xã Phước Quang;28/01/2025;Online;Lê An"));
        assertThat(send(before + "/answers", List.of("months", "true", "month", "2024-12", "month", "2025-01"))
                        .getStatus())
                .isEqualTo(302);
        confirm(before);
        assertThat(apply(before).getStatus()).isEqualTo(302);
        String list = bring(
                "thang-sau.csv",
                listWithOfficials(
                        "V-1|Xã Phước Quang;28/12/2024;Online;Lê An",
                        "V-1|Xã Phước Quang;03/01/2025;Online;Lê An",
                        "V-2|Xã Phước Quang;03/01/2025;Online;Lê An",
                        "V-3|Xã Phước Quang;28/01/2025;Online;"));
        List<String> answers = List.of("months", "true", "month", "2025-01", "sameCode", "EACH");
        assertThat(send(list + "/answers", answers).getStatus()).isEqualTo(302);
        assertThat(open(list).select("#replaced-title ~ ul li").text())
                .contains("V-1 (hàng 3): đang đếm cho Xã Phước Quang, tháng 12/2024")
                .doesNotContain("Có tên cán bộ tiếp nhận: ");
        answers = List.of("months", "true", "month", "2025-01", "sameCode", "ONCE");
        assertThat(send(list + "/answers", answers).getStatus()).isEqualTo(302);
        assertThat(open(list).select("#replaced-title ~ ul li").text())
                .contains("Có tên cán bộ tiếp nhận: 1 hồ sơ, ở danh sách bị thay là 2")
                .doesNotContain("V-1");
    }

    @Test
    void whatAnotherListReplacedMeanwhileIsLookedAtAgain(
            @Autowired ExtractPreviews previews, @Autowired ExtractApplicationService application) throws Exception {
        byte[] rows = list("K-1|Xã Phước Nghĩa;02/12/2024;Online", "K-2|Xã Phước Nghĩa;28/12/2024;Online")
                .getBytes(StandardCharsets.UTF_8);
        String first = bring("mot.csv", rows);
        confirm(first);
        assertThat(apply(first).getStatus()).isEqualTo(302);
        String second = bring("hai.csv", rows);
        String third = bring("ba.csv", rows);
        CurrentUser by = people.named(who);
        long id = Long.parseLong(second.substring(second.lastIndexOf('/') + 1));
        ExtractPreview seen = previews.of(id, ImportReasons.NONE, by);
        assertThat(seen.figures().changed()).isEmpty();

        assertThat(apply(third).getStatus()).isEqualTo(302);

        assertThatThrownBy(() -> application.apply(seen, Map.of(), by))
                .isInstanceOfSatisfying(UserFacingException.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("extracts.refused.overtaken"));
        assertThat(open(second).text()).contains("“ba.csv” nhập lúc");
        assertThat(apply(second).getStatus()).isEqualTo(302);
    }

    /** The list counts what the return says, until somebody types something else while it is being counted. */
    @Test
    void aReturnThatAgreedAndWasChangedMeanwhileIsLookedAtAgain(
            @Autowired ExtractPreviews previews, @Autowired ExtractApplicationService application) throws Exception {
        byte[] rows = list("L-1|Xã Phước Hòa;02/01/2025;Online", "L-2|Xã Phước Hòa;28/01/2025;Online")
                .getBytes(StandardCharsets.UTF_8);
        String first = bring("lan-mot.csv", rows);
        confirm(first);
        assertThat(apply(first).getStatus()).isEqualTo(302);
        String second = bring("lan-hai.csv", rows);
        CurrentUser by = people.named(who);
        long id = Long.parseLong(second.substring(second.lastIndexOf('/') + 1));
        ExtractPreview seen = previews.of(id, ImportReasons.NONE, by);
        assertThat(seen.figures().changed()).isEmpty();

        jdbc.sql("update monthly_return set dossiers_received = dossiers_received + 5, version = version + 1"
                        + " where month = '2025-01-01' and unit_id = ?")
                .param(unit("Xã Phước Hòa"))
                .update();

        assertThatThrownBy(() -> application.apply(seen, Map.of(), by))
                .isInstanceOfSatisfying(UserFacingException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
                    assertThat(refused.messageKey()).isEqualTo("imports.alert.conflict-units");
                    assertThat(refused.args()).containsExactly("Xã Phước Hòa");
                });
        assertThat(jdbc.sql("select count(*) from extract_count where extract_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(previews.of(id, ImportReasons.NONE, by).figures().changed()).hasSize(1);
    }

    private static byte[] listWithOfficials(String... rows) {
        return ("Mã hồ sơ;Tên thủ tục;Mức độ;Đơn vị;Ngày tiếp nhận;Hình thức nộp;Cán bộ tiếp nhận\n"
                        + String.join("\n", rows).replace("|", ";Đăng ký kết hôn;4;"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anApprovedOrLockedMonthKeepsItsListUnlessTheOfficeReplacesIt(
            @Autowired ExtractPreviews previews, @Autowired ExtractApplicationService application) throws Exception {
        byte[] named = listWithOfficials(
                "N-1|Thị trấn Diêu Trì;02/02/2025;Trực tiếp;Lê Thị Hoa",
                "N-2|Thị trấn Diêu Trì;27/02/2025;Trực tiếp;Lê Thị Hoa");
        byte[] other = listWithOfficials(
                "N-1|Thị trấn Diêu Trì;02/02/2025;Trực tiếp;Võ Văn Nam", "N-2|Thị trấn Diêu Trì;27/02/2025;Trực tiếp;");
        String first = bring("ten-du.csv", named);
        confirm(first);
        assertThat(apply(first).getStatus()).isEqualTo(302);
        String month = "update reporting_month set state = '%s' where month = '2025-02-01'";
        String status =
                "update monthly_return set status = '%s', changed_by = null where month = '2025-02-01' and unit_id = "
                        + unit("Thị trấn Diêu Trì");

        who = "dieutri";
        String second = bring("ten-khac.csv", other);
        assertThat(open(second).select("#replaced-title ~ ul li").text())
                .contains("Có tên cán bộ tiếp nhận: 1 hồ sơ, ở danh sách bị thay là 2");
        confirm(second);
        CurrentUser unit = people.named(who);
        ExtractPreview open =
                previews.of(Long.parseLong(second.substring(second.lastIndexOf('/') + 1)), ImportReasons.NONE, unit);
        assertThat(open.figures().changed()).isEmpty();
        for (List<String> settled : List.of(
                List.of(month.formatted("LOCKED"), month.formatted("OPEN")),
                List.of(status.formatted("APPROVED"), status.formatted("DRAFT")))) {
            jdbc.sql(settled.get(0)).update();
            // Settled after the press looked: it is looked at again where it is stored.
            assertThatThrownBy(() -> application.apply(open, Map.of(), unit))
                    .isInstanceOfSatisfying(UserFacingException.class, told -> {
                        assertThat(told.status()).isEqualTo(HttpStatus.CONFLICT);
                        assertThat(told.messageKey()).isEqualTo("imports.problem.list-settled");
                    });
            MockHttpServletResponse refused = apply(second);
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(Jsoup.parse(refused.getContentAsString())
                            .select(".error-summary li")
                            .text())
                    .contains("Diêu Trì", "chỉ Văn phòng được thay danh sách hồ sơ đang dùng");
            assertThat(officials()).containsExactly("lê thị hoa", "lê thị hoa");
            jdbc.sql(settled.get(1)).update();
        }

        who = "vanphong";
        jdbc.sql(status.formatted("APPROVED")).update();
        String third = bring("van-phong.csv", other);
        confirm(third);
        assertThat(apply(third).getStatus()).isEqualTo(302);
        assertThat(officials()).containsExactly("võ văn nam");
    }

    private List<String> officials() {
        return jdbc.sql("select received_by_key from received_dossier where month = '2025-02-01'"
                        + " and received_by_key is not null order by row_number")
                .query(String.class)
                .list();
    }

    @Test
    void aListCountedByMistakeIsTakenOutOfUse() throws Exception {
        byte[] rows = listWithOfficials(
                "W-1|Thị trấn Diêu Trì;03/03/2025;Trực tiếp;Phan Văn Nhầm",
                "W-2|Thị trấn Diêu Trì;28/03/2025;Trực tiếp;Phan Văn Nhầm",
                "W-3|Xã Phước Nghĩa;28/03/2025;Trực tiếp;Bùi Thị Nhầm");
        who = "dieutri";
        String theirs = bring("cua-don-vi.csv", rows);
        assertThat(send(theirs + "/withdrawal", List.of("which", "ALL", "reason", "Nhầm"))
                        .getStatus())
                .isEqualTo(403);
        who = "vanphong";
        String list = bring("nham.csv", rows);
        confirm(list);
        assertThat(apply(list).getStatus()).isEqualTo(302);
        String people = "/dashboard/paper/people?year=2025&span=MONTH&month=3";
        assertThat(open(people).text()).contains("Phan Văn Nhầm", "Bùi Thị Nhầm");
        List<Integer> figures = figuresOfMarch();

        String one = unit("Thị trấn Diêu Trì") + "-2025-03";
        MockHttpServletResponse refused = send(list + "/withdrawal", List.of("which", one, "reason", "  "));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("#reason-problem, #which option[selected]")
                        .eachText())
                .containsExactly("Thị trấn Diêu Trì, 03/2025", "Nhập lý do, nhiều nhất 500 ký tự.");
        refused = send(list + "/withdrawal", List.of("which", "1-2025-13", "reason", "Đưa nhầm tệp"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).select("#reason").text())
                .isEqualTo("Đưa nhầm tệp");
        assertThat(open(people).text()).contains("Phan Văn Nhầm");

        assertThat(send(list + "/withdrawal", List.of("which", one, "reason", "Đưa nhầm tệp"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(people).text()).doesNotContain("Phan Văn Nhầm").contains("Bùi Thị Nhầm");
        assertThat(open(list)
                        .select("#counts-title ~ table tbody tr:contains(Diêu Trì)")
                        .text())
                .contains("thôi dùng lúc", "Đưa nhầm tệp");
        assertThat(open(list + "/counts?unit=" + unit("Thị trấn Diêu Trì") + "&month=2025-03")
                        .text())
                .contains("thôi dùng lúc", "Đưa nhầm tệp");
        // Its figures stay: their own trace says as well that the list they came from is out of use, and another unit's
        // does not.
        assertThat(open("/trace/returns/" + unit("Thị trấn Diêu Trì") + "/2025-03")
                        .text())
                .containsPattern(
                        "danh sách nham.csv: 2 hồ sơ của đơn vị trong tháng; Trần Văn Phòng thôi dùng danh sách"
                                + " lúc [0-9: ]+ngày [0-9/]+: Đưa nhầm tệp");
        assertThat(open("/trace/returns/" + unit("Xã Phước Nghĩa") + "/2025-03").text())
                .contains("danh sách nham.csv: 1 hồ sơ của đơn vị trong tháng")
                .doesNotContain("thôi dùng");
        assertThat(send(list + "/withdrawal", List.of("which", one, "reason", "Lần nữa"))
                        .getStatus())
                .isEqualTo(409);

        assertThat(send(list + "/withdrawal", List.of("which", "ALL", "reason", "Đưa nhầm tệp"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(people).text()).doesNotContain("Bùi Thị Nhầm");
        assertThat(open(list).select("#withdrawal-title")).isEmpty();
        assertThat(figuresOfMarch()).isEqualTo(figures);
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'extract.withdrawn'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        String again = bring("dung.csv", rows);
        confirm(again);
        assertThat(apply(again).getStatus()).isEqualTo(302);
        assertThat(open(people).text()).contains("Phan Văn Nhầm");

        // However many units' months it counted, they are taken out of use in one statement.
        long id = Long.parseLong(again.substring(again.lastIndexOf('/') + 1));
        String columns = Measure.OWN.stream().map(Measure::column).collect(Collectors.joining(", "));
        jdbc.sql("insert into extract_count (extract_id, unit_id, month, in_force, " + columns
                        + ") select extract_id, unit_id, cast(m as date), true, " + columns
                        + " from extract_count, generate_series(date '2010-01-01', date '2014-12-01', interval '1 month') m"
                        + " where extract_id = ?")
                .param(id)
                .update();
        statements.reset();
        assertThat(send(again + "/withdrawal", List.of("which", "ALL", "reason", "Đưa nhầm tệp"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(statements.seen().stream().filter(each -> each.startsWith("update extract_count")))
                .hasSize(1);
        assertThat(jdbc.sql(
                                "select count(*) from extract_count where extract_id = ? and withdrawn_reason = 'Đưa nhầm tệp'"
                                        + " and not in_force")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(122);
    }

    @Test
    void anOfficialIsOneWhereverTheToneIsWritten(@Autowired JdbcTemplate statements) throws Exception {
        String list = bring(
                "dau.csv",
                listWithOfficials(
                        "D-1|Thị trấn Diêu Trì;03/04/2025;Trực tiếp;Ngô Thu Hòa",
                        "D-2|Thị trấn Diêu Trì;04/04/2025;Trực tiếp;NGÔ THU HOÀ",
                        "D-3|Thị trấn Diêu Trì;05/04/2025;Trực tiếp;Ngô Thu Hóa",
                        "D-4|Thị trấn Diêu Trì;06/04/2025;Trực tiếp;Võ Thuý Loan",
                        "D-5|Thị trấn Diêu Trì;07/04/2025;Trực tiếp;Võ Thúy Loan",
                        "D-6|Thị trấn Diêu Trì;08/04/2025;Trực tiếp;Huỳnh Quý",
                        "D-7|Thị trấn Diêu Trì;09/04/2025;Trực tiếp;Huỳnh Qúy",
                        "D-8|Thị trấn Diêu Trì;28/04/2025;Trực tiếp;Đoàn Xuân Loè"));
        confirm(list);
        assertThat(apply(list).getStatus()).isEqualTo(302);
        Map<String, String> keys = keys();
        assertThat(new TreeSet<>(keys.values()))
                .containsExactly("huỳnh quý", "ngô thu hòa", "ngô thu hóa", "võ thúy loan", "đoàn xuân lòe");
        assertThat(open("/dashboard/paper/people?year=2025&span=MONTH&month=4").select(".intake-table tbody tr"))
                .hasSize(5);

        jdbc.sql("update extract_dossier set received_by_key = lower(received_by) where month = '2025-04-01'")
                .update();
        String migration = Files.readString(
                Path.of("db/migration/V202611291811__officials_are_one_wherever_the_tone_is_written.sql"));
        statements.execute(migration.substring(0, migration.indexOf("comment on")));
        assertThat(keys()).isEqualTo(keys);
    }

    private Map<String, String> keys() {
        return jdbc
                .sql("select code, received_by_key from received_dossier where month = '2025-04-01'")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Integer> figuresOfMarch() {
        return jdbc.sql(
                        "select dossiers_received from monthly_return where month = '2025-03-01' and unit_id in (?, ?) order by unit_id")
                .param(unit("Thị trấn Diêu Trì"))
                .param(unit("Xã Phước Nghĩa"))
                .query(Integer.class)
                .list();
    }

    @Test
    void anAnswerIsRememberedWithWhoGaveItAndCanBeTakenBack() throws Exception {
        String list = list("M-1|Xã Phước Nghĩa;02/01/2025;Hòm thư số", "M-2|Xã Phước Nghĩa;28/01/2025;Hòm thư số");
        String first = bring("hom-thu.csv", list.getBytes(StandardCharsets.UTF_8));
        assertThat(open(first).select("select[name^=channelOf]")).hasSize(1);
        assertThat(send(first + "/answers", List.of("wordOf[0]", "Hòm thư số", "channelOf[0]", "ONLINE"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(bring("hom-thu-2.csv", (list + "\n").getBytes(StandardCharsets.UTF_8)))
                        .select("label:contains(Hòm thư số)")
                        .text())
                .contains("đang là Trực tuyến");
        assertThat(open(bring(
                                "khong-hom-thu.csv",
                                list("M-3|Xã Phước Nghĩa;02/01/2025;Online").getBytes(StandardCharsets.UTF_8)))
                        .select("#answered-title"))
                .as("an answer about a word that the list does not have")
                .isEmpty();

        Element line =
                open("/extracts/memory").select("tbody tr:contains(Hòm thư số)").first();
        assertThat(Objects.requireNonNull(line).text()).contains("Hình thức tiếp nhận", "rực tuyến", "Trần Văn Phòng");
        List<String> fields = line.select("input[type=hidden]:not([name=_csrf]):not([name=_once])").stream()
                .flatMap(field -> Stream.of(field.attr("name"), field.val()))
                .toList();
        who = "dieutri";
        assertThat(open("/extracts/memory").select("tr:contains(Hòm thư số) form"))
                .isEmpty();
        assertThat(send("/extracts/memory", fields).getStatus()).isEqualTo(404);
        who = "vanphong";
        assertThat(send("/extracts/memory", fields).getRedirectedUrl()).isEqualTo("/extracts/memory");
        assertThat(send("/extracts/memory", fields).getStatus()).isEqualTo(404);

        assertThat(open(bring("hom-thu-3.csv", (list + "\n\n").getBytes(StandardCharsets.UTF_8)))
                        .select("select[name^=channelOf]"))
                .hasSize(1);
    }

    @Test
    void onlyWhatIsAskedAboutIsAnswered() throws Exception {
        String list =
                bring("hoi.csv", list("A-1|Xã Phước Nghĩa;02/01/2025;Thư tay").getBytes(StandardCharsets.UTF_8));
        String unasked = "x".repeat(5_000);
        assertThat(send(
                                list + "/answers",
                                List.of(
                                        "wordOf[0]",
                                        "Thư tay",
                                        "channelOf[0]",
                                        "PAPER",
                                        "wordOf[1]",
                                        unasked,
                                        "channelOf[1]",
                                        "ONLINE",
                                        "wordOf[2]",
                                        "không hỏi",
                                        "channelOf[2]",
                                        "ONLINE",
                                        "levelOf[0]",
                                        "không hỏi",
                                        "classOf[0]",
                                        "PARTIAL",
                                        "nameOf[0]",
                                        unasked,
                                        "unitOf[0]",
                                        "0",
                                        "procedureOf[0]",
                                        "không hỏi",
                                        "offeredOf[0]",
                                        "PARTIAL",
                                        "months",
                                        "true",
                                        "month",
                                        "2025-01",
                                        "month",
                                        unasked))
                        .getStatus())
                .isEqualTo(302);
        assertThat(jdbc.sql("select answers from dossier_extract where name = 'hoi.csv'")
                        .query(String.class)
                        .single())
                .contains("\"Thư tay\":\"PAPER\"", "\"2025-01\"")
                .hasSizeLessThan(500);
        assertThat(jdbc.sql("select what from extract_memory where meaning in ('PAPER', 'PARTIAL')")
                        .query(String.class)
                        .list())
                .containsExactly("Thư tay");
    }

    @Test
    void listsThatWaitComeFirstAndHowManyThereAreIsSaid() throws Exception {
        bring("dang-cho.csv", list("L-1|Xã Phước Nghĩa;02/01/2025;Online").getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                insert into dossier_extract (name, sha256, size, brought_by, brought_by_name, brought_at, state, rows_read,
                    reading, applied_by, applied_by_name, applied_at)
                select 'cu-' || n, sha256, size, brought_by, brought_by_name, brought_at + interval '1 day', 'APPLIED', rows_read,
                    reading, brought_by, brought_by_name, brought_at
                from dossier_extract, generate_series(1, 101) n where name = 'dang-cho.csv'
                """).update();
        try {
            Document page = open("/extracts");
            int all = jdbc.sql("select count(*) from dossier_extract where state <> 'DISCARDED'")
                    .query(Integer.class)
                    .single();
            assertThat(page.select("tbody tr")).hasSize(100);
            assertThat(page.select("tbody th").eachText()).contains("dang-cho.csv");
            assertThat(page.text()).contains("Hiện 100 trong " + all + " danh sách");
        } finally {
            jdbc.sql("delete from dossier_extract where name like 'cu-%'").update();
        }
    }

    @Test
    void aUnitThatHasEndedCanBeChosenForAListOfItsTime() throws Exception {
        long ended = unit("Xã Phước Sơn");
        jdbc.sql(
                        "update unit_version set valid = daterange(lower(valid), '2025-07-01') where unit_id = ? and upper_inf(valid)")
                .param(ended)
                .update();
        try {
            assertThat(open("/extracts")
                            .select("#unit option[value=" + ended + "]")
                            .text())
                    .isEqualTo("Xã Phước Sơn (đến 30/06/2025)");
            String list = bring(
                    "sau-khi-het.csv",
                    ("Mã hồ sơ;Mức độ;Ngày tiếp nhận;Hình thức nộp\nE-1;4;30/06/2025;Online\n"
                                    + "E-2;4;01/07/2025;Online\nE-3;4;02/07/2025;Online\n")
                            .getBytes(StandardCharsets.UTF_8),
                    "unit",
                    String.valueOf(ended));
            Document page = open(list);
            assertThat(page.text())
                    .contains("Xã Phước Sơn (đến 30/06/2025) không có trong tháng 07/2025, nên 2 hồ sơ của tháng này");
            assertThat(page.select("select[name^=unitOf]")).isEmpty();
            assertThat(send(list + "/answers", List.of("months", "true", "month", "2025-06"))
                            .getStatus())
                    .isEqualTo(302);
            assertThat(open(list).text()).doesNotContain("không có trong tháng 07/2025");
        } finally {
            jdbc.sql(
                            "update unit_version set valid = daterange(lower(valid), null) where unit_id = ? and upper(valid) = '2025-07-01'")
                    .param(ended)
                    .update();
        }
    }

    @Test
    void aClassIsOverwrittenOnlyByWhoeverSaysItWasWrong() throws Exception {
        List<String> fields = new ArrayList<>(List.of(
                "name",
                "Thủ tục thử",
                "code",
                "9.000001",
                "serviceClass",
                "PARTIAL",
                "from",
                "2024-01-01",
                "seen",
                ""));
        assertThat(send("/procedures", fields).getStatus()).isEqualTo(302);
        String address = "/procedures/"
                + jdbc.sql("select id from procedure where code = '9.000001'")
                        .query(Long.class)
                        .single();
        fields.set(5, "FULL_PROCESS");
        fields.set(9, "0");
        MockHttpServletResponse refused = send(address, fields);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Ngày này đã có mức độ khác");
        fields.addAll(List.of("corrects", "true"));
        assertThat(send(address, fields).getStatus()).isEqualTo(302);
    }

    @Test
    void aClassThatIsKnownIsNotMadeUnknownAndASearchWithoutAResultSaysSo() throws Exception {
        List<String> fields = new ArrayList<>(List.of(
                "name",
                "Thủ tục có mức độ",
                "code",
                "9.000002",
                "serviceClass",
                "PARTIAL",
                "from",
                "2024-01-01",
                "seen",
                ""));
        assertThat(send("/procedures", fields).getStatus()).isEqualTo(302);
        String address = "/procedures/"
                + jdbc.sql("select id from procedure where code = '9.000002'")
                        .query(Long.class)
                        .single();
        fields.set(1, "Tên mới");
        fields.set(5, "");
        fields.set(9, "0");

        MockHttpServletResponse refused = send(address, fields);

        assertThat(refused.getStatus()).isEqualTo(422);
        Document form = Jsoup.parse(refused.getContentAsString());
        assertThat(form.select("#serviceClass-problem").text()).startsWith("Thủ tục này đã có mức độ");
        assertThat(form.select("#name").val()).isEqualTo("Tên mới");
        assertThat(jdbc.sql("select name from procedure where code = '9.000002'")
                        .query(String.class)
                        .single())
                .isEqualTo("Thủ tục có mức độ");

        assertThat(open("/procedures?q=9.000002").select(".data-table tbody tr"))
                .hasSize(1);
        assertThat(open("/procedures?q=khong-co-o-dau").select("p.hint").eachText())
                .contains("Không tìm thấy thủ tục nào như vậy.")
                .doesNotContain("Chưa có thủ tục nào.");
    }

    private void holdsExactly(List<String[]> rows) {
        for (String[] row : rows) {
            List<Integer> stored = jdbc.sql("""
                            select full_process_received, full_process_online, partial_received, partial_online,
                                dossiers_received, online_reported, payable, paid_online
                            from monthly_return r join unit_at('2024-10-01') u on u.unit_id = r.unit_id
                            where u.code = :code and r.month = '2024-10-01' and r.source = 'EXTRACT'
                            """)
                    .param("code", row[0])
                    .query((found, n) -> {
                        List<Integer> numbers = new ArrayList<>();
                        for (int i = 1; i <= 8; i++) {
                            numbers.add(found.getInt(i));
                        }
                        return numbers;
                    })
                    .single();
            assertThat(stored)
                    .as(row[1])
                    .isEqualTo(Arrays.stream(row).skip(3).map(Integer::valueOf).toList());
        }
    }

    private void holdsExactly(List<String[]> persons, String list) {
        Set<String> found = new TreeSet<>(jdbc.sql("""
                        select u.code, d.received_by_key, count(*) as offered,
                            count(*) filter (where d.channel <> 'ONLINE') as paper
                        from received_dossier d join unit_at('2024-10-01') u on u.unit_id = d.unit_id
                        where d.month = '2024-10-01' and d.service_class in ('FULL_PROCESS', 'PARTIAL') group by 1, 2
                        """)
                .query((row, n) ->
                        row.getString(1) + "," + row.getString(2) + "," + row.getInt(3) + "," + row.getInt(4))
                .list());
        assertThat(found)
                .as(list)
                .isEqualTo(persons.stream()
                        .map(row -> row[0] + "," + row[2].toLowerCase() + "," + row[3] + "," + row[4])
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The page of receiving officials, over all the way from the file. */
    private void thePageHolds(List<String[]> persons) throws Exception {
        assertThat(
                        open("/dashboard/paper/people?year=2024&span=MONTH&month=10")
                                .select(".intake-table tbody tr")
                                .stream()
                                .map(row -> row.select("th a").text() + ","
                                        + row.select("td.num").get(0).text() + ","
                                        + row.select("td.num").get(1).text()))
                .containsExactlyInAnyOrderElementsOf(persons.stream()
                        .map(row -> row[2] + "," + row[3] + "," + row[4])
                        .toList());
    }

    private long unit(String name) {
        return jdbc.sql("select unit_id from unit_at('2024-10-01') where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private Map<String, Long> revisions() {
        return new TreeMap<>(jdbc
                .sql("select count(*) from return_revision v join monthly_return r on r.id = v.return_id"
                        + " where r.month = '2024-10-01' group by r.unit_id having count(*) > 0")
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toMap(each -> "revisions " + each, each -> each, Long::sum)));
    }

    /** Every name, number, telephone and address of the samples' citizens, in all columns of all tables, and in the log. */
    private void nothingOfTheCitizens(String known, String log) throws IOException {
        Set<String> citizens = new HashSet<>();
        Set<String> officials = new HashSet<>();
        collect(FIRST, List.of(11, 12, 13, 14), 10, citizens, officials);
        collect(SECOND, List.of(2, 3), 8, citizens, officials);
        int all = citizens.size();
        // What is an official's name as well may stand there for the official; compared without case, as lists write
        // them.
        citizens.removeIf(each -> officials.contains(each.toLowerCase()));
        citizens.removeAll(SearchedTexts.in(known, citizens));
        String database = contents();
        assertThat(database).contains("igate-thang-10-2024.xlsx", "H08.970-241013-1743");
        Set<String> hits = SearchedTexts.in(database, citizens);
        hits.addAll(SearchedTexts.in(log, citizens));
        assertThat(SearchedTexts.in(database, Set.of("H08.970-241013-1743", "không đứng ở đâu")))
                .as("the search finds what is there")
                .containsExactly("H08.970-241013-1743");
        System.out.println("citizens' values searched: " + citizens.size()
                + ", left out as officials' or the demonstration's own: " + (all - citizens.size()) + ", hits: "
                + hits.size());
        assertThat(hits).isEmpty();
    }

    private String contents() {
        return TableContents.tables(jdbc).stream()
                .flatMap(table -> jdbc.sql("select cast(t as text) from " + table + " t").query(String.class).stream())
                .collect(Collectors.joining("\n"));
    }

    private static void collect(
            String name, List<Integer> columns, int official, Set<String> citizens, Set<String> officials)
            throws IOException {
        UploadedFileReader.read(name, sample(name), 1, new RowReader() {
            @Override
            public void sheet(String sheet, boolean from1904, boolean hidden) {}

            @Override
            public boolean wants(int column) {
                return true;
            }

            @Override
            public void row(ParsedRow row) {
                if (row.number() > 6 || name.equals(SECOND) && row.number() > 1) {
                    columns.stream()
                            .map(row::text)
                            .filter(text -> !text.isEmpty())
                            .forEach(citizens::add);
                    officials.add(row.text(official).toLowerCase());
                }
            }
        });
    }

    @Test
    void nothingThatIsBroughtReachesADisk(@Autowired MultipartProperties multipart) {
        assertThat(multipart.getFileSizeThreshold().toBytes())
                .isGreaterThanOrEqualTo(multipart.getMaxRequestSize().toBytes());
    }
}
