package vn.hoso.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.CurrentDatabase;
import vn.hoso.ProgramTest;
import vn.hoso.ProgramTest.World;
import vn.hoso.SignedIn.People;

/**
 * What the pages cost a province of 155 units and a country of 3,400, as ratios to a district of 23, with 24 months each: time,
 * statements and length of the page; of a look after a save, when nothing is remembered, and of the next one.
 * {@code -Dhoso.benchmark.units=230,10600 -Dhoso.benchmark.months=120} for the communes of 2026 and ten years.
 */
@Tag("benchmark")
@ProgramTest(world = World.OWN)
class ManyUnitsBenchmark {

    private static final List<String> PAGES = List.of(
            "/dashboard?year=2024",
            "/figures?year=2024",
            "/figures/2024-09",
            "/figures/2024-09/review",
            "/figures/2024-09?known=08/10/2024",
            "/dashboard/compare?year=2024",
            "/dashboard/contribution?year=2024",
            "/dashboard/paper?year=2024",
            "/dashboard/map?year=2024",
            "/dashboard/units/1?year=2024",
            "/dashboard/units/1/letter?year=2024",
            "/dashboard?year=2024&known=08/10/2024",
            "/trace/2024/overall",
            "/reports/2024",
            "/reports/2024/report.docx",
            "/reports/2024/annex.xlsx",
            "/exports/results.csv?year=2024",
            "/units");

    /** Only pages whose address begins so, to look at one of them closely. */
    private static final String ONLY = System.getProperty("hoso.benchmark.page", "/");

    private static final List<Integer> UNITS = Stream.of(
                    System.getProperty("hoso.benchmark.units", "23,155,3400").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final int MONTHS = Integer.getInteger("hoso.benchmark.months", 24);

    private static final int WARMING = 2;
    private static final int TURNS = Integer.getInteger("hoso.benchmark.turns", 5);

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CurrentDatabase database;

    @Autowired
    private Statements statements;

    @Autowired
    private People people;

    /** What a page cost: milliseconds of the middle turn, anew and remembered, statements, thousands of bytes. */
    private record Cost(double millis, double remembered, int statements, int kilobytes) {}

    @Test
    void growsFromADistrictToTheCountry() throws Exception {
        Map<Integer, Map<String, Cost>> costs = new LinkedHashMap<>();
        for (int units : UNITS) {
            grow(units);
            Map<String, Cost> found = new LinkedHashMap<>();
            for (String page :
                    PAGES.stream().filter(each -> each.startsWith(ONLY)).toList()) {
                found.put(page, cost(page));
            }
            costs.put(units, found);
        }
        Map<String, Cost> few = costs.get(UNITS.get(0));
        costs.forEach((units, found) -> found.forEach((page, cost) -> System.out.printf(
                Locale.ROOT,
                "%5d units %-36s %8.1f ms, ratio %6.1f; remembered %8.1f ms, ratio %6.1f; %2d statements; %6d kB%n",
                units,
                page,
                cost.millis(),
                cost.millis() / few.get(page).millis(),
                cost.remembered(),
                cost.remembered() / few.get(page).remembered(),
                cost.statements(),
                cost.kilobytes())));
    }

    private Cost cost(String page) throws Exception {
        List<Double> times = new ArrayList<>();
        List<Double> remembered = new ArrayList<>();
        int length = 0;
        int asked = 0;
        for (int turn = 0; turn < TURNS + WARMING; turn++) {
            jdbc.sql("insert into results_revision default values").update();
            var reader = people.as(page.startsWith("/units") ? "quantri" : "vanphong");
            statements.reset();
            long start = System.nanoTime();
            var answer = browser.perform(get(page).with(reader)).andReturn().getResponse();
            long anew = System.nanoTime();
            assertThat(answer.getStatus()).as(page).isEqualTo(200);
            length = answer.getContentAsByteArray().length / 1000;
            asked = statements.seen().size();
            long again = System.nanoTime();
            browser.perform(get(page).with(reader)).andReturn();
            if (turn >= WARMING) {
                times.add((anew - start) / 1e6);
                remembered.add((System.nanoTime() - again) / 1e6);
            }
        }
        return new Cost(median(times), median(remembered), asked, length);
    }

    private static double median(List<Double> millis) {
        return millis.stream().sorted().toList().get(TURNS / 2);
    }

    private void grow(int units) {
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day, state)
                        select m, m, m + interval '1 month' - interval '1 day', 'OPEN'
                        from generate_series(date '2024-10-01' - :months * interval '1 month', date '2024-09-01', '1 month') m
                        on conflict do nothing
                        """).param("months", MONTHS).update();
        jdbc.sql("""
                        with grown as (insert into unit (version)
                            select 0 from generate_series(1, :units - (select count(*) from unit)) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'Q' || id, 'Xã thứ ' || id, '[2014-01-01,)' from grown
                        """).param("units", units).update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online, partial_received,
                            partial_online, dossiers_received, online_reported, status, source, version, changed_by_name, changed_at)
                        select 1000000 + coalesce((select max(id) from monthly_return), 0) + row_number() over (), unit.id, r.month,
                            30 + unit.id % 7, 20 + unit.id % 11, 40, unit.id % 31, 120, null, 'APPROVED', 'IMPORT', 1,
                            'Trần Văn Phòng', now()
                        from unit, reporting_month r where r.month < date '2024-10-01'
                        on conflict (unit_id, month) do nothing
                        """).update();
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            // By who owns the tables: the program may not, and would be told so in a warning alone.
            statement.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
