package vn.hoso.guard;

import static vn.hoso.guard.Row.changes;
import static vn.hoso.guard.Row.reads;
import static vn.hoso.guard.World.LOCKED;
import static vn.hoso.guard.World.OPEN;
import static vn.hoso.guard.World.OTHER;
import static vn.hoso.guard.World.OWN;
import static vn.hoso.guard.World.SUBMITTED;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.springframework.test.web.servlet.MvcResult;
import vn.hoso.security.Role;

/**
 * Every handler of the program: who may, how a valid request looks, which unit and which month it must not reach. A new
 * handler needs a row here; {@link RouteMatrixTest} and {@link MassAssignmentTest} do the rest.
 *
 * <pre>
 * reads("/pattern", WHO, "/an/address?that=works")             GET; answers 200 unless .answers(302)
 *     .otherUnit("/an/address/of/a/unit/not/theirs")            staff get 404 and nothing of that unit
 * changes("/pattern", WHO, world -> Ask.post("/address", "field", "value"))
 *     .otherUnit(world -> …)  .lockedMonth(world -> …)          404 for staff, 409 for whoever may
 * </pre>
 *
 * A valid request holds every field that its form has, since any other name is taken for one that must change nothing.
 * It is made in a transaction that is taken back: it may first do whatever it needs through {@link World}, such as
 * filling in the form as it stands on the page.
 */
