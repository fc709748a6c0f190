package vn.hoso.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    private static final Set<Role> WHO_SEES_OFFICIALS = EnumSet.of(Role.REVIEWER, Role.LEADER, Role.UNIT_STAFF);
    private static final Set<Role> WHO_RECONCILES = EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR));
    private static final Set<Role> OFFICE = EnumSet.of(Role.REVIEWER);
    private static final Set<Role> TRAIL_READERS = EnumSet.of(Role.REVIEWER, Role.ADMINISTRATOR);
    private static final Set<Role> WRITERS = EnumSet.of(Role.REVIEWER, Role.UNIT_STAFF);
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);

    /** Diêu Trì is the unit of the demonstration's staff; target 1 waits for somebody to confirm it. */
    private static final List<Place> PLACES = List.of(
            new Place("/", 200, EVERYBODY),
            new Place("/dashboard?year=2023", 200, EVERYBODY),
            new Place("/dashboard?year=2024", 200, EVERYBODY),
            new Place("/dashboard?year=2021", 200, EVERYBODY),
            new Place("/dashboard?year=2024&span=QUARTER&month=9", 200, EVERYBODY),
            new Place("/dashboard/details?year=2024", 200, EVERYBODY),
            new Place("/dashboard/details?year=2023", 200, EVERYBODY),
            new Place("/dashboard/details?year=2024&rest=abc", 422, EVERYBODY),
            new Place("/dashboard/contribution?year=2023&level=MEDIAN", 200, ALL_BUT_STAFF),
            new Place("/dashboard/paper?year=2024", 200, ALL_BUT_STAFF),
            new Place("/dashboard/paper/people?year=2024", 200, WHO_SEES_OFFICIALS),
            new Place("/dashboard/paper/explanations", 200, WHO_SEES_OFFICIALS),
            new Place("/dashboard/paper/people/2/unstated?year=2024", 404, WHO_SEES_OFFICIALS),
            new Place("/dashboard/compare?year=2024", 200, ALL_BUT_STAFF),
            new Place("/dashboard/compare?year=2023", 200, ALL_BUT_STAFF),
            new Place("/dashboard/details?year=2024&q=phuoc&sort=LOWEST&only=MISSED", 200, EVERYBODY),
            new Place("/dashboard/map?year=2024", 200, ALL_BUT_STAFF),
            new Place("/dashboard/units/2?year=2024", 200, EVERYBODY),
            new Place("/dashboard/units/3?year=2024&span=QUARTER&month=9", 200, ALL_BUT_STAFF),
            new Place("/dashboard/units/3/letter?year=2024", 200, ALL_BUT_STAFF),
            new Place("/dashboard/decisions/1?year=2023", 200, OFFICE),
            new Place("/figures?year=2024", 200, EVERYBODY),
            new Place("/figures/2024-09", 200, EVERYBODY),
            new Place("/figures/2024-08", 200, EVERYBODY),
            new Place("/figures/2024-09/review", 200, OFFICE),
            new Place("/figures/2024-09/reminders", 200, OFFICE),
            new Place("/imports", 200, WRITERS),
            new Place("/extracts", 200, WRITERS),
            new Place("/extracts/memory", 200, WRITERS),
            new Place("/extracts/999", 404, WRITERS),
            new Place("/extracts/999/counts?unit=2&month=2024-09", 404, EVERYBODY),
            new Place("/procedures", 200, EVERYBODY),
            new Place("/procedures/new", 200, OFFICE),
            new Place("/procedures/999", 404, OFFICE),
            new Place("/procedures/list", 200, OFFICE),
            new Place("/settings", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/status", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/calendar", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/deadlines", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/dossiers", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/fields", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/map", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/map/1", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/map/999", 404, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/units", 200, TRAIL_READERS),
            new Place("/units?q=ph%C6%B0%E1%BB%9Bc&kind=COMMUNE", 200, TRAIL_READERS),
            new Place("/units/2", 200, TRAIL_READERS),
            new Place("/units/2/contact", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/units/999", 404, TRAIL_READERS),
            new Place("/units/new", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/units/kinds", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/units/kinds?kind=COMMUNE", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/units/reorganisations", 200, TRAIL_READERS),
            new Place("/units/reorganisations/99", 404, TRAIL_READERS),
            new Place("/units/reorganisations/new?official=true", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/units/list", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/organisation", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/organisation?province=52", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/imports/999", 404, WRITERS),
            new Place("/figures/2024-09/reminders/2/contact", 200, OFFICE),
            new Place("/figures/2024-09/submissions", 200, EVERYBODY),
            new Place("/figures/2024-09/approvals", 200, OFFICE),
            new Place("/figures/2024-08?known=05/10/2024", 200, EVERYBODY),
            new Place("/figures/2024-08/2/corrections", 200, EVERYBODY),
            new Place("/figures/2024-08/2/notes", 200, EVERYBODY),
            new Place("/dashboard?year=2024&known=05/10/2024", 200, EVERYBODY),
            new Place("/dashboard?known=31/02/2024", 400, EVERYBODY),
            new Place("/targets?year=2023", 200, EVERYBODY),
            new Place("/settings/published?year=2023", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/settings/indicators", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/targets/version", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/targets/version?target=4", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/targets/proposals?year=2024", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/targets/instruments", 200, EnumSet.of(Role.ADMINISTRATOR)),
            new Place("/follow-ups", 200, EVERYBODY),
            new Place("/follow-ups/new?target=4&month=2024-09&unit=2", 200, OFFICE),
            new Place("/follow-ups/new?month=xyz", 400, OFFICE),
            new Place("/readiness?quarter=2024-Q3", 200, EVERYBODY),
            new Place("/readiness/2024-Q3/2", 200, EVERYBODY),
            new Place("/readiness?quarter=2024-Q5", 400, EVERYBODY),
            new Place("/reconciliation?year=2023", 200, WHO_RECONCILES),
            new Place("/reconciliation?year=2024&state=ALL", 200, WHO_RECONCILES),
            new Place("/reconciliation/2023/all/ONLINE_REPORTED", 200, OFFICE),
            new Place("/reconciliation/2023/all/PAYABLE", 404, WHO_RECONCILES),
            new Place("/reconciliation/totals?year=2024", 200, WHO_RECONCILES),
            new Place("/reconciliation/totals/list", 200, OFFICE),
            new Place("/letters", 200, ALL_BUT_STAFF),
            new Place("/letters/late?year=2024", 200, OFFICE),
            new Place("/letters/late?year=2024&shape=EACH", 200, OFFICE),
            new Place("/letters/999999", 404, ALL_BUT_STAFF),
            new Place("/reports", 200, ALL_BUT_STAFF),
            new Place("/reports/2024", 200, ALL_BUT_STAFF),
            new Place("/reports/2023/issues/999999", 404, ALL_BUT_STAFF),
            new Place("/reports/2023/corrections/999999", 404, ALL_BUT_STAFF),
            new Place("/reports/2024/wording", 200, OFFICE),
            new Place("/reports/2024-Q3", 200, ALL_BUT_STAFF),
            new Place("/reports/2024-12", 404, ALL_BUT_STAFF),
            new Place("/reports/2024/checklist", 200, ALL_BUT_STAFF),
            new Place("/accounts", 200, ADMINISTRATOR),
            new Place("/accounts/new", 200, ADMINISTRATOR),
            new Place("/accounts/units", 200, ADMINISTRATOR),
            new Place("/accounts/links", 200, ADMINISTRATOR),
            new Place("/accounts/links/letters", 404, ADMINISTRATOR),
            new Place("/accounts/1", 200, ADMINISTRATOR),
            new Place("/accounts/me", 200, EVERYBODY),
            new Place("/accounts/me/password", 200, EVERYBODY),
            new Place("/accounts/me/second-factor", 200, EVERYBODY),
            new Place("/accounts/me/passkeys", 200, EVERYBODY),
            new Place("/login/code", 200, EVERYBODY),
            new Place("/backups", 200, ADMINISTRATOR),
            new Place("/wall", 200, ADMINISTRATOR),
            new Place("/wall/khong-co", 404, EVERYBODY),
            new Place("/audit", 200, TRAIL_READERS),
            new Place("/audit?month=09/2024&from=99/99/2024", 400, TRAIL_READERS),
            new Place("/trace/2023/overall", 200, EVERYBODY),
            new Place("/trace/2024/overall/units/2", 200, EVERYBODY),
            new Place("/trace/returns/2/2024-08", 200, EVERYBODY),
            new Place("/help", 200, EVERYBODY),
            new Place("/help?q=tr%E1%BA%A3+l%E1%BA%A1i", 200, EVERYBODY),
            new Place("/help/fields", 200, EVERYBODY),
            new Place("/help/month", 200, EVERYBODY),
            new Place("/help/none", 404, EVERYBODY),
            new Place("/login", 200, EVERYBODY),
            new Place("/dashboard?year=1800", 400, EVERYBODY),
            new Place("/nowhere", 404, EVERYBODY));

    /** What is no page, leads to one, or needs a token; other journeys take the files, follow a link and open an issued report. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/accounts/links/sheet.xlsx",
            "/audit/trail.csv",
            "/dashboard/compare.{format:csv|xlsx}",
            "/dashboard/details.{format:csv|xlsx}",
            "/dashboard/contribution.{format:csv|xlsx}",
            "/dashboard/map.{format:csv|xlsx}",
            "/dashboard/paper.{format:csv|xlsx}",
            "/dashboard/paper/people.{format:csv|xlsx}",
            "/dashboard/paper/people/annex.{format:docx|xlsx}",
            "/error",
            "/exports/results.csv",
            "/exports/results.json",
            "/extracts/{id}/answers",
            "/extracts/{id}/application",
            "/extracts/{id}/procedures",
            "/extracts/{id}/discarding",
            "/extracts/{id}/withdrawal",
            "/imports/template",
            "/imports/{id}/application",
            "/imports/{id}/layout",
            "/imports/{id}/month",
            "/imports/{id}/units",
            "/imports/{id}/sheets",
            "/imports/{id}/answers",
            "/imports/{id}/withdrawal",
            "/imports/{id}/original",
            "/backups/{id}/package",
            "/readiness/list.{format:csv|xlsx}",
            "/once/{key}",
            "/figures/{month}/checks",
            "/help/guide.pdf",
            "/figures/{month}/lock",
            "/figures/{month}/reminders/{unit}/letter",
            "/figures/{month}/reopening",
            "/figures/{month}/returns",
            "/links/{token}",
            "/letters/{id}/letter.docx",
            "/letters/{id}/letter.pdf",
            "/letters/{id}/letters.zip",
            "/reconciliation/list.{format:csv|xlsx}",
            "/reports/{term}/annex.xlsx",
            "/reports/{term}/issues/{id}/annex.xlsx",
            "/reports/{term}/issues/{id}/report.docx",
            "/reports/{term}/issues/{id}/report.pdf",
            "/reports/{term}/report.docx",
            "/reports/{term}/report.pdf",
            "/units/suggestions");

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

    private record Answer(int status, Document html) {

        static Answer shown(Page page, Place place) {
            Response answer = Objects.requireNonNull(page.navigate(place.address()));
            return new Answer(answer.status(), Jsoup.parse(answer.text()));
        }

        static Answer asked(Page page, Place place) {
            APIResponse answer =
                    page.request().get(place.address(), RequestOptions.create().setHeader("Accept", "text/html"));
            try {
                return new Answer(answer.status(), Jsoup.parse(answer.text()));
            } finally {
                answer.dispose();
            }
        }
    }

    /** Whoever sees most first: the pages of the others mostly hold nothing that was not judged there. */
    private static final List<Role> READERS =
            List.of(Role.REVIEWER, Role.ADMINISTRATOR, Role.UNIT_STAFF, Role.LEADER, Role.REPORT_CLERK);

    /** What stood on the pages that were judged, by their address. */
    private static final Map<String, List<Set<String>>> JUDGED = new HashMap<>();

    /** Addresses that were printed: as those print them who see most. */
    private static final Set<String> PRINTED = new HashSet<>();

    /** Kinds of tables that were printed both ways. */
    private static final Set<Object> KINDS = new HashSet<>();

    private static int tables;

    /** Each table by where it stands, how it looks and its columns. */
    private static final String KINDS_OF_TABLES = """
            () => [...document.querySelectorAll('main table')].map(table => {
                const kind = [[...(table.rows[0]?.cells ?? [])].map(cell => cell.className + cell.colSpan)];
                for (let each = table; each.tagName !== 'BODY'; each = each.parentElement) {
                    kind.push(each.className);
                }
                return kind.join();
            })""";

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    static List<Role> readers() {
        assertThat(READERS).containsExactlyInAnyOrder(Role.values());
        return READERS;
    }

    /**
     * A page is drawn if something stands on it that did not stand on the same page of somebody before. One that only lacks what
     * somebody else may is asked for and judged without a browser.
     */
    @ParameterizedTest
    @MethodSource("readers")
    void opensToItsRolesAndReadsWellOnADeskOnAPhoneAndOnPaper(Role role, Visitors visitors) {
        Page page = visitors.signedIn(person(role));
        Standard.stayReady(page);
        List<String> complaints = new ArrayList<>();
        boolean refused = false;
        boolean drawn = false;
        for (Place place : PLACES) {
            // One refusal looks like the other; that each is refused is the route matrix's claim.
            if (refused && !place.roles().contains(role)) {
                continue;
            }
            refused |= !place.roles().contains(role);
            List<Set<String>> judged = JUDGED.computeIfAbsent(place.address(), address -> new ArrayList<>());
            // Whoever comes first has everything drawn, and everybody a page, for the frame around it.
            boolean draw = judged.isEmpty() || !drawn;
            Answer answer = draw ? Answer.shown(page, place) : Answer.asked(page, place);
            if (answer.status() != place.answerFor(role)) {
                complaints.add(place.address() + " answers " + answer.status() + ", not " + place.answerFor(role));
            }
            Set<String> stands = Markup.standing(answer.html().expectFirst("main"));
            if (!draw && judged.stream().anyMatch(before -> before.containsAll(stands))) {
                Markup.complaints(answer.html()).forEach(each -> complaints.add(place.address() + ": " + each));
                continue;
            }
            if (!draw) {
                page.navigate(place.address());
            }
            drawn = true;
            judged.add(stands);
            complaints.addAll(Standard.complaints(page));
            if (place.roles().contains(role) && PRINTED.add(place.address())) {
                complaints.addAll(onPaper(page));
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(tables).as("printed pages with a table").isGreaterThan(20);
    }

    /** Every row of the page's tables on the narrower A4, and every kind of table both ways. */
    private static List<String> onPaper(Page page) {
        List<?> kinds = (List<?>) page.evaluate(KINDS_OF_TABLES);
        if (kinds.isEmpty()) {
            return List.of();
        }
        tables++;
        return Paper.complaints(
                page, KINDS.addAll(kinds) ? List.of(Paper.PORTRAIT, Paper.LANDSCAPE) : List.of(Paper.PORTRAIT));
    }

    /** The demonstration's person with this role. */
    static String person(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> "quantri";
            case REVIEWER -> "vanphong";
            case LEADER -> "lanhdao";
            case REPORT_CLERK -> "vanthu";
            case UNIT_STAFF -> "dieutri";
        };
    }

    /** Every page that opens to this role. */
    static Stream<String> addresses(Role role) {
        return PLACES.stream().filter(place -> place.roles().contains(role)).map(Place::address);
    }

    @Test
    void showsStrangersTheSignInPage(Visitors visitors) {
        Page page = visitors.stranger();
        List<String> complaints = new ArrayList<>(Standard.complaints(page));
        page.navigate("/figures/2024-09");
        assertThat(page.url()).endsWith("/login");
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
