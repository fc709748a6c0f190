package vn.hoso.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.procedures.Procedure.ClassFrom;
import vn.hoso.procedures.Procedure.Listed;
import vn.hoso.procedures.ProcedureCatalogue.Comparison;
import vn.hoso.procedures.ProcedureCatalogue.Outcome;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserFacingException;

/** A list of procedures becomes the catalogue, whoever else works on it, and writes nothing over that it does not say. */
@ProgramTest(world = OWN)
class ProcedureListTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    @Autowired
    private MockMvc browser;

    @Autowired
    private ProcedureCatalogue catalogue;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private CurrentUser office;

    @BeforeEach
    void empty() {
        jdbc.sql("delete from procedure_class").update();
        jdbc.sql("delete from procedure").update();
        office = people.reviewer();
    }

    private static Listed listed(
            @Nullable String code, String name, @Nullable String field, @Nullable ServiceClass serviceClass) {
        return new Listed(code, name, field, serviceClass);
    }

    private Procedure named(String code) {
        return catalogue.all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Listed> sample() throws IOException {
        try (InputStream in = ProcedureListTest.class.getResourceAsStream("/extract/danh-muc-tthc.xlsx")) {
            return ProcedureList.read(ProcedureList.find(
                            "danh-muc-tthc.xlsx", Objects.requireNonNull(in).readAllBytes(), 1)
                    .lines());
        }
    }

    @Test
    void theSampleBecomesTheCatalogueAndChangesNothingASecondTime() throws IOException {
        List<Listed> list = sample();
        assertThat(list).hasSize(20);
        assertThat(list.stream().collect(Collectors.groupingBy(Listed::serviceClass, Collectors.counting())))
                .isEqualTo(
                        Map.of(ServiceClass.FULL_PROCESS, 8L, ServiceClass.PARTIAL, 8L, ServiceClass.NOT_ONLINE, 4L));
        assertThat(list)
                .contains(
                        listed("1.000894", "Đăng ký kết hôn", "Hộ tịch", ServiceClass.PARTIAL),
                        listed("2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực", ServiceClass.NOT_ONLINE),
                        listed(
                                "2.001263",
                                "Liên thông khai sinh, thường trú, bảo hiểm y tế",
                                "Hộ tịch",
                                ServiceClass.FULL_PROCESS));
        Comparison first = catalogue.take(list, DAY, "QĐ 1", office);
        assertThat(first.added()).hasSize(20);
        assertThat(first.changed()).isEmpty();
        assertThat(named("1.000894").classes()).containsExactly(new ClassFrom(DAY, ServiceClass.PARTIAL, "QĐ 1"));
        assertThat(catalogue.compare(list, DAY)).isEqualTo(new Comparison(List.of(), Map.of(), 20, List.of()));
        assertThat(jdbc.sql("select jsonb_array_length(changes) from audit_event where action = 'procedure.listed'"
                                + " order by id desc limit 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void aProcedureWithoutItsCodeFirstAndWithItThenIsOne() {
        List<Listed> list = List.of(
                listed(null, "Đăng ký kết hôn", "Hộ tịch", null),
                listed("1.000894", "ĐĂNG KÝ KẾT HÔN", null, ServiceClass.PARTIAL));
        assertThat(catalogue.compare(list, DAY).added())
                .containsExactly(listed("1.000894", "ĐĂNG KÝ KẾT HÔN", "Hộ tịch", ServiceClass.PARTIAL));
        catalogue.take(list, DAY, null, office);
        assertThat(catalogue.all()).hasSize(1);

        assertThat(catalogue.compare(list, DAY)).isEqualTo(new Comparison(List.of(), Map.of(), 1, List.of()));
        Comparison renamed = catalogue.take(
                List.of(listed(null, "Đăng ký kết hôn", null, null), listed("1.000894", "Đăng ký kết hôn", null, null)),
                DAY,
                null,
                office);
        assertThat(renamed.added()).isEmpty();
        assertThat(renamed.changed()).hasSize(1);
        assertThat(named("1.000894").name()).isEqualTo("Đăng ký kết hôn");
    }

    /** Two procedures have one name: a row of that name without a code is neither's, and is not dropped in silence. */
    @Test
    void aRowWithoutItsCodeIsNeverLost() {
        Listed full = listed("1.1", "Đăng ký khai sinh", null, ServiceClass.FULL_PROCESS);
        Listed partial = listed("1.2", "Đăng ký khai sinh", null, ServiceClass.PARTIAL);
        Listed alike = listed("1.2", "Đăng ký khai sinh", null, ServiceClass.FULL_PROCESS);
        Listed other = listed(null, "Đăng ký khai sinh", null, ServiceClass.NOT_ONLINE);
        Listed nothing = listed(null, "Đăng ký khai sinh", null, null);

        assertThat(catalogue.compare(List.of(full, alike, other), DAY).unclear())
                .containsExactly(other);
        assertThat(catalogue.compare(List.of(full, partial, nothing), DAY).unclear())
                .containsExactly(nothing);
        assertThat(catalogue.compare(List.of(full, other), DAY))
                .isEqualTo(new Comparison(List.of(full), Map.of(), 0, List.of(other)));
        // Where they are not offered alike, what is said of the name alone is a procedure of its own.
        Comparison own = catalogue.take(List.of(full, partial, other), DAY, null, office);
        assertThat(own.added()).containsExactlyInAnyOrder(full, partial, other);
        assertThat(own.unclear()).isEmpty();
    }

    @Test
    void thePreviewNamesRowsWithoutACodeOfWhichNothingIsTaken() throws Exception {
        Document page =
                Jsoup.parse(sent("\tĐăng ký khai sinh\n1.1\tĐăng ký khai sinh\n1.2\tĐăng ký khai sinh\n\tKhai tử")
                        .getContentAsString());
        assertThat(page.select("[role=status]").text())
                .isEqualTo("3 thủ tục mới, 0 thủ tục khác danh mục, 0 thủ tục giống danh mục."
                        + " 1 dòng không có mã không được cập nhật.");
        assertThat(page.select("tbody td:last-child").eachText())
                .containsExactly(
                        "Không có mã: tên này là của nhiều thủ tục, hoặc dòng có mã ghi khác."
                                + " Không cập nhật; hãy ghi thêm mã.",
                        "Mới",
                        "Mới",
                        "Mới, không có mã");
    }

    private MockHttpServletResponse sent(String lines) throws Exception {
        return browser.perform(post("/procedures/list")
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .param("from", "2024-01-01")
                        .param("lines", lines))
                .andReturn()
                .getResponse();
    }

    /** Sheets by name, each with its rows; cells are separated by "|". */
    private static byte[] workbook(Map<String, List<String>> sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            sheets.forEach((name, rows) -> {
                Sheet sheet = workbook.createSheet(name);
                for (int row = 0; row < rows.size(); row++) {
                    Row cells = sheet.createRow(row);
                    String[] texts = rows.get(row).split("\\|");
                    for (int at = 0; at < texts.length; at++) {
                        cells.createCell(at).setCellValue(texts[at]);
                    }
                }
            });
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static final List<String> LIST =
            List.of("Mã TTHC|Tên thủ tục|Mức độ", "1.000894|Đăng ký kết hôn|Một phần", "|Lĩnh vực đất đai|");

    /** A cover that bears the word is no list; what stands on other sheets is not read in silence. */
    @Test
    void theListIsReadOfTheSheetThatHoldsItAndTheOthersAreNamed() throws Exception {
        Map<String, List<String>> sheets = new LinkedHashMap<>();
        sheets.put("Bìa", List.of("Thủ tục hành chính", "Năm 2024"));
        sheets.put("Danh mục", LIST);
        sheets.put("Tiếp theo", List.of("1.000895|Khai tử|Một phần"));
        MockHttpServletResponse answer = browser.perform(multipart("/procedures/list")
                        .file(new MockMultipartFile("file", "danh-muc.xlsx", null, workbook(sheets)))
                        .param("from", "2024-01-01")
                        .with(people.as("vanphong"))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#lines").first().wholeText())
                .contains("1.000894\tĐăng ký kết hôn\t\tMột phần")
                .doesNotContain("2024", "Khai tử");
        assertThat(page.select("#unread").text())
                .isEqualTo("Chỉ đọc trang “Danh mục” của tệp; không đọc “Bìa”, “Tiếp theo”.");
    }

    @Test
    void twoListsOfAFileAndACodeWithoutItsNameAreRefusedWithTheirPlace() throws Exception {
        Map<String, List<String>> two = new LinkedHashMap<>();
        two.put("Cấp huyện", LIST);
        two.put("Cấp xã", LIST);
        assertThatThrownBy(() -> ProcedureList.find("a.xlsx", workbook(two), 1))
                .isInstanceOfSatisfying(UserFacingException.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("procedures.refused.two-lists");
                    assertThat(refused.args()).containsExactly("Cấp huyện", "Cấp xã");
                });
        assertThatThrownBy(() -> ProcedureList.find(
                        "a.xlsx",
                        workbook(Map.of("A", List.of("Mã TTHC|Tên thủ tục", "1.000894|Kết hôn", "1.000895"))),
                        1))
                .isInstanceOfSatisfying(UserFacingException.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("procedures.refused.name");
                    assertThat(refused.args()).containsExactly("A", "3");
                });
    }

    @Test
    void whatIsTooLongIsSaidWithTheLimitAndTheTextStays() throws Exception {
        for (String line :
                List.of("1".repeat(61) + "\tKết hôn", "1.1\t" + "a".repeat(1_001), "1.1\ta\t" + "b".repeat(301))) {
            MockHttpServletResponse refused = sent("1.1\tKết hôn\n" + line);
            assertThat(refused.getStatus()).isEqualTo(422);
            Document page = Jsoup.parse(refused.getContentAsString());
            assertThat(page.select("#lines-problem").text())
                    .isEqualTo("Dòng 2 của danh sách dài quá: mã dài nhất 60 ký tự, tên 1.000, lĩnh vực 300.");
            assertThat(page.select("#lines").first().wholeText()).contains(line);
        }
        assertThat(sent("1".repeat(60) + "\t" + "a".repeat(1_000) + "\t" + "b".repeat(300))
                        .getStatus())
                .isEqualTo(200);
        assertThat(Jsoup.parse(sent("1.1\ta\tb\t\tthêm").getContentAsString())
                        .select("#lines-problem")
                        .text())
                .contains("nhiều hơn bốn ô");
        MockHttpServletResponse whole = sent("x".repeat(4_000_001));
        assertThat(whole.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(whole.getContentAsString())
                        .select("#lines-problem")
                        .text())
                .isEqualTo("Danh sách dài nhất 4.000.000 ký tự.");
    }

    /** Names of procedures are longer than a sentence: their ends are found, and tell them apart. */
    @Test
    void wordsAreComparedToTheirEnd() {
        String begin = "thu tuc ".repeat(30);
        assertThat(ServiceClass.folded(begin + "Một")).isNotEqualTo(ServiceClass.folded(begin + "Hai"));
        assertThat(ServiceClass.folded(begin + "Đất đai")).endsWith("thu tuc dat dai");

        String longer = "thủ tục ".repeat(80);
        List<Listed> two = List.of(
                listed(null, longer + "cấp lại", null, ServiceClass.PARTIAL),
                listed(null, longer + "cấp đổi", null, ServiceClass.FULL_PROCESS));
        assertThat(catalogue.take(two, DAY, null, office).added()).hasSize(2);
        assertThat(catalogue.all())
                .noneMatch(Procedure::coded)
                .allMatch(each -> each.code().length() <= 500);
        assertThat(catalogue.compare(two, DAY)).isEqualTo(new Comparison(List.of(), Map.of(), 2, List.of()));
    }

    /** Long names were known by their beginning alone: what is stored so is found, and takes its code. */
    @Test
    void aLongNameThatIsStoredByItsBeginningIsFound() {
        String name = "ho so ".repeat(100) + "cấp lại";
        catalogue.take(List.of(listed(null, name, null, ServiceClass.PARTIAL)), DAY, null, office);
        jdbc.sql("update procedure set code = rtrim(left(repeat('HO SO ', 100), 500))")
                .update();

        Procedure stored = catalogue.all().get(0);
        assertThat(stored.code()).startsWith("HO SO").hasSizeGreaterThan(490);
        assertThat(stored.coded()).isFalse();
        Listed coded = listed("1.000894", name, null, ServiceClass.PARTIAL);
        assertThat(catalogue.compare(List.of(coded), DAY).changed()).containsExactly(Map.entry(stored, coded));
    }

    @Test
    void aRowWithoutItsCodeThatContradictsTheCatalogueIsTold() {
        catalogue.take(List.of(listed("1.1", "Đăng ký khai sinh", null, ServiceClass.PARTIAL)), DAY, null, office);
        Listed renamed = listed("1.1", "Khai sinh", null, ServiceClass.PARTIAL);
        Listed same = listed(null, "Đăng ký khai sinh", null, ServiceClass.PARTIAL);
        Listed other = listed(null, "Đăng ký khai sinh", null, ServiceClass.FULL_PROCESS);

        assertThat(catalogue.compare(List.of(renamed, same), DAY).unclear()).isEmpty();
        Comparison compared = catalogue.compare(List.of(renamed, other), DAY);
        assertThat(compared.changed().values()).containsExactly(renamed);
        assertThat(compared.unclear()).containsExactly(other);
    }

    @Test
    void aRowThatChangesOnlyTheNameLeavesTheClassAndItsDecision() {
        catalogue.take(List.of(listed("1.1", "Tên cũ", null, ServiceClass.PARTIAL)), DAY, "QĐ 10/2024", office);
        LocalDate later = DAY.plusMonths(6);

        catalogue.take(List.of(listed("1.1", "Tên mới", null, ServiceClass.PARTIAL)), later, "QĐ 99/2024", office);
        assertThat(named("1.1").name()).isEqualTo("Tên mới");
        assertThat(named("1.1").classes()).containsExactly(new ClassFrom(DAY, ServiceClass.PARTIAL, "QĐ 10/2024"));

        catalogue.take(List.of(listed("1.1", "Tên mới", "Hộ tịch", ServiceClass.FULL_PROCESS)), DAY, null, office);
        assertThat(named("1.1").classes()).containsExactly(new ClassFrom(DAY, ServiceClass.FULL_PROCESS, "QĐ 10/2024"));
        assertThat(jdbc.sql("select changes::text from audit_event where action = 'procedure.listed'"
                                + " order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("1.1 · Tên mới · PARTIAL", "1.1 · Tên mới · Hộ tịch · FULL_PROCESS");
    }

    @Test
    void whoComesSecondIsToldThatTheCodeIsTakenOrTheProcedureChanged() {
        Listed typed = listed("1.2", "Thủ tục", null, ServiceClass.PARTIAL);
        assertThat(meanwhile(() -> catalogue.keep(null, -1, typed, DAY, null, office)))
                .isEqualTo(Outcome.TAKEN);
        Procedure kept = named("1.2");
        assertThat(meanwhile(() -> catalogue.keep(kept.id(), kept.version(), typed, DAY, "QĐ 1", office)))
                .isEqualTo(Outcome.MEANWHILE);
        assertThat(meanwhile(() -> catalogue.take(List.of(listed("1.3", "Khác", null, null)), DAY, null, office))
                        .nothing())
                .isTrue();
    }

    /** What the second of two who do the same at once is told. */
    private <T> T meanwhile(Supplier<T> same) {
        CompletableFuture<T> second = Objects.requireNonNull(transactions.execute(status -> {
            same.get();
            CompletableFuture<T> started = CompletableFuture.supplyAsync(same);
            awaitWaiting();
            return started;
        }));
        return second.join();
    }

    private void awaitWaiting() {
        for (int tries = 0; tries < 500; tries++) {
            if (jdbc.sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