final class Routes {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> ALL_BUT_STAFF = EnumSet.complementOf(EnumSet.of(Role.UNIT_STAFF));
    private static final Set<Role> WHO_ENTERS = EnumSet.of(Role.REVIEWER, Role.UNIT_STAFF);
    private static final Set<Role> REVIEWER = EnumSet.of(Role.REVIEWER);
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);

    private static final String MONTH = "/figures/" + OPEN;
    private static final String HANDED_IN = "/figures/" + SUBMITTED;
    private static final String CLOSED = "/figures/" + LOCKED;

    private static final String SHEET =
            "Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;Một phần - trực tuyến;"
                    + "Tổng số hồ sơ\nThị trấn Diêu Trì;10;9;20;11;50\n";

    /** Beside these rows: folders of files that everybody may read, none of which is made from anybody's data. */
    static final Set<String> FILES = Set.of("/webjars/**", "/**", "/favicon.ico");

    static final List<Row> ALL = List.of(
            // security
            reads("/login", EVERYBODY, "/login").forAnyone(),
            reads("/error", EVERYBODY, "/error").forAnyone().forAnyMethod().answers(500),
            reads("/actuator/health", EVERYBODY, "/actuator/health").forAnyone(),
            reads("/actuator/health/**", EVERYBODY, "/actuator/health/db").answers(404),
            // accounts
            reads("/accounts", ADMINISTRATOR, "/accounts"),
            changes("/accounts", ADMINISTRATOR, Routes::newPerson),
            changes("/accounts/{id}/link", ADMINISTRATOR, world -> Ask.post("/accounts/" + staffId(world) + "/link")),
            reads("/links/{token}", EVERYBODY, "").forAnyone().asking(world -> Ask.get(link(world))),
            changes("/links/{token}", EVERYBODY, Routes::chosenPassword).forAnyone(),
            // dashboard
            reads("/", EVERYBODY, "/").answers(302),
            reads("/dashboard", EVERYBODY, "/dashboard?year=2024"),
            reads("/dashboard/units/{id}", EVERYBODY, "/dashboard/units/" + OWN + "?year=2024")
                    .otherUnit("/dashboard/units/" + OTHER + "?year=2024"),
            reads("/dashboard/decisions/{targetId}", REVIEWER, "/dashboard/decisions/1?year=2023"),
            changes("/dashboard/decisions/{targetId}", REVIEWER, Routes::decision),
            // figures
            reads("/figures", EVERYBODY, "/figures?year=2024"),
            reads("/figures/{month}", EVERYBODY, HANDED_IN),
            changes("/figures/{month}", WHO_ENTERS, Routes::typedRow)
                    .otherUnit(
                            world -> typedRow(world).rename("u" + OWN + ".", "u" + OTHER + "."),
                            world -> typedRow(world).rename("u" + OWN + ".", "u999999."))
                    .lockedMonth(world -> typedRow(world).to(CLOSED)),
            changes("/figures/{month}/submissions", WHO_ENTERS, world -> submission(world, OWN))
                    .otherUnit(world -> submission(world, OTHER), world -> submission(world, 999_999))
                    .lockedMonth(world -> Ask.post(CLOSED + "/submissions", "unit", OWN + ":1")),
            reads("/figures/{month}/review", REVIEWER, HANDED_IN + "/review"),
            changes(
                            "/figures/{month}/approvals",
                            REVIEWER,
                            world -> Ask.post(HANDED_IN + "/approvals", "approve", OWN + ":1"))
                    .lockedMonth(world -> Ask.post(CLOSED + "/approvals", "approve", OWN + ":1")),
            changes("/figures/{month}/returns", REVIEWER, world -> sentBack(HANDED_IN))
                    .lockedMonth(world -> sentBack(CLOSED)),
            changes("/figures/{month}/lock", REVIEWER, world -> Ask.post(HANDED_IN + "/lock")),
            changes(
                    "/figures/{month}/reopening",
                    REVIEWER,
                    world -> Ask.post(
                            CLOSED + "/reopening",
                            "reason",
                            "Sửa số liệu",
                            "until",
                            world.today().plusDays(3).toString())),
            reads("/figures/{month}/reminders", REVIEWER, HANDED_IN + "/reminders"),
            // imports
            reads("/imports", WHO_ENTERS, "/imports"),
            changes("/imports", WHO_ENTERS, world -> sheet(SHEET, OPEN)).lockedMonth(world -> sheet(SHEET, LOCKED)),
            reads("/imports/template", WHO_ENTERS, "/imports/template?month=" + OPEN),
            reads("/imports/{id}", WHO_ENTERS, "").asking(world -> Ask.get(brought(world, SHEET, OPEN))),
            reads("/imports/{id}/original", WHO_ENTERS, "")
                    .asking(world -> Ask.get(brought(world, SHEET, OPEN) + "/original")),
            changes(
                    "/imports/{id}/month",
                    WHO_ENTERS,
                    world -> Ask.post(brought(world, SHEET, "") + "/month", "month", OPEN)),
            changes("/imports/{id}/units", WHO_ENTERS, Routes::namedUnit),
            changes("/imports/{id}/layout", WHO_ENTERS, Routes::describedSheet),
            changes("/imports/{id}/application", WHO_ENTERS, Routes::appliedSheet),
            reads("/imports/{id}/month", WHO_ENTERS, "/imports/1/month").answers(302),
            reads("/imports/{id}/units", WHO_ENTERS, "/imports/1/units").answers(302),
            reads("/imports/{id}/layout", WHO_ENTERS, "/imports/1/layout").answers(302),
            reads("/imports/{id}/application", WHO_ENTERS, "/imports/1/application")
                    .answers(302),
            // targets
            reads("/targets", EVERYBODY, "/targets?year=2023"),
            // reports
            reads("/reports", ALL_BUT_STAFF, "/reports").answers(302),
            reads("/reports/{year}", ALL_BUT_STAFF, "/reports/2024"),
            reads("/reports/{year}/report.docx", ALL_BUT_STAFF, "/reports/2024/report.docx"),
            reads("/reports/{year}/annex.xlsx", ALL_BUT_STAFF, "/reports/2024/annex.xlsx"),
            // exports
            reads("/exports/results.json", EVERYBODY, "/exports/results.json?year=2024"),
            reads("/exports/results.csv", EVERYBODY, "/exports/results.csv?year=2024"));

    private Routes() {}

    private static Ask newPerson(World world) {
        return world.form("/accounts", "/accounts", Role.ADMINISTRATOR)
                .type("displayName", "Võ Thị Thử")
                .type("username", "vo.thi.thu")
                .type("role", "UNIT_STAFF")
                .type("unitIds", String.valueOf(OWN));
    }

    private static long staffId(World world) {
        return world.database()
                .sql("select id from app_user where username = ?")
                .param(world.person(Role.UNIT_STAFF).getUsername())
                .query(Long.class)
                .single();
    }

    /** A fresh link's path, as the administrator is shown it. */
    private static String link(World world) {
        MvcResult answer = world.send(Ask.post("/accounts/" + staffId(world) + "/link"), Role.ADMINISTRATOR);
        String shown =
                String.valueOf(Objects.requireNonNull(answer.getFlashMap()).get("link"));
        return shown.substring(shown.indexOf("/links/"));
    }

    private static Ask chosenPassword(World world) {
        String link = link(world);
        String page = World.body(world.send(Ask.get(link), null));
        Ask ask = Ask.post(link);
        for (var field : Jsoup.parse(page).select("main form input[name]:not([name=_csrf])")) {
            ask = ask.and(field.attr("name"), field.val());
        }
        return ask.type("password", "Sông Côn chảy mãi 7").type("repeated", "Sông Côn chảy mãi 7");
    }

    private static Ask decision(World world) {
        String address = "/dashboard/decisions/1";
        return world.form(address + "?year=2023", address, Role.REVIEWER)
                .type("verdict", "MET")
                .type("note", "Có phát sinh");
    }

    /** The staff's own row of a month without figures, typed into. */
    private static Ask typedRow(World world) {
        String row = "u" + OWN + ".";
        return world.form(MONTH, MONTH, Role.UNIT_STAFF)
                .type(row + "fullProcessReceived", "10")
                .type(row + "fullProcessOnline", "9")
                .type(row + "partialReceived", "20")
                .type(row + "partialOnline", "11")
                .type(row + "dossiersReceived", "50");
    }

    private static Ask submission(World world, long unit) {
        world.send(typedRow(world), Role.UNIT_STAFF);
        return Ask.post(MONTH + "/submissions", "unit", unit + ":1");
    }

    private static Ask sentBack(String month) {
        return Ask.post(month + "/returns", "unit", OWN + ":1", "remark", "Tổng số chưa khớp sổ", "cell.payable", "");
    }

    private static Ask sheet(String text, String month) {
        return Ask.post("/imports", "month", month)
                .upload("file", "a.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The address of a file that the staff brought. */
    private static String brought(World world, String text, String month) {
        return Objects.requireNonNull(
                world.send(sheet(text, month), Role.UNIT_STAFF).getResponse().getRedirectedUrl());
    }

    private static Ask namedUnit(World world) {
        String address = brought(world, SHEET.replace("Thị trấn Diêu Trì", "Một cửa Diêu Trì"), OPEN);
        return world.form(address, address + "/units", Role.UNIT_STAFF).type("unit0", String.valueOf(OWN));
    }

    private static Ask describedSheet(World world) {
        String address = brought(world, "Nơi gửi;A\nThị trấn Diêu Trì;50\n", OPEN);
        return world.form(address, address + "/layout", Role.UNIT_STAFF)
                .type("headerRow", "1")
                .type("unitColumn", "1")
                .type("dossiersReceived", "2");
    }

    private static Ask appliedSheet(World world) {
        String address = brought(world, SHEET, OPEN);
        return world.form(address, address + "/application", Role.UNIT_STAFF);
    }
}
