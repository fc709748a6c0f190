package vn.hoso.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.ProgramTest;

/**
 * Packages of ten years: made and restored into a PostgreSQL of their own again and again, every row compared and the trail verified each
 * time; a district's twenty times, then a province's with its documents. Run it with {@code -Xmx512m}, which is all it may need.
 */
@Tag("endurance")
@ProgramTest(world = OWN)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillEndurance {

    private static final int DRILLS = Integer.getInteger("hoso.drills", 20);

    @Autowired
    private PackageWriter writer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    @Test
    @Order(1)
    void aDistrictsTenYearsComeBackEveryTime() throws Exception {
        grow(23, 0);
        drills("23 units, 10 years", DRILLS);
    }

    @Test
    @Order(2)
    void aProvincesTenYearsWithDocumentsComeBack() throws Exception {
        grow(155, 60_000);
        drills("155 units, 10 years, documents", 1);
    }

    private void drills(String world, int times) throws Exception {
        Path place = Files.createDirectories(folder.resolve("place"));
        Path binaries =
                Files.createDirectories(Path.of("target", "postgresql-binaries").toAbsolutePath());
        Files.createSymbolicLink(place.resolve("binaries"), binaries);
        List<Long> written = new ArrayList<>();
        List<Long> restored = new ArrayList<>();
        Path file = folder.resolve("ten-years.zip");
        long rows = 0;
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            Manifest manifest = writer.write(file, false, Progress.NONE);
            written.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
            Drill.Result result = new Drill(PackageFile.open(file), clock).run(place, Progress.NONE);
            restored.add(result.took().toMillis());
            rows = manifest.rows();
            assertThat(result.restored().rows()).isEqualTo(rows);
            assertThat(result.restored().trail().intact()).isTrue();
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows, package %.1f MB, %d of %d drills equal; written in %s ms, restored and compared in %s ms"
                        + " (middle of %d); heap %d MB at most%n",
                world,
                rows,
                Files.size(file) / 1e6,
                restored.size(),
                times,
                middle(written),
                middle(restored),
                times,
                Runtime.getRuntime().maxMemory() / 1_000_000);
    }

    private static long middle(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** Ten years of months for so many units, each return saved and approved, each save a line of the trail; and documents. */
    private void grow(int units, int documentBytes) {
        jdbc.sql("""
                        with grown as (insert into unit (version)
                            select 0 from generate_series(1, :units - (select count(*) from unit)) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'Q' || id, 'Xã thứ ' || id, '[2015-01-01,)' from grown
                        """).param("units", units).update();
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day, state)
                        select m, m, m + interval '1 month' - interval '1 day', 'OPEN'
                        from generate_series(date '2014-10-01', date '2024-09-01', '1 month') m on conflict do nothing
                        """).update();
        jdbc.sql("""
                        with fresh as (insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 100 + row_number() over (), unit.id, r.month, 30 + unit.id % 7,
                            20 + unit.id % 11, 40, unit.id % 31, 120, 'APPROVED', 'FORM', 2, 'Trần Văn Phòng', now()
                        from unit, reporting_month r where r.month < date '2024-10-01'
                        on conflict (unit_id, month) do nothing returning *)
                        insert into return_revision (id, return_id, version, full_process_received, full_process_online,
                            full_process_na, partial_received, partial_online, partial_na, dossiers_received, status, source,
                            changed_by_name, changed_at)
                        select nextval('return_revision_id_seq') * 100 + n, id, n, full_process_received, full_process_online, false,
                            partial_received, partial_online, false, dossiers_received,
                            case n when 1 then 'SUBMITTED' else 'APPROVED' end, source, changed_by_name, changed_at
                        from fresh, generate_series(1, 2) n
                        """).update();
        jdbc.sql("""
                        insert into audit_event (at, actor_name, action, subject, detail, month, unit_ids)
                        select now(), 'Trần Văn Phòng', 'figures.saved', to_char(month, 'YYYY-MM'), '', month, array[unit_id]
                        from monthly_return
                        """).update();
        if (documentBytes > 0) {
            documents(documentBytes);
        }
        jdbc.sql("vacuum analyze").update();
    }

    /** Bytes that do not pack, as those of documents. */
    private void documents(int bytes) {
        jdbc.sql("""
                        with issued as (insert into issued_report (year, last_month, inputs, inputs_sha256, issued_by,
                            issued_by_name, issued_at, span)
                            select y, make_date(y, m, 1), '{}', repeat('0', 64), (select min(id) from app_user), 'Trần Văn Phòng',
                                now(), 'MONTH'
                            from generate_series(2015, 2024) y, generate_series(1, 12) m returning id)
                        insert into issued_report_file (report_id, kind, plain_name, name, media_type, bytes, sha256)
                        select i.id, k, 'bao-cao.bin', 'Báo cáo.bin', 'application/octet-stream', f.bytes,
                            encode(sha256(f.bytes), 'hex')
                        from issued i, unnest(array['DOCUMENT', 'PDF', 'ANNEX']) with ordinality u (k, n),
                            lateral (select string_agg(sha256(int8send((i.id * 10 + n) * 100000 + part)), '') as bytes
                                from generate_series(1, :bytes / 32) part) f
                        """).param("bytes", bytes).update();
    }
}
