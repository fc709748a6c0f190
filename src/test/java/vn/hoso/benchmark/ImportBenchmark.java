package vn.hoso.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.imports.ImportApplicationService;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.ImportReasons;
import vn.hoso.imports.ImportService;
import vn.hoso.imports.RowKey;
import vn.hoso.imports.TemplateWorkbook;
import vn.hoso.security.CurrentUser;

/** How long a month of the whole country's communes takes, beside a bare batch of the same rows. Has its own database. */
@Tag("benchmark")
@ProgramTest(world = OWN)
class ImportBenchmark {

    private static final int UNITS = 10_600;
    private static final int BATCH = 500;
    private static final YearMonth WARM = YearMonth.of(2025, 3);
    private static final YearMonth MEASURED = YearMonth.of(2025, 4);
    private static final YearMonth BARE = YearMonth.of(2025, 5);

    private static final String HEADING =
            "Mã đơn vị;Đơn vị;Tháng;Toàn trình – phát sinh;Toàn trình – trực tuyến;Một phần – phát sinh;"
                    + "Một phần – trực tuyến;Tổng số hồ sơ;Tổng trực tuyến (theo báo cáo);Ghi chú\r\n";

    /** What an import stores of a unit: its return, and that return's first revision. */
    private static final String RETURN = """
            insert into monthly_return (id, unit_id, month, full_process_received, full_process_online, partial_received,
                partial_online, dossiers_received, online_reported, status, source, version, entered_by, changed_by,
                changed_by_name, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', 'IMPORT', 1, ?, ?, ?, now())
            """;

    private static final String REVISION = """
            insert into return_revision (id, return_id, version, full_process_received, full_process_online,
                full_process_na, partial_received, partial_online, partial_na, dossiers_received, online_reported, status,
                source, changed_by, changed_by_name, changed_at)
            values (?, ?, 1, ?, ?, false, ?, ?, false, ?, ?, 'DRAFT', 'IMPORT', ?, ?, now())
            """;

    private final List<long[]> units = new ArrayList<>();

    @Autowired
    private ImportService imports;

    @Autowired
    private ImportApplicationService application;

    @Autowired
    private TemplateWorkbook template;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private People people;

    @BeforeEach
    void theWholeCountry() {
        List<Long> ids = jdbc.queryForList(
                "insert into unit (version) select 0 from generate_series(1, ?) returning id", Long.class, UNITS);
        jdbc.batchUpdate(
                "insert into unit_version (unit_id, kind, code, name, valid) values (?, 'COMMUNE', ?, ?, '[2020-01-01,)')",
                ids,
                BATCH,
                (statement, id) -> {
                    statement.setLong(1, id);
                    statement.setString(2, "Q" + id);
                    statement.setString(3, "Xã thứ " + id);
                });
        ids.forEach(id -> units.add(figures(id)));
    }

    /** Sound figures without anything to explain: id, full process, online, partial, online, all, online. */
    private static long[] figures(long id) {
        long full = 20 + id % 31;
        long partial = 10 + id % 17;
        return new long[] {
            id, full, full - id % 5, partial, partial - id % 3, full + partial + 9, full + partial - id % 5 - id % 3
        };
    }

    private byte[] csv(YearMonth month) {
        return (HEADING
                        + units.stream()
                                .map(each -> "Q%d;Xã thứ %d;%02d/%d;%d;%d;%d;%d;%d;%d;"
                                        .formatted(
                                                each[0],
                                                each[0],
                                                month.getMonthValue(),
                                                month.getYear(),
                                                each[1],
                                                each[2],
                                                each[3],
                                                each[4],
                                                each[5] + month.getMonthValue(),
                                                each[6]))
                                .collect(Collectors.joining("\r\n")))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void importsAMonthOfEveryCommune() {
        CurrentUser office = people.reviewer();
        brought("warming up", "a.csv", csv(WARM), UNITS, office);
        Duration took = brought("measured", "b.csv", csv(MEASURED), UNITS, office);
        Duration bare = bareBatch(office);
        System.out.printf(
                "import of %d units: %.2f s, %.0f rows/s, %.1f times a bare batch of the same rows (%.2f s)%n",
                UNITS, seconds(took), UNITS / seconds(took), seconds(took) / seconds(bare), seconds(bare));
        long start = System.nanoTime();
        byte[] workbook = template.export(MEASURED, office);
        System.out.printf(
                "own template of %d units: %.2f s, %d bytes%n", UNITS, seconds(since(start)), workbook.length);
        brought("the template brought back", "c.xlsx", workbook, 0, office);
    }

    /** From the file's bytes to the stored figures. */
    private Duration brought(String what, String name, byte[] bytes, int changes, CurrentUser by) {
        long start = System.nanoTime();
        long id = imports.bring(name, bytes, null, by);
        Duration upload = since(start);
        ImportPreview preview = imports.preview(id, ImportReasons.NONE, by);
        Duration preparation = since(start);
        assertThat(preview.ready()).as(String.valueOf(preview.issues())).isTrue();
        Map<RowKey, Integer> seen =
                preview.rows().stream().collect(Collectors.toMap(ImportPreview.Row::key, ImportPreview.Row::version));
        assertThat(application.apply(preview, seen, by))
                .isEqualTo(new JointSaveOutcome(null, new SaveOutcome.Saved(changes)));
        Duration whole = since(start);
        System.out.printf(
                "%s: upload %.2f s, preview %.2f s, storing %.2f s%n",
                what, seconds(upload), seconds(preparation) - seconds(upload), seconds(whole) - seconds(preparation));
        return whole;
    }

    private Duration bareBatch(CurrentUser by) {
        LocalDate month = BARE.atDay(1);
        jdbc.update(
                "insert into reporting_month (month, first_day, last_day) values (?, ?, ?)",
                month,
                month,
                BARE.atEndOfMonth());
        long first = 100_000_000;
        long start = System.nanoTime();
        transaction.executeWithoutResult(open -> {
            jdbc.batchUpdate(RETURN, units, BATCH, (statement, each) -> {
                statement.setLong(1, first + each[0]);
                statement.setLong(2, each[0]);
                statement.setObject(3, month);
                for (int at = 1; at <= 6; at++) {
                    statement.setLong(3 + at, each[at]);
                }
                statement.setLong(10, by.id());
                statement.setLong(11, by.id());
                statement.setString(12, by.displayName());
            });
            jdbc.batchUpdate(REVISION, units, BATCH, (statement, each) -> {
                statement.setLong(1, first + each[0]);
                statement.setLong(2, first + each[0]);
                for (int at = 1; at <= 6; at++) {
                    statement.setLong(2 + at, each[at]);
                }
                statement.setLong(9, by.id());
                statement.setString(10, by.displayName());
            });
        });
        return since(start);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static double seconds(Duration took) {
        return took.toNanos() / 1e9;
    }
}
