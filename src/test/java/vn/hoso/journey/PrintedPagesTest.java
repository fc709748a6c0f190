package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hoso.security.Role;

/** On paper and on screen the same rows: every page with a table, A4 both ways. */
@JourneyTest
class PrintedPagesTest {

    /** Whoever sees most first: what a page shows to several roles is printed once. */
    private static final Set<Role> READERS = new LinkedHashSet<>(List.of(Role.REVIEWER, Role.ADMINISTRATOR));

    @Test
    void printsEveryRowOfEveryTableOnA4BothWays(Visitors visitors) {
        Set<String> printed = new HashSet<>();
        List<String> complaints = new ArrayList<>();
        int tables = 0;
        for (Role role : READERS) {
            Page page = visitors.signedIn(EveryPageTest.person(role));
            for (String address :
                    EveryPageTest.addresses(role).filter(printed::add).toList()) {
                page.navigate(address);
                if (page.locator("main table").count() > 0) {
                    tables++;
                    Stream.of(Paper.values())
                            .map(paper -> paper.complaints(page))
                            .forEach(complaints::addAll);
                }
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(tables).as("pages with a table").isGreaterThan(20);
    }
}
