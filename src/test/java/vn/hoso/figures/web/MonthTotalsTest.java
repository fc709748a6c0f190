package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.figures.MonthGridQueries;
import vn.hoso.figures.MonthGridQueries.GridPage;
import vn.hoso.figures.MonthGridQueries.GridSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.MonthTotals;
import vn.hoso.figures.domain.FigureValue;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitFilter;

/** What the database adds up for a page of some units is what the rows of all units come to, one by one. */
@ProgramTest
@Transactional
class MonthTotalsTest {

    private static final YearMonth MONTH = YearMonth.of(2024, 9);
    private static final Instant KNOWN = Instant.parse("2024-10-06T17:00:00Z");
    private static final int UNITS = 140;
    private static final List<Measure> MEASURES = Stream.concat(
                    Measure.OWN.stream(),
                    Stream.of(Measure.added("handled", false), Measure.added("never_told", false)))
            .toList();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MonthGridQueries reading;

    /** Units that begin, end and follow one another, with returns of every kind, also for months in which they are not any more. */
    private List<Long> grow(Random random) {
        jdbc.sql("""
                        insert into return_field (code, name, required, place, valid_from, changed_by_name, changed_at)
                        values ('handled', 'Đã giải quyết', false, 1, '2014-01-01', 'A', now()),
                            ('never_told', 'Chưa ai báo', false, 2, '2014-01-01', 'A', now())
                        """).update();
        List<Long> units = jdbc.sql("insert into unit (version) select 0 from generate_series(1, :n) returning id")
                .param("n", UNITS)
                .query(Long.class)
                .list();
        for (long unit : units) {
            LocalDate begun = LocalDate.of(2021, 1, 1).plusMonths(random.nextInt(8) == 0 ? random.nextInt(60) : 0);
            LocalDate turned = begun.plusMonths(1 + random.nextInt(50));
            switch (random.nextInt(5)) {
                case 0 -> version(unit, begun, turned, random);
                case 1 -> {
                    version(unit, begun, turned, random);
                    version(unit, turned, null, random);
                }
                default -> version(unit, begun, null, random);
            }
            for (YearMonth month : List.of(MONTH, MONTH.minusMonths(1), MONTH.minusYears(1))) {
                if (random.nextInt(4) > 0) {
                    enter(unit, month, random);
                }
            }
        }
        return units;
    }

    private void version(long unit, LocalDate from, @Nullable LocalDate until, Random random) {
        jdbc.sql("""
                        insert into unit_version (unit_id, kind, code, name, valid)
                        values (:unit, :kind, :code, :name, daterange(:from, cast(:until as date)))
                        """)
                .param("unit", unit)
                .param("kind", random.nextInt(3) == 0 ? "TOWNSHIP" : "COMMUNE")
                .param("code", "X-" + unit)
                .param("name", (random.nextBoolean() ? "Xã Đắk Rông " : "Xã Bình An ") + unit)
                .param("from", from)
                .param("until", until)
                .update();
    }

