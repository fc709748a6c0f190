package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.hoso.CurrentDatabase;
import vn.hoso.security.Role;

/** Every name, note and remark is an attack; every page is opened, and the browser runs none of them, whoever reads it. */
@JourneyTest
class HostileTextJourneyTest {

    private static final List<String> ATTACKS = List.of(
            "\"><svg onload=alert(1)>{{7*7}}${7*7}",
            "</textarea><script>alert(1)</script>",
            "'><img src=x onerror=alert(1)>",
            "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
            "</title><style>*{background:url(//example.org)}</style>",
            "\" autofocus onfocus=alert(1) x=\"",
            "<a href=\"javascript:alert(1)\">bấm</a>",
            "<details open ontoggle=alert(1)>");

    /** Tables and the column of free text in them, taken back afterwards. */
    private static final List<String> TEXTS =
            List.of("unit_version.name", "app_user.display_name", "monthly_return.note");

    private static final String AS_TEXT = "&lt;svg onload=alert(1)&gt;";

    private static final String FOREIGN = "main script, iframe, img:not([src^=\"/assets/help/\"]), style,"
            + " [onload], [onerror], [onfocus], [ontoggle], [href^=\"javascript:\"]";

    private static final String FOUND = """
            ({ foreign, text }) => ({
                foreign: [...document.querySelectorAll(foreign)].map(each => location.pathname + ': ' + each.outerHTML.slice(0, 80)),
                shown: document.documentElement.outerHTML.includes(text)
            })""";

    @Autowired
    private CurrentDatabase database;

    /** The tables' owner: the program itself may neither make tables nor take remarks away. */
    private JdbcClient jdbc;

    @BeforeEach
    void attackEverywhere() {
        FlywayConnectionDetails owner = database.owner();
        jdbc = JdbcClient.create(
                new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()));
        TEXTS.forEach(place -> {
            String table = place.split("\\.")[0];
            String column = place.split("\\.")[1];
            jdbc.sql("create table kept_" + table + " as select id, " + column + " as text from " + table)
                    .update();
            jdbc.sql("update " + table + " set " + column + " = (cast(? as text[]))[1 + id % ?] || ' ' || id")
                    .params(ATTACKS.toArray(String[]::new), ATTACKS.size())
                    .update();
        });
        jdbc.sql("""
                        insert into return_remark (return_id, version, text, made_by_name, made_at)
                        select id, version, note, note, now() from monthly_return where month = '2024-09-01'
                        """).update();
    }

    @AfterEach
    void takeBack() {
        TEXTS.forEach(place -> {
            String table = place.split("\\.")[0];
            jdbc.sql("update " + table + " set " + place.split("\\.")[1] + " = kept.text from kept_" + table
                            + " kept where kept.id = " + table + ".id")
                    .update();
            jdbc.sql("drop table kept_" + table).update();
        });
        jdbc.sql("alter table return_remark disable trigger user").update();
        jdbc.sql(
                        "delete from return_remark where return_id in (select id from monthly_return where month = '2024-09-01')")
                .update();
        jdbc.sql("alter table return_remark enable trigger user").update();
    }

    @Test
    void noPageRunsWhatPeopleTyped(Visitors visitors) {
        List<String> complaints = new ArrayList<>();
        Set<String> opened = new HashSet<>();
        for (Role role : List.of(Role.REVIEWER, Role.ADMINISTRATOR, Role.UNIT_STAFF)) {
            Page page = visitors.signedIn(EveryPageTest.person(role));
            page.onDialog(dialog -> {
                complaints.add(page.url() + " opens a dialog: " + dialog.message());
                dialog.dismiss();
            });
            page.addInitScript("document.addEventListener('securitypolicyviolation',"
                    + " event => console.error('blocked: ' + event.violatedDirective + ' ' + event.blockedURI))");
            boolean shown = false;
            for (String address : EveryPageTest.addresses(role).toList()) {
                // The same page of another role comes from the same templates and scripts: its markup tells, but for
                // the forms of staff.
                if (opened.add(address) || (role == Role.UNIT_STAFF && address.startsWith("/figures"))) {
                    assertThat(page.navigate(address).status()).as(address).isLessThan(500);
                    Map<?, ?> found = (Map<?, ?>) page.evaluate(FOUND, Map.of("foreign", FOREIGN, "text", AS_TEXT));
                    shown |= (boolean) found.get("shown");
                    ((List<?>) found.get("foreign")).forEach(each -> complaints.add(String.valueOf(each)));
                } else {
                    APIResponse answer = page.request().get(address);
                    assertThat(answer.status()).as(address).isLessThan(500);
                    shown |= answer.text().contains(AS_TEXT);
                    Jsoup.parse(answer.text()).select(FOREIGN).forEach(each -> complaints.add(address + ": " + each));
                    answer.dispose();
                }
            }
            assertThat(shown).as(role + " sees the attacks as text").isTrue();
        }
        assertThat(complaints).isEmpty();
    }
}
