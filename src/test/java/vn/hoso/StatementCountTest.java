package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.SignedIn.People;
import vn.hoso.fields.ReturnFields;
import vn.hoso.organisation.Organisations;
import vn.hoso.shared.Formats;

/**
 * A page costs the same handful of statements whatever the number of units. What every request costs alike is not counted:
 * the session is read and its last use kept, and who the reader is now is read anew.
 * Has a database of its own to fill.
 */
@ProgramTest(world = OWN)
class StatementCountTest {

    private static final int MOST = 8;

    /** A report asks beside its figures what units explain, which tasks are open, what the one-stop shops have and which figures disagree. */
    private static final int MOST_OF_A_REPORT = 12;

    private static final List<String> EVERY_REQUEST = List.of("spring_session", "from app_user person");

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

    @Autowired
    private Organisations organisations;

    @Autowired
    private ReturnFields fields;

    /** Known to a program that runs: read when it is first needed, and again only after the organisation or a field was changed. */
    @BeforeEach
    void whatSeldomChangesIsKnown() {
        organisations.all();
        fields.all();
    }

    private List<String> of(String address) throws Exception {
        var reader = people.as("vanphong");
        statements.reset();
        browser.perform(get(address).with(reader)).andExpect(status().isOk());
        return statements.seen().stream()
                .filter(statement -> EVERY_REQUEST.stream().noneMatch(statement.toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    private static int most(String address) {
        return address.startsWith("/reports/") ? MOST_OF_A_REPORT : MOST;
    }

    private void growTo(int units) {
        jdbc.sql("""
                        with grown as (
                            insert into unit (version) select 0 from generate_series(24, :units) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'X-' || id, 'Xã thử nghiệm ' || id, daterange('2021-01-01', null) from grown
                        """).param("units", units).update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, online_reported, status, source, version,
                            changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + unit.id, unit.id, month, 10, 9, 20, 11, 50, 20,
                            'APPROVED', 'DEMONSTRATION', 1, 'thử', now()
                        from unit, reporting_month where unit.id > 23
                        """).update();
        database.analyze();
    }

    @Test
    void dashboardGridReportAndExportCostTheSameFor500UnitsAsFor23() throws Exception {
        List<String> addresses = List.of(
                "/",
                "/dashboard?year=2023",
                "/dashboard?year=2024",
                "/dashboard?year=2024&span=QUARTER&month=9",
                "/dashboard/details?year=2024",
                "/dashboard/contribution?year=2024&level=MEDIAN",
                "/dashboard/paper?year=2024",
                "/dashboard/compare?year=2024",
                "/dashboard/map?year=2024",
                "/dashboard/units/2?year=2024",
                "/dashboard/units/2/letter?year=2024",
                "/figures?year=2024",
                "/figures/2024-09",
                "/figures/2024-10",
                "/figures/2024-09/review",
                "/figures/2024-09/reminders",
                "/figures/2024-08/2/corrections",
                "/figures/2024-08/2/notes",
                "/dashboard?year=2024&known=" + LocalDate.now(Formats.ZONE),
                "/figures/2024-09?known=" + LocalDate.now(Formats.ZONE),
                "/targets?year=2023",
                "/reconciliation",
                "/reconciliation?year=2023",
                "/reconciliation/2023/all/ONLINE_REPORTED",
                "/reconciliation/totals?year=2024",
                "/follow-ups",
                "/follow-ups/new?month=2024-09",
                "/readiness",
                "/readiness/2024-Q3/2",
                "/reports/2024",
                "/reports/2024-Q3",
                "/reports/2024/checklist",
                "/exports/results.json?year=2024",
                "/audit",
                "/trace/2024/overall",
                "/trace/2024/overall/units/2",
                "/trace/returns/2/2024-09");
        // What is read once after a change of the organisation, the calendar or the fields, another class's included.
        of("/dashboard?year=2023&span=MONTH&month=1");
        of("/figures/2024-09");
        List<List<String>> few = new java.util.ArrayList<>();
        for (String address : addresses) {
            few.add(of(address));
        }
        growTo(500);
        for (int i = 0; i < addresses.size(); i++) {
            List<String> many = of(addresses.get(i));
            System.out.printf(
                    "%-32s %d statements for 23 units, %d for 500%n",
                    addresses.get(i), few.get(i).size(), many.size());
            assertThat(few.get(i)).as(addresses.get(i)).hasSizeBetween(1, most(addresses.get(i)));
            assertThat(many).as(addresses.get(i)).containsExactlyElementsOf(few.get(i));
        }
    }

    /** Once an hour keys of forms are forgotten, while somebody may be looking at a page. */
    @Test
    void whatOthersAskMeanwhileIsNotCounted() throws Exception {
        statements.reset();
        Thread other = new Thread(() -> jdbc.sql("delete from used_form_key where used_at < '2000-01-01'")
                .update());
        other.start();
        other.join();
        jdbc.sql("select 1").query().singleValue();
        assertThat(statements.seen()).containsExactly("select 1");
    }

    /** Whose session it is, is asked once, also where the answer is an address to go on to. */
    @Test
    void aSessionIsLookedForOnce() throws Exception {
        BrowserWithCookie reader = new BrowserWithCookie(browser);
        reader.signIn("vanphong", "Thu-nghiem-2024");
        statements.reset();
        reader.post("/language", "language", "vi", "back", "/help")
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/help"));
        assertThat(statements.seen())
                .filteredOn(statement -> statement.toLowerCase(Locale.ROOT).contains("from spring_session"))
                .hasSize(1);
    }

    /** The menu's number of what waits is read for the page that shows it, which an address to go on to is not. */
    @Test
    void anAnswerWithoutAPageReadsNothingOfWhatStandsAroundOne() throws Exception {
        List<String> frame = List.of("follow_up", "outside_total");
        var reader = people.as("vanphong");
        for (int press = 0; press < 2; press++) {
            statements.reset();
            browser.perform(post("/language")
                            .param("language", "vi")
                            .param("back", "/")
                            .with(reader)
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
            assertThat(statements.seen()).noneMatch(statement -> frame.stream().anyMatch(statement::contains));
        }
        statements.reset();
        browser.perform(get("/targets").with(reader)).andExpect(status().isOk());
        assertThat(statements.seen())
                .as("so that the words looked for are those of the menu's number")
                .anyMatch(statement -> frame.stream().anyMatch(statement::contains));
    }
}
