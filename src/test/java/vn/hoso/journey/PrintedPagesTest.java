package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoso.security.Role;

/** On paper and on screen the same rows: every page with a table on the narrower A4, every kind of table both ways. */
@JourneyTest
class PrintedPagesTest {

    /** Whoever sees most first: what a page shows to several roles is printed once. */
    private static final Set<Role> READERS = new LinkedHashSet<>(List.of(Role.REVIEWER, Role.ADMINISTRATOR));

    /** Each table by where it stands, how it looks and its columns. */
    private static final String KINDS = """
            () => [...document.querySelectorAll('main table')].map(table => {
                const kind = [[...(table.rows[0]?.cells ?? [])].map(cell => cell.className + cell.colSpan)];
                for (let each = table; each.tagName !== 'BODY'; each = each.parentElement) {
                    kind.push(each.className);
                }
                return kind.join();
            })""";

    @Test
    void printsEveryRowOfEveryTableOnA4(Visitors visitors) {
        Set<String> printed = new HashSet<>();
        Set<Object> kinds = new HashSet<>();
        List<String> complaints = new ArrayList<>();
        int tables = 0;
        for (Role role : READERS) {
            Page page = visitors.signedIn(EveryPageTest.person(role));
            for (String address :
                    EveryPageTest.addresses(role).filter(printed::add).toList()) {
                page.navigate(address);
                if (page.locator("main table").count() > 0) {
                    tables++;
                    complaints.addAll(Paper.PORTRAIT.complaints(page));
                    if (kinds.addAll((List<?>) page.evaluate(KINDS))) {
                        complaints.addAll(Paper.LANDSCAPE.complaints(page));
                    }
                }
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(tables).as("pages with a table").isGreaterThan(20);
    }
}
