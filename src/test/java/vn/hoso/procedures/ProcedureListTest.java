package vn.hoso.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.procedures.Procedure.ClassFrom;
import vn.hoso.procedures.Procedure.Listed;
import vn.hoso.procedures.ProcedureCatalogue.Comparison;
import vn.hoso.procedures.ProcedureCatalogue.Outcome;
import vn.hoso.security.CurrentUser;

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
            return ProcedureList.read(ProcedureList.lines(
                    "danh-muc-tthc.xlsx", Objects.requireNonNull(in).readAllBytes(), 1));
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
