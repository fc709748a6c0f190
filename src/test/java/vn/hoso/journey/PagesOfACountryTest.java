package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.CurrentDatabase;
import vn.hoso.ProgramTest;
import vn.hoso.ProgramTest.World;
import vn.hoso.SignedIn.People;
import vn.hoso.security.Role;

/** No page grows with what it does not show: every page of the program where the whole country's communes are its units. */
@Tag("benchmark")
@ProgramTest(world = World.OWN)
class PagesOfACountryTest {

    private static final int COMMUNES = 10_600;

    /** What an ageing computer lays out without a pause, in bytes. */
    private static final int LONGEST = 300_000;

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @BeforeAll
    static void aCountry(@Autowired JdbcClient jdbc, @Autowired CurrentDatabase database) throws SQLException {
        jdbc.sql("""
                        with grown as (insert into unit (version)
                            select 0 from generate_series(1, :units - (select count(*) from unit)) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'Q' || id, 'Xã thứ ' || id, '[2022-01-01,)' from grown
                        """).param("units", COMMUNES).update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online, partial_received,
                            partial_online, dossiers_received, online_reported, status, source, version, changed_by_name, changed_at)
                        select 1000000 + unit.id, unit.id, date '2024-09-01',
                            30 + unit.id % 7, 20 + unit.id % 11, 40, unit.id % 31, 120, null, 'APPROVED', 'IMPORT', 1,
                            'Trần Văn Phòng', now()
                        from unit
                        on conflict (unit_id, month) do nothing
                        """).update();
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            // As the database does by itself within a minute.
            statement.execute("analyze");
        }
    }

    @Test
    void areShort() throws Exception {
        Map<String, Integer> tooLong = new TreeMap<>();
        for (Role role : EnumSet.of(Role.REVIEWER, Role.ADMINISTRATOR)) {
            for (String address : Set.copyOf(EveryPageTest.addresses(role).toList())) {
                long start = System.nanoTime();
                MockHttpServletResponse answer = browser.perform(
                                get(URI.create(address)).with(people.as(EveryPageTest.person(role))))
                        .andReturn()
                        .getResponse();
                assertThat(answer.getStatus()).as(address).isLessThan(500);
                int length = answer.getContentAsByteArray().length;
                System.out.printf(
                        Locale.ROOT,
                        "%6d kB %8d ms  %s%n",
                        length / 1000,
                        (System.nanoTime() - start) / 1_000_000,
                        address);
                if (length > LONGEST) {
                    tooLong.put(address, length);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }
}
