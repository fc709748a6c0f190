package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import vn.hoso.security.Role;

@JourneyTest
class EveryPageTest {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> ALL_BUT_STAFF = EnumSet.complementOf(EnumSet.of(Role.UNIT_STAFF));
    private static final Set<Role> OFFICE = EnumSet.of(Role.REVIEWER);
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);

    /** Diêu Trì is the unit of the demonstration's staff; target 1 waits for somebody to confirm it. */
    private static final List<Place> PLACES = List.of(
            new Place("/", 200, EVERYBODY),
            new Place("/dashboard?year=2023", 200, EVERYBODY),
            new Place("/dashboard?year=2024", 200, EVERYBODY),
            new Place("/dashboard?year=2021", 200, EVERYBODY),
            new Place("/dashboard/units/2?year=2024", 200, EVERYBODY),
            new Place("/dashboard/decisions/1?year=2023", 200, OFFICE),
            new Place("/figures?year=2024", 200, EVERYBODY),
            new Place("/figures/2024-09", 200, EVERYBODY),
            new Place("/figures/2024-08", 200, EVERYBODY),
            new Place("/figures/2024-09/review", 200, OFFICE),
            new Place("/figures/2024-09/reminders", 200, OFFICE),
            new Place("/targets?year=2023", 200, EVERYBODY),
            new Place("/reports", 200, ALL_BUT_STAFF),
            new Place("/reports/2024", 200, ALL_BUT_STAFF),
            new Place("/reports/2024/wording", 200, OFFICE),
            new Place("/accounts", 200, ADMINISTRATOR),
            new Place("/login", 200, EVERYBODY),
            new Place("/dashboard?year=1800", 400, EVERYBODY),
            new Place("/nowhere", 404, EVERYBODY));

    /** What is no page, and the page that needs a token; other journeys take the files and follow a link. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/error",
            "/exports/results.csv",
            "/exports/results.json",
            "/links/{token}",
            "/reports/{year}/annex.xlsx",
            "/reports/{year}/report.docx",
            "/reports/{year}/report.pdf");

    /**
     * An address of the program.
     *
     * @param answer what a reader who is let in gets
     * @param roles who is let in; the others get 403
     */
    private record Place(String address, int answer, Set<Role> roles) {

        int answerFor(Role role) {
            return roles.contains(role) ? answer : 403;
        }

        PathContainer path() {
            return PathContainer.parsePath(address.split("\\?")[0]);
        }
    }

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @ParameterizedTest
    @EnumSource(Role.class)
    void opensToItsRolesAndReadsWellOnADeskAndOnAPhone(Role role, Visitors visitors) {
        Page page = visitors.signedIn(
                switch (role) {
                    case ADMINISTRATOR -> "quantri";
                    case REVIEWER -> "vanphong";
                    case LEADER -> "lanhdao";
                    case UNIT_STAFF -> "dieutri";
                });
        List<String> complaints = new ArrayList<>();
        for (Place place : PLACES) {
            int answer = page.navigate(place.address()).status();
            if (answer != place.answerFor(role)) {
                complaints.add(place.address() + " answers " + answer + ", not " + place.answerFor(role));
            }
            complaints.addAll(Standard.complaints(page));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsStrangersTheSignInPageAndNothingElse(Visitors visitors) {
        Page page = visitors.stranger();
        List<String> complaints = new ArrayList<>(Standard.complaints(page));
        for (Place place : PLACES) {
            page.navigate(place.address());
            assertThat(page.url()).endsWith("/login");
        }
        page.getByLabel("Tên đăng nhập").fill("vanphong");
        page.getByLabel("Mật khẩu").fill("sai-mat-khau");
        page.locator("main button[type=submit]").click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("Không đăng nhập được");
        complaints.addAll(Standard.complaints(page));
        assertThat(complaints).isEmpty();
    }

    @Test
    void isVisitedByAJourney() {
        Set<String> unvisited = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPathPatternsCondition() == null
                        ? Stream.of()
                        : mapping.getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> PLACES.stream().noneMatch(place -> pattern.matches(place.path())))
                .map(PathPattern::getPatternString)
                .filter(pattern -> !ELSEWHERE.contains(pattern))
                .forEach(unvisited::add);
        assertThat(unvisited)
                .as("pages that no browser journey visits: add them to PLACES")
                .isEmpty();
    }
}