    private void enter(long unit, YearMonth month, Random random) {
        Map<String, Object> row = new HashMap<>();
        boolean fullNa = random.nextInt(6) == 0;
        boolean partialNa = random.nextInt(6) == 0;
        row.put("full_process_received", fullNa || random.nextInt(7) == 0 ? null : 20 + random.nextInt(50));
        row.put("full_process_online", fullNa || random.nextInt(9) == 0 ? null : random.nextInt(20));
        row.put("partial_received", partialNa || random.nextInt(7) == 0 ? null : 20 + random.nextInt(50));
        row.put("partial_online", partialNa || random.nextInt(9) == 0 ? null : random.nextInt(20));
        row.put("dossiers_received", random.nextInt(9) == 0 ? null : 200 + random.nextInt(9_999_000));
        row.put("online_reported", random.nextBoolean() ? null : random.nextInt(200));
        row.put("payable", random.nextBoolean() ? null : 50 + random.nextInt(50));
        row.put("paid_online", row.get("payable") == null ? null : random.nextInt(50));
        String columns = String.join(", ", row.keySet());
        String values = row.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        int versions = 1 + random.nextInt(3);
        ReturnStatus status = ReturnStatus.values()[random.nextInt(4)];
        long id = jdbc.sql(
                        "insert into monthly_return (id, unit_id, month, full_process_na, partial_na, extra, lacking,"
                                + " status, source, version, entered_by, changed_by_name, changed_at, " + columns
                                + ") values"
                                + " (nextval('monthly_return_id_seq') * 1000, :unit, :month, :fullNa, :partialNa,"
                                + " cast(:extra as jsonb), cast(:lacking as text[]), :status, 'FORM', :version, 3, 'A', now(), "
                                + values + ") returning id")
                .param("unit", unit)
                .param("month", month.atDay(1))
                .param("fullNa", fullNa)
                .param("partialNa", partialNa)
                .param("extra", random.nextBoolean() ? "{}" : "{\"handled\": " + random.nextInt(9_999_999) + "}")
                .param("lacking", random.nextInt(9) == 0 ? "{handled}" : "{}")
                .param("status", status.name())
                .param("version", versions)
                .params(row)
                .query(Long.class)
                .single();
        for (int version = 1; version <= versions; version++) {
            jdbc.sql("""
                            insert into return_revision (id, return_id, version, full_process_received, full_process_online,
                                full_process_na, partial_received, partial_online, partial_na, dossiers_received, online_reported,
                                payable, paid_online, status, source, changed_by_name, changed_at, extra, lacking)
                            select nextval('return_revision_id_seq') * 1000, id, :version, full_process_received, full_process_online,
                                full_process_na, partial_received, partial_online, partial_na, dossiers_received + :version,
                                online_reported, payable, paid_online, status, source, changed_by_name, :at, extra, lacking
                            from monthly_return where id = :id
                            """)
                    .param("id", id)
                    .param("version", version)
                    .param(
                            "at",
                            KNOWN.plusSeconds(3600L * (version - 1 - random.nextInt(3)))
                                    .atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static List<CurrentUser> readers(List<Long> units, Random random) {
        Set<Long> some = units.stream().filter(unit -> random.nextInt(3) == 0).collect(Collectors.toSet());
        some.add(2L);
        return List.of(
                new CurrentUser(2, "vanphong", "Văn Phòng", Role.REVIEWER, Set.of()),
                new CurrentUser(4, "lanhdao", "Lãnh Đạo", Role.LEADER, Set.of()),
                new CurrentUser(9, "vanthu", "Văn Thư", Role.UNIT_STAFF, some),
                new CurrentUser(9, "vanthu", "Văn Thư", Role.UNIT_STAFF, Set.of()));
    }

    private static List<MonthUnitsPage> pages(List<Long> units, Random random) {
        List<MonthUnitsPage> pages = new ArrayList<>(List.of(MonthUnitsPage.FIRST));
        for (String text : List.of("", "dak rong", "X-1", "không có")) {
            for (String kind : List.of("", "COMMUNE")) {
                long unit = random.nextBoolean() ? 0 : units.get(random.nextInt(UNITS));
                pages.add(new MonthUnitsPage(UnitFilter.typed(text, kind, 1 + random.nextInt(4)), unit));
            }
        }
        return pages;
    }

    /** Every unit on one page: nothing is left to be added up elsewhere. */
    private static MonthUnitsPage.Shown all(List<Unit> units) {
        return new MonthUnitsPage.Shown(
                units, new UnitFinderView(MonthUnitsPage.FIRST.filter(), List.of(), units.size(), units.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {20241001, 7, 10600})
    void aPageOfSomeUnitsKnowsTheTotalsOfAll(long seed) {
        Random random = new Random(seed);
        List<Long> units = grow(random);
        for (CurrentUser reader : readers(units, random)) {
            GridSnapshot rows =
                    reading.read(MONTH, MEASURES, reader, MonthTotalsTest::all).month();
            GridSnapshot then = reading.known(MONTH, KNOWN, MEASURES, reader, MonthTotalsTest::all)
                    .month();
            assertThat(rows.units()).allMatch(unit -> reader.maySee(unit.id()));
            assertThat(rows.units().size()).isLessThan(UNITS + 23);
            for (MonthUnitsPage asked : pages(units, random)) {
                Set<Long> typed = Set.of(units.get(random.nextInt(UNITS)), 2L);
                same(rows, reading.read(MONTH, MEASURES, reader, found -> asked.among(found, typed)), reader);
                same(then, reading.known(MONTH, KNOWN, MEASURES, reader, found -> asked.among(found, typed)), reader);
            }
        }
    }

    private static void same(GridSnapshot rows, GridPage<MonthUnitsPage.Shown> page, CurrentUser reader) {
        GridSnapshot found = page.month();
        List<Unit> shown = page.shown().units();
        assertThat(found.units()).isEqualTo(rows.units());
        assertThat(found.remarks()).isEqualTo(rows.remarks());
        for (Unit unit : shown) {
            assertThat(found.of(unit.id())).isEqualTo(rows.of(unit.id()));
            assertThat(found.previousOf(unit.id())).isEqualTo(rows.previousOf(unit.id()));
            assertThat(found.lastYearOf(unit.id())).isEqualTo(rows.lastYearOf(unit.id()));
        }
        Set<Unit> on = Set.copyOf(shown);
        assertThat(found.totals().all()).isEqualTo(added(rows, rows.units(), reader));
        assertThat(found.totals().rest())
                .isEqualTo(added(
                        rows,
                        rows.units().stream().filter(unit -> !on.contains(unit)).toList(),
                        reader));
    }

    /** One by one, as the figures themselves say. */
    private static MonthTotals.Part added(GridSnapshot rows, List<Unit> units, CurrentUser reader) {
        int complete = 0;
        int submittable = 0;
        long online = 0;
        Map<Measure, Long> sums = new TreeMap<>();
        Set<Measure> used = new HashSet<>();
        for (Unit unit : units) {
            StoredReturn stored = rows.of(unit.id());
            if (stored == null) {
                continue;
            }
            ReturnFigures figures = stored.figures();
            MEASURES.stream()
                    .filter(measure -> !(figures.cell(measure) instanceof FigureValue.NotReported))
                    .forEach(used::add);
            if (stored.complete()) {
                complete++;
                online += figures.onlineTotal();
                MEASURES.forEach(measure -> {
                    if (figures.number(measure) != null) {
                        sums.merge(measure, (long) Objects.requireNonNull(figures.number(measure)), Long::sum);
                    }
                });
                boolean open = stored.status() == ReturnStatus.DRAFT || stored.status() == ReturnStatus.RETURNED;
                submittable += open && reader.mayEnter(unit.id()) ? 1 : 0;
            }
        }
        return new MonthTotals.Part(complete, submittable, online, sums, used);
    }
}
