package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** Imports that a copy of the program began, and did not end. */
@ProgramTest(world = OWN)
class CutOffImportTest {

    private static final int UNITS = ImportApplicationService.SHORT + 1;

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Autowired
    private ImportService imports;

    @Autowired
    private ImportApplicationService application;

    @Autowired
    private ImportFileService files;

    private static YearMonth month = YearMonth.of(2026, 1);

    private ImportForm office;
    private String address;
    private long id;

    /** Each test has a month of its own, with other figures than the one before. */
    @BeforeEach
    void bringsALongFile() throws Exception {
        month = month.plusMonths(1);
        jdbc.sql("""
                        with fresh as (insert into unit (version)
                            select 0 from generate_series(1, case when exists (select from unit_version where code = 'L1') then 0 else ? end)
                            returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'L' || row_number() over (), 'Xã dài ' || row_number() over (), '[2026-01-01,)' from fresh
                        """).param(UNITS).update();
        office = new ImportForm(browser, people.as("vanphong"));
        String rows = IntStream.rangeClosed(1, UNITS)
                .mapToObj(at -> "Xã dài " + at + ";10;10;8;8;" + (30 + month.getMonthValue()) + ";18")
                .collect(Collectors.joining(
                        "\n",
                        "Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;Một phần - trực tuyến;"
                                + "Tổng số hồ sơ;Tổng trực tuyến\n",
                        ""));
        address = office.taken("dài.csv", rows.getBytes(StandardCharsets.UTF_8), month.toString());
        id = Long.parseLong(address.substring("/imports/".length()));
    }

    /** As a copy of the program leaves the file that said this long ago that it goes on. */
    private void begunByAnotherCopy(String ago) {
        jdbc.sql("update import_file set applying_since = '2026-03-02T03:32Z', applying_key = gen_random_uuid(),"
                        + " applying_seen_at = clock_timestamp() - cast(? as interval) where id = ?")
                .params(ago, id)
                .update();
    }

    private int stored() {
        return jdbc.sql("select count(*) from monthly_return where month = ?")
                .param(month.atDay(1))
                .query(Integer.class)
                .single();
    }

    /** Long ago, or by a clock that ran ahead and has been put right since. */
    @ParameterizedTest
    @ValueSource(strings = {"16 seconds", "-1 year"})
    void saysThatItWasCutOffAndLetsItBeDoneAgain(String ago) throws Exception {
        begunByAnotherCopy(ago);
        assertThat(office.get(address).getHeader("Refresh")).isNull();
        Document preview = office.open(address);
        assertThat(preview.select(".error-summary").text())
                .contains("Chưa nhập gì cả: lần nhập bắt đầu lúc 10:32")
                .contains("dừng giữa chừng");
        assertThat(office.open("/imports").select("tbody tr").first().text())
                .contains("Nhập bị dừng giữa chừng, chưa ghi gì");
        assertThat(office.apply(address, preview).getStatus()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(60)).until(() -> office.get(address).getHeader("Refresh") == null);
        assertThat(office.open(address).select(".error-summary")).isEmpty();
        assertThat(stored()).isEqualTo(UNITS);
    }

    @Test
    void believesAnotherCopyThatSaysItGoesOn() throws Exception {
        Document preview = office.open(address);
        begunByAnotherCopy("3 seconds");
        String attempt = attempt();
        assertThat(office.get(address).getHeader("Refresh")).isEqualTo("2");
        assertThat(office.apply(address, preview).getStatus()).isEqualTo(302);
        assertThat(attempt()).isEqualTo(attempt);
    }

    /** It only seemed dead, as a computer that slept does: another attempt began meanwhile, and only that one may store. */
    @Test
    void storesNothingOfAnAttemptThatAnotherOneTookOver() {
        ImportPreview preview = imports.preview(id, ImportReasons.NONE, people.reviewer());
        UUID slept = UUID.randomUUID();
        assertThat(files.begin(id, null, slept)).isTrue();
        assertThat(files.begin(id, null, UUID.randomUUID())).isFalse();
        begunByAnotherCopy("16 seconds");
        UUID next = UUID.randomUUID();
        assertThat(files.begin(id, null, next)).isTrue();
        assertThatThrownBy(() -> application.apply(preview, Map.of(), slept, people.reviewer()))
                .hasMessageContaining("another attempt took over");
        files.stopped(id, slept, "imports.alert.failed");
        assertThat(stored()).isZero();
        assertThat(attempt()).isEqualTo(next.toString());
    }

    /** From two tabs at once: the second finds nothing left to change, and what the first stored is told and counted once. */
    @Test
    void countsOnceWhatTwoTabsApply() {
        ImportPreview preview = imports.preview(id, ImportReasons.NONE, people.reviewer());
        for (int tab = 1; tab <= 2; tab++) {
            assertThat(application.apply(preview, Map.of(), people.reviewer()).saved())
                    .isTrue();
        }
        assertThat(stored()).isEqualTo(UNITS);
        assertThat(jdbc.sql("select units_changed from import_file where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(UNITS);
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'imports.applied' and subject = ?")
                        .param(String.valueOf(id))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private String attempt() {
        return jdbc.sql("select applying_key::text from import_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
