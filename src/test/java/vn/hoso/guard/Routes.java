package vn.hoso.guard;

import static vn.hoso.guard.Row.changes;
import static vn.hoso.guard.Row.reads;
import static vn.hoso.guard.World.LOCKED;
import static vn.hoso.guard.World.OPEN;
import static vn.hoso.guard.World.OTHER;
import static vn.hoso.guard.World.OWN;
import static vn.hoso.guard.World.SUBMITTED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;
import vn.hoso.intake.IntakeRows;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;

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
    private static final Set<Role> WHO_SEES_OFFICIALS = EnumSet.of(Role.REVIEWER, Role.LEADER, Role.UNIT_STAFF);
    private static final Set<Role> WHO_RECONCILES = EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR));
    private static final Set<Role> REVIEWER = EnumSet.of(Role.REVIEWER);
    private static final Set<Role> WHO_REGISTERS = EnumSet.of(Role.REVIEWER, Role.REPORT_CLERK);
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> TRAIL_READERS = EnumSet.of(Role.REVIEWER, Role.ADMINISTRATOR);

    private static final Map<JdbcClient, IssuedReportRows> ISSUED = new ConcurrentHashMap<>();

    private static final String MONTH = "/figures/" + OPEN;
    private static final String HANDED_IN = "/figures/" + SUBMITTED;
    private static final String CLOSED = "/figures/" + LOCKED;

    private static final String SHEET =
            "Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;Một phần - trực tuyến;"
                    + "Tổng số hồ sơ\nThị trấn Diêu Trì;10;9;20;11;50\n";

    /** Beside these rows: folders of files that everybody may read, none of which is made from anybody's data. */
    static final Set<String> FILES = Set.of("/webjars/**", "/assets/**", "/favicon.ico");

    /** Changes that lead on to a page that says by itself what came of them: the next step, or the sign-in. */
    static final Set<String> LEAD_ON = Set.of(
            "/language",
            "/accounts/me/second-factor",
            "/accounts/me/sessions/end",
            "/extracts",
            "/extracts/{id}/answers",
            "/extracts/{id}/application",
            "/imports",
            "/imports/{id}/answers",
            "/imports/{id}/application",
            "/imports/{id}/layout",
            "/imports/{id}/month",
            "/imports/{id}/sheets",
            "/imports/{id}/units",
            "/links/{token}",
            "/login/code",
            "/settings/map");

    static final List<Row> ALL = List.of(
            // security
            reads("/login", EVERYBODY, "/login").forAnyone(),
            changes("/language", EVERYBODY, world -> Ask.post("/language", "language", "vi", "back", "/"))
                    .forAnyone()
                    .changingNothing(),
            reads("/help", EVERYBODY, "/help?q=toan+trinh").forAnyone(),
            reads("/help/guide.pdf", EVERYBODY, "/help/guide.pdf").forAnyone(),
            reads("/help/{chapter}", EVERYBODY, "/help/month").forAnyone(),
            reads("/error", EVERYBODY, "/error").forAnyone().forAnyMethod().answers(500),
            reads("/actuator/health", EVERYBODY, "/actuator/health").forAnyone(),
            reads("/livez", EVERYBODY, "/livez").forAnyone(),
            reads("/readyz", EVERYBODY, "/readyz").forAnyone(),
            reads("/actuator/health/**", EVERYBODY, "/actuator/health/db").answers(404),
            // accounts
            reads("/accounts", ADMINISTRATOR, "/accounts"),
            changes("/accounts", ADMINISTRATOR, Routes::newPerson),
            reads("/accounts/new", ADMINISTRATOR, "/accounts/new"),
            reads("/accounts/units", ADMINISTRATOR, "/accounts/units"),
            changes(
                    "/accounts/units",
                    ADMINISTRATOR,
                    world -> world.form("/accounts/units", "/accounts/units", Role.ADMINISTRATOR)),
            reads("/accounts/links", ADMINISTRATOR, "/accounts/links"),
            changes("/accounts/links", ADMINISTRATOR, world -> {
                world.send(Ask.post("/accounts/" + staffId(world) + "/link"), Role.ADMINISTRATOR);
                return world.form("/accounts/links", "/accounts/links", Role.ADMINISTRATOR)
                        .and("all", "all");
            }),
            // Their keys lie in the session of whoever made the links, which no request here has.
            reads("/accounts/links/sheet.xlsx", ADMINISTRATOR, "/accounts/links/sheet.xlsx")
                    .answers(404),
            reads("/accounts/links/letters", ADMINISTRATOR, "/accounts/links/letters")
                    .answers(404),
            reads("/accounts/{id}", ADMINISTRATOR, "/accounts/2"),
            changes("/accounts/{id}", ADMINISTRATOR, Routes::changedPerson),
            changes("/accounts/{id}/disabling", ADMINISTRATOR, world -> ofStaff(world, "disabling")),
            changes("/accounts/{id}/enabling", ADMINISTRATOR, world -> {
                world.send(ofColleague(world, "disabling"), Role.ADMINISTRATOR);
                return ofColleague(world, "enabling");
            }),
            changes("/accounts/{id}/unlocking", ADMINISTRATOR, world -> ofStaff(world, "unlocking"))
                    .changingNothing(),
            changes("/accounts/{id}/second-factor-reset", ADMINISTRATOR, world -> {
                Ask reset = ofColleague(world, "second-factor-reset");
                world.database()
                        .sql(
                                "insert into second_factor select id, 'x', now(), now() from app_user where username = 'chanhvanphong'")
                        .update();
                return reset;
            }),
            reads("/accounts/me", EVERYBODY, "/accounts/me"),
            reads("/accounts/me/password", EVERYBODY, "/accounts/me/password"),
            changes(
                    "/accounts/me/password",
                    EVERYBODY,
                    world -> Ask.post(
                            "/accounts/me/password",
                            "present",
                            "Thu-nghiem-2024",
                            "password",
                            "Sông Côn chảy mãi 7",
                            "repeated",
                            "Sông Côn chảy mãi 7")),
            reads("/accounts/me/second-factor", EVERYBODY, "/accounts/me/second-factor"),
            changes("/accounts/me/second-factor", EVERYBODY, world -> Ask.post("/accounts/me/second-factor")),
            changes(
                            "/accounts/me/second-factor/confirmation",
                            EVERYBODY,
                            world -> confirmation(world, begun(world, world.visitorOr(Role.UNIT_STAFF, EVERYBODY))))
                    .answers(200),
            changes(
                            "/accounts/me/second-factor/removal",
                            EVERYBODY,
                            world -> Ask.post(
                                    "/accounts/me/second-factor/removal",
                                    "present",
                                    "Thu-nghiem-2024",
                                    "code",
                                    "000000"))
                    .answers(422)
                    .changingNothing(),
            reads("/login/code", EVERYBODY, "").asking(world -> {
                enrolled(world, world.visitorOr(Role.UNIT_STAFF, EVERYBODY));
                return Ask.get("/login/code");
            }),
            changes("/login/code", EVERYBODY, world -> {
                Role who = world.visitorOr(Role.UNIT_STAFF, EVERYBODY);
                return Ask.post("/login/code", "code", world.codeOf(enrolled(world, who), 1));
            }),
            // What is signed lives in a session, which no request here has; the passkeys' own tests sign.
            changes("/login/code/passkey", EVERYBODY, world -> {
                        enrolled(world, world.visitorOr(Role.UNIT_STAFF, EVERYBODY));
                        return Ask.post("/login/code/passkey", "answer", "");
                    })
                    .answers(422)
                    .changingNothing(),
            reads("/accounts/me/passkeys", EVERYBODY, "/accounts/me/passkeys"),
            changes(
                            "/accounts/me/passkeys",
                            EVERYBODY,
                            world -> Ask.post(
                                    "/accounts/me/passkeys",
                                    "name",
                                    "Máy bàn",
                                    "present",
                                    "Thu-nghiem-2024",
                                    "answer",
                                    "{}"))
                    .answers(422)
                    .changingNothing(),
            changes("/accounts/me/passkeys/{id}/removal", EVERYBODY, Routes::removedPasskey),
            changes("/accounts/me/sessions/end", EVERYBODY, world -> Ask.post("/accounts/me/sessions/end"))
                    .changingNothing(),
            changes("/accounts/me/sessions/{key}/end", EVERYBODY, world -> Ask.post("/accounts/me/sessions/abc/end"))
                    .answers(404)
                    .changingNothing(),
            changes("/accounts/{id}/link", ADMINISTRATOR, world -> Ask.post("/accounts/" + staffId(world) + "/link")),
            reads("/links/{token}", EVERYBODY, "").forAnyone().asking(world -> Ask.get(link(world))),
            changes("/links/{token}", EVERYBODY, Routes::chosenPassword).forAnyone(),
            // dashboard
            reads("/", EVERYBODY, "/"),
            changes("/work/{kind}/{reference}/dismissal", WHO_ENTERS, Routes::news),
            reads("/dashboard", EVERYBODY, "/dashboard?year=2024"),
            reads("/dashboard/details", EVERYBODY, "/dashboard/details?year=2024"),
            reads("/dashboard/contribution", ALL_BUT_STAFF, "/dashboard/contribution?year=2024&level=MEDIAN"),
            reads("/dashboard/paper", ALL_BUT_STAFF, "/dashboard/paper?year=2024"),
            reads("/dashboard/paper/people", WHO_SEES_OFFICIALS, "/dashboard/paper/people?year=2024")
                    .otherUnit("/dashboard/paper/people?year=2024&unit=" + OTHER),
            reads(
                            "/dashboard/paper/people.{format:csv|xlsx}",
                            WHO_SEES_OFFICIALS,
                            "/dashboard/paper/people.csv?year=2024&view=PROCEDURES")
                    .otherUnit("/dashboard/paper/people.csv?year=2024&unit=" + OTHER),
            reads("/dashboard/paper/people/{unit}/{official}", WHO_SEES_OFFICIALS, "")
                    .asking(world -> Ask.get(official(world, OWN)))
                    .otherUnit(world -> Ask.get(official(world, OTHER))),
            changes(
                            "/dashboard/paper/people/{unit}/{official}/explanations",
                            WHO_ENTERS,
                            world -> explained(world, OWN))
                    .otherUnit(world -> explained(world, OTHER)),
            reads(
                    "/dashboard/paper/people/annex.{format:docx|xlsx}",
                    WHO_SEES_OFFICIALS,
                    "/dashboard/paper/people/annex.docx?year=2024"),
            reads("/dashboard/paper/explanations", WHO_SEES_OFFICIALS, "/dashboard/paper/explanations"),
            changes(
                    "/dashboard/paper/explanations/{id}/decision",
                    REVIEWER,
                    world -> Ask.post(explanation(world, OWN) + "/decision", "accepted", "true", "answer", "")),
            changes(
                            "/dashboard/paper/explanations/{id}/withdrawal",
                            WHO_ENTERS,
                            world -> Ask.post(explanation(world, OWN) + "/withdrawal"))
                    .otherUnit(world -> Ask.post(explanation(world, OTHER) + "/withdrawal")),
            reads("/dashboard/compare", ALL_BUT_STAFF, "/dashboard/compare?year=2024"),
            reads("/dashboard/map", ALL_BUT_STAFF, "/dashboard/map?year=2024"),
            reads("/dashboard/details.{format:csv|xlsx}", EVERYBODY, "/dashboard/details.csv?year=2024"),
            reads("/dashboard/compare.{format:csv|xlsx}", ALL_BUT_STAFF, "/dashboard/compare.xlsx?year=2024"),
            reads("/dashboard/paper.{format:csv|xlsx}", ALL_BUT_STAFF, "/dashboard/paper.csv?year=2024"),
            reads("/dashboard/contribution.{format:csv|xlsx}", ALL_BUT_STAFF, "/dashboard/contribution.xlsx?year=2024"),
            reads("/dashboard/map.{format:csv|xlsx}", ALL_BUT_STAFF, "/dashboard/map.csv?year=2024"),
            reads("/dashboard/units/{id}", EVERYBODY, "/dashboard/units/" + OWN + "?year=2024")
                    .otherUnit("/dashboard/units/" + OTHER + "?year=2024"),
            reads("/dashboard/units/{id}/letter", ALL_BUT_STAFF, "/dashboard/units/" + OWN + "/letter?year=2024"),
            reads("/dashboard/decisions/{targetId}", REVIEWER, "/dashboard/decisions/1?year=2023"),
            changes("/dashboard/decisions/{targetId}", REVIEWER, Routes::decision),
            reads("/status", ADMINISTRATOR, "/status"),
            reads("/settings", ADMINISTRATOR, "/settings"),
            reads("/settings/calendar", ADMINISTRATOR, "/settings/calendar"),
            changes("/settings/calendar", ADMINISTRATOR, world -> world.form(
                            "/settings/calendar", "/settings/calendar", Role.ADMINISTRATOR)
                    .type("calendar", "DECREE_09")),
            changes("/settings/calendar/first-month", ADMINISTRATOR, world -> world.form(
                            "/settings/calendar", "/settings/calendar/first-month", Role.ADMINISTRATOR)
                    .type("firstMonth", "01/2023")),
            reads("/settings/published", ADMINISTRATOR, "/settings/published?year=2023"),
            changes("/settings/published", ADMINISTRATOR, world -> world.form(
                            "/settings/published?year=2023", "/settings/published", Role.ADMINISTRATOR)
                    .type("onlineReported", "22.573")),
            changes(
                    "/settings/published/withdrawal",
                    ADMINISTRATOR,
                    world -> world.form("/settings/published", "/settings/published/withdrawal", Role.ADMINISTRATOR)),
            reads("/settings/indicators", ADMINISTRATOR, "/settings/indicators"),
            changes("/settings/indicators", ADMINISTRATOR, world -> {
                world.database().sql("""
                                insert into indicator (code, name, numerator, denominator, examples, place, valid_from,
                                    changed_by_name, changed_at)
                                values ('phi', 'Phí', '{paid_online}', '{payable}', '[
                                    {"numbers": {"paid_online": 1, "payable": 2}, "percent": 50},
                                    {"numbers": {"paid_online": 3, "payable": 3}, "percent": 100}]', 1, '2027-01-01', 'A', now())
                                """).update();
                return world.form("/settings/indicators?indicator=phi", "/settings/indicators", Role.ADMINISTRATOR)
                        .type("name", "Phí trực tuyến");
            }),
            reads("/settings/deadlines", ADMINISTRATOR, "/settings/deadlines"),
            changes("/settings/deadlines", ADMINISTRATOR, world -> world.form(
                            "/settings/deadlines", "/settings/deadlines", Role.ADMINISTRATOR)
                    .type("day", "10")),
            reads("/settings/dossiers", ADMINISTRATOR, "/settings/dossiers"),
            changes("/settings/dossiers", ADMINISTRATOR, world -> world.form(
                            "/settings/dossiers", "/settings/dossiers", Role.ADMINISTRATOR)
                    .type("months", "36")),
            reads("/settings/organisation", ADMINISTRATOR, "/settings/organisation?province=52&commune=21970"),
            changes("/settings/organisation", ADMINISTRATOR, world -> world.form(
                            "/settings/organisation", "/settings/organisation", Role.ADMINISTRATOR)
                    .type("place", "Diêu Trì")),
            reads("/settings/fields", ADMINISTRATOR, "/settings/fields"),
            changes(
                    "/settings/fields",
                    ADMINISTRATOR,
                    world -> previewed(
                            world,
                            world.form("/settings/fields", "/settings/fields", Role.ADMINISTRATOR)
                                    .type("name", "Đã giải quyết")
                                    .type("code", "handled")
                                    .type("required", "true"))),
            changes("/settings/fields/unused", ADMINISTRATOR, world -> world.form(
                            "/settings/fields", "/settings/fields/unused", Role.ADMINISTRATOR)
                    .type("names", "payment")),
            changes("/settings/fields/{code}/removal", ADMINISTRATOR, world -> {
                world.database().sql("""
                                insert into return_field (code, name, required, place, valid_from, changed_by_name, changed_at)
                                values ('gone', 'Sẽ bỏ', false, 90, '2090-01-01', 'thử', now()) on conflict do nothing
                                """).update();
                return world.form("/settings/fields?field=gone", "/settings/fields/gone/removal", Role.ADMINISTRATOR);
            }),
            reads("/settings/map", ADMINISTRATOR, "/settings/map"),
            changes("/settings/map", ADMINISTRATOR, world -> broughtMap()),
            reads("/settings/map/{id}", ADMINISTRATOR, "").asking(world -> Ask.get(mapToKeep(world))),
            changes("/settings/map/{id}/keeping", ADMINISTRATOR, world -> {
                String map = mapToKeep(world);
                return world.form(map, map + "/keeping", Role.ADMINISTRATOR);
            }),
            changes("/settings/map/{id}/removal", ADMINISTRATOR, world -> {
                String map = mapToKeep(world);
                world.send(world.form(map, map + "/keeping", Role.ADMINISTRATOR), Role.ADMINISTRATOR);
                return world.form(map, map + "/removal", Role.ADMINISTRATOR).type("sure", "true");
            }),
            // units
            reads("/units", TRAIL_READERS, "/units?q=ph"),
            reads("/units/suggestions", EVERYBODY, "/units/suggestions?q=tuy"),
            reads("/units/new", ADMINISTRATOR, "/units/new"),
            changes("/units", ADMINISTRATOR, Routes::newUnit),
            reads("/units/{id}", TRAIL_READERS, "/units/" + OWN),
            changes("/units/{id}", ADMINISTRATOR, world -> world.form(
                            "/units/" + OWN, "/units/" + OWN, Role.ADMINISTRATOR)
                    .type("name", "Phường Diêu Trì")
                    .type("kind", "WARD")),
            reads("/units/{id}/contact", ADMINISTRATOR, "/units/" + OWN + "/contact"),
            changes("/units/{id}/contact", ADMINISTRATOR, world -> world.form(
                            "/units/" + OWN + "/contact", "/units/" + OWN + "/contact", Role.ADMINISTRATOR)
                    .type("phone", "0256 3833 101")),
            changes("/units/{id}/end", ADMINISTRATOR, world -> world.form(
                            "/units/" + OWN, "/units/" + OWN + "/end", Role.ADMINISTRATOR)
                    .type("end", "2031-01-01")),
            changes("/units/{id}/removal", ADMINISTRATOR, world -> {
                world.send(newUnit(world), Role.ADMINISTRATOR);
                String unit = "/units/"
                        + world.database()
                                .sql("select max(id) from unit")
                                .query(Long.class)
                                .single();
                return world.form(unit, unit + "/removal", Role.ADMINISTRATOR);
            }),
            reads("/units/kinds", ADMINISTRATOR, "/units/kinds?kind=COMMUNE"),
            changes("/units/kinds", ADMINISTRATOR, world -> world.form(
                            "/units/kinds", "/units/kinds", Role.ADMINISTRATOR)
                    .type("name", "trường học")
                    .type("heading", "Trường học")
                    .type("office", "true")),
            reads("/units/list", ADMINISTRATOR, "/units/list"),
            changes("/units/list", ADMINISTRATOR, world -> world.form("/units/list", "/units/list", Role.ADMINISTRATOR)
                    .type("lines", "X-01\tXã Thử\txã\tCụm 1")
                    .type("apply", "true")),
            reads("/units/reorganisations", TRAIL_READERS, "/units/reorganisations"),
            reads("/units/reorganisations/new", ADMINISTRATOR, "/units/reorganisations/new?official=true"),
            changes("/units/reorganisations/preview", ADMINISTRATOR, world -> reorganisation("/preview", "", "false"))
                    .answers(200)
                    .changingNothing(),
            changes("/units/reorganisations", ADMINISTRATOR, Routes::seenReorganisation),
            reads("/units/reorganisations/{id}", TRAIL_READERS, "").asking(world -> Ask.get(reorganised(world))),
            changes(
                    "/units/reorganisations/{id}/withdrawal",
                    ADMINISTRATOR,
                    world -> Ask.post(reorganised(world) + "/withdrawal", "sure", "true")),
            reads("/backups", ADMINISTRATOR, "/backups"),
            changes("/backups", ADMINISTRATOR, world -> Ask.post("/backups")),
            changes("/backups/drill", ADMINISTRATOR, world -> {
                madePackage(world);
                return Ask.post("/backups/drill");
            }),
            reads("/backups/{id}/package", ADMINISTRATOR, "")
                    .asking(world -> Ask.get("/backups/" + madePackage(world) + "/package")),
            reads("/wall", ADMINISTRATOR, "/wall"),
            changes("/wall", ADMINISTRATOR, world -> Ask.post("/wall", "name", "Sảnh tầng 1", "months", "12")),
            reads("/wall/{token}", EVERYBODY, "").forAnyone().asking(world -> Ask.get(wallScreen(world))),
            changes("/wall/{id}/renewal", ADMINISTRATOR, world -> {
                world.send(Ask.post("/wall", "name", "Sảnh tầng 2", "months", "3"), Role.ADMINISTRATOR);
                return Ask.post("/wall/"
                        + world.database()
                                .sql("select max(id) from wall_link")
                                .query(Long.class)
                                .single()
                        + "/renewal");
            }),
            changes("/wall/{id}/revocation", ADMINISTRATOR, world -> {
                wallScreen(world);
                return Ask.post("/wall/"
                        + world.database()
                                .sql("select max(id) from wall_link")
                                .query(Long.class)
                                .single()
                        + "/revocation");
            }),
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
            changes("/figures/{month}/lock", REVIEWER, Routes::lock),
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
            reads("/figures/{month}/reminders/{unit}/contact", REVIEWER, HANDED_IN + "/reminders/" + OWN + "/contact")
                    .answers(302),
            changes(
                    "/figures/{month}/reminders/{unit}/contact",
                    REVIEWER,
                    world -> Ask.post(
                            HANDED_IN + "/reminders/" + OWN + "/contact", "email", "mot.cua@dieutri.test", "seen", "")),
            reads("/figures/{month}/reminders/{unit}/letter", REVIEWER, HANDED_IN + "/reminders/" + OWN + "/letter")
                    .answers(302),
            // No mail server is configured here; the mail's own tests send.
            changes(
                            "/figures/{month}/reminders/{unit}/letter",
                            REVIEWER,
                            world -> Ask.post(HANDED_IN + "/reminders/" + OWN + "/letter"))
                    .answers(404)
                    .changingNothing(),
            reads("/figures/{month}/checks", EVERYBODY, MONTH + "/checks").answers(302),
            changes("/figures/{month}/checks", WHO_ENTERS, world -> typedRow(world)
                            .to(MONTH + "/checks"))
                    .answers(200)
                    .changingNothing()
                    .otherUnit(world -> typedRow(world)
                            .rename("u" + OWN + ".", "u" + OTHER + ".")
                            .to(MONTH + "/checks")),
            reads("/figures/{month}/submissions", EVERYBODY, MONTH + "/submissions")
                    .answers(302),
            reads("/figures/{month}/approvals", REVIEWER, HANDED_IN + "/approvals")
                    .answers(302),
            reads("/figures/{month}/returns", REVIEWER, HANDED_IN + "/returns").answers(302),
            reads("/figures/{month}/lock", REVIEWER, HANDED_IN + "/lock").answers(302),
            reads("/figures/{month}/reopening", REVIEWER, HANDED_IN + "/reopening")
                    .answers(302),
            reads("/figures/{month}/{unitId}/corrections", EVERYBODY, CLOSED + "/" + OWN + "/corrections")
                    .otherUnit(CLOSED + "/" + OTHER + "/corrections"),
            changes("/figures/{month}/{unitId}/corrections", WHO_ENTERS, Routes::correction)
                    .otherUnit(world -> correction(world).to(HANDED_IN + "/" + OTHER + "/corrections"))
                    .lockedMonth(world -> correction(world).to(CLOSED + "/" + OWN + "/corrections")),
            changes(
                    "/figures/{month}/{unitId}/corrections/{id}/approval",
                    REVIEWER,
                    world -> ofProposal(world, Role.UNIT_STAFF, "approval")),
            changes("/figures/{month}/{unitId}/corrections/{id}/refusal", REVIEWER, world -> ofProposal(
                            world, Role.UNIT_STAFF, "refusal")
                    .and("remark", "Chưa đúng sổ")),
            changes("/figures/{month}/{unitId}/corrections/{id}/withdrawal", WHO_ENTERS, world -> ofProposal(
                                    world, world.visitorOr(Role.UNIT_STAFF, WHO_ENTERS), "withdrawal")
                            .and("remark", "Nhập nhầm"))
                    .otherUnit(world ->
                            Ask.post(HANDED_IN + "/" + OTHER + "/corrections/1/withdrawal", "remark", "Nhập nhầm")),
            reads("/figures/{month}/{unitId}/notes", EVERYBODY, CLOSED + "/" + OWN + "/notes")
                    .otherUnit(CLOSED + "/" + OTHER + "/notes"),
            changes("/figures/{month}/{unitId}/notes", WHO_ENTERS, world -> note(OWN))
                    .otherUnit(world -> note(OTHER)),
            changes("/figures/{month}/{unitId}/notes/{id}/withdrawal", WHO_ENTERS, world -> {
                        world.send(note(OWN), Role.UNIT_STAFF);
                        return withdrawnNote(world, OWN);
                    })
                    .otherUnit(world -> {
                        world.send(note(OTHER), Role.REVIEWER);
                        return withdrawnNote(world, OTHER);
                    }),
            // extracts
            reads("/extracts", WHO_ENTERS, "/extracts"),
            changes("/extracts", WHO_ENTERS, world -> dossiers()),
            reads("/extracts/memory", WHO_ENTERS, "/extracts/memory"),
            changes("/extracts/memory", WHO_ENTERS, Routes::rememberedWord),
            reads("/extracts/{id}", WHO_ENTERS, "").asking(world -> Ask.get(listed(world))),
            changes("/extracts/{id}/answers", WHO_ENTERS, Routes::answeredList),
            changes("/extracts/{id}/application", WHO_ENTERS, Routes::countedList),
            changes("/extracts/{id}/procedures", REVIEWER, world -> Ask.post(listed(world) + "/procedures")),
            changes("/extracts/{id}/discarding", WHO_ENTERS, world -> Ask.post(listed(world) + "/discarding")),
            reads("/extracts/{id}/answers", WHO_ENTERS, "/extracts/1/answers").answers(302),
            reads("/extracts/{id}/application", WHO_ENTERS, "/extracts/1/application")
                    .answers(302),
            reads("/extracts/{id}/procedures", WHO_ENTERS, "/extracts/1/procedures")
                    .answers(302),
            reads("/extracts/{id}/discarding", WHO_ENTERS, "/extracts/1/discarding")
                    .answers(302),
            reads("/extracts/{id}/withdrawal", WHO_ENTERS, "/extracts/1/withdrawal")
                    .answers(302),
            changes("/extracts/{id}/withdrawal", REVIEWER, Routes::withdrawnList),
            reads("/extracts/{id}/counts", EVERYBODY, "")
                    .asking(Routes::countedPlace)
                    .otherUnit("/extracts/1/counts?unit=" + OTHER + "&month=" + OPEN),
            // procedures
            reads("/procedures", EVERYBODY, "/procedures?q=ho"),
            changes("/procedures", REVIEWER, world -> procedure("/procedures")),
            reads("/procedures/new", REVIEWER, "/procedures/new"),
            reads("/procedures/{id}", REVIEWER, "").asking(world -> Ask.get(catalogued(world))),
            changes("/procedures/{id}", REVIEWER, world -> {
                String address = catalogued(world);
                return world.form(address, address, Role.REVIEWER).type("name", "Đăng ký lại kết hôn");
            }),
            reads("/procedures/list", REVIEWER, "/procedures/list"),
            changes(
                    "/procedures/list",
                    REVIEWER,
                    world -> Ask.post(
                            "/procedures/list",
                            "from",
                            "2024-01-01",
                            "instrument",
                            "",
                            "lines",
                            "1.1\tĐăng ký kết hôn\tHộ tịch\tToàn trình",
                            "apply",
                            "true")),
            // imports
            reads("/imports", WHO_ENTERS, "/imports"),
            changes("/imports", WHO_ENTERS, world -> sheet(SHEET, OPEN)).lockedMonth(world -> sheet(SHEET, LOCKED)),
            changes("/imports/paste", WHO_ENTERS, world -> pasted(OPEN, OWN))
                    .answers(200)
                    .changingNothing()
                    .otherUnit(world -> pasted(OPEN, OTHER))
                    .lockedMonth(world -> pasted(LOCKED, OWN)),
            reads("/imports/template", WHO_ENTERS, "/imports/template?month=" + OPEN),
            reads("/imports/{id}", WHO_ENTERS, "").asking(world -> Ask.get(brought(world, SHEET, OPEN))),
            reads("/imports/{id}/original", WHO_ENTERS, "")
                    .asking(world -> Ask.get(brought(world, SHEET, OPEN) + "/original")),
            changes(
                    "/imports/{id}/month",
                    WHO_ENTERS,
                    world -> Ask.post(
                            brought(world, SHEET, "") + "/month",
                            "month",
                            OPEN,
                            "monthOf[0]",
                            OPEN,
                            "yearOf[0]",
                            "2024")),
            changes("/imports/{id}/units", WHO_ENTERS, Routes::namedUnit),
            changes("/imports/{id}/layout", WHO_ENTERS, Routes::describedSheet),
            changes(
                    "/imports/{id}/sheets",
                    WHO_ENTERS,
                    world -> Ask.post(brought(world, SHEET, OPEN) + "/sheets", "sheet", "0")),
            changes("/imports/{id}/answers", WHO_ENTERS, Routes::answeredDashes),
            changes("/imports/{id}/withdrawal", WHO_ENTERS, Routes::withdrawnAnswer),
            changes("/imports/{id}/application", WHO_ENTERS, Routes::appliedSheet),
            reads("/imports/{id}/month", WHO_ENTERS, "/imports/1/month").answers(302),
            reads("/imports/{id}/units", WHO_ENTERS, "/imports/1/units").answers(302),
            reads("/imports/{id}/layout", WHO_ENTERS, "/imports/1/layout").answers(302),
            reads("/imports/{id}/sheets", WHO_ENTERS, "/imports/1/sheets").answers(302),
            reads("/imports/{id}/answers", WHO_ENTERS, "/imports/1/answers").answers(302),
            reads("/imports/{id}/withdrawal", WHO_ENTERS, "/imports/1/withdrawal")
                    .answers(302),
            reads("/imports/{id}/application", WHO_ENTERS, "/imports/1/application")
                    .answers(302),
            // once
            reads("/once/{key}", EVERYBODY, "/once/7b9d1cf0-5f0a-4a53-9f3e-3a0f5a6e9d11"),
            // audit
            reads("/audit", TRAIL_READERS, "/audit"),
            reads("/audit/trail.csv", TRAIL_READERS, "/audit/trail.csv"),
            changes("/audit/verification", TRAIL_READERS, world -> Ask.post("/audit/verification", "kept", ""))
                    .changingNothing(),
            // trace
            reads("/trace/{year}/{indicator}", EVERYBODY, "/trace/2024/overall"),
            reads("/trace/{year}/{indicator}/units/{id}", EVERYBODY, "/trace/2024/overall/units/" + OWN)
                    .otherUnit("/trace/2024/overall/units/" + OTHER),
            reads("/trace/returns/{unitId}/{month}", EVERYBODY, "/trace/returns/" + OWN + "/" + SUBMITTED)
                    .otherUnit("/trace/returns/" + OTHER + "/" + SUBMITTED),
            // targets
            reads("/targets", EVERYBODY, "/targets?year=2023"),
            reads("/targets/version", ADMINISTRATOR, "/targets/version?target=4"),
            changes(
                    "/targets/version",
                    ADMINISTRATOR,
                    world -> previewed(
                            world,
                            world.form("/targets/version", "/targets/version", Role.ADMINISTRATOR)
                                    .type("code", "TT01")
                                    .type("label", "Hồ sơ trực tuyến")
                                    .type("threshold", "80"))),
            changes(
                    "/targets/version/end",
                    ADMINISTRATOR,
                    world -> previewed(
                            world,
                            world.form("/targets/version?target=4", "/targets/version/end", Role.ADMINISTRATOR))),
            changes("/targets/version/withdrawal", ADMINISTRATOR, world -> {
                long later = world.database().sql("""
                                insert into target (code, label, indicator, rule, scope, valid_from, position)
                                values ('SAU', 'Chưa bắt đầu', 'OVERALL', 'HAS_ARISEN', 'DISTRICT', '2090-01-01', 99)
                                returning id
                                """).query(Long.class).single();
                return world.form(
                        "/targets/version?target=" + later, "/targets/version/withdrawal", Role.ADMINISTRATOR);
            }),
            reads("/targets/proposals", ADMINISTRATOR, "/targets/proposals?year=2024"),
            changes("/targets/proposals", ADMINISTRATOR, world -> Ask.post("/targets/proposals", "proposal", "TT01")),
            reads("/targets/instruments", ADMINISTRATOR, "/targets/instruments?instrument=3"),
            changes("/targets/instruments", ADMINISTRATOR, world -> world.form(
                            "/targets/instruments?instrument=3", "/targets/instruments", Role.ADMINISTRATOR)
                    .type("issuer", "Chính phủ Việt Nam")),
            // readiness
            reads("/readiness", EVERYBODY, "/readiness?quarter=2024-Q3"),
            reads("/readiness/list.{format:csv|xlsx}", EVERYBODY, "/readiness/list.csv?quarter=2024-Q3"),
            reads("/readiness/{quarter}/{unitId}", EVERYBODY, "/readiness/2024-Q3/" + OWN)
                    .otherUnit("/readiness/2024-Q3/" + OTHER),
            changes("/readiness/{quarter}/{unitId}", WHO_ENTERS, world -> oneStopShop(OWN))
                    .otherUnit(world -> oneStopShop(OTHER)),
            // followups
            reads("/follow-ups", EVERYBODY, "/follow-ups"),
            reads("/follow-ups/new", REVIEWER, "/follow-ups/new?target=3&month=" + SUBMITTED),
            changes("/follow-ups", REVIEWER, Routes::task),
            changes("/follow-ups/{id}/closing", REVIEWER, world -> {
                world.send(task(world), Role.REVIEWER);
                long id = world.database()
                        .sql("select max(id) from follow_up")
                        .query(Long.class)
                        .single();
                return Ask.post("/follow-ups/" + id + "/closing", "result", "Đã hướng dẫn người dân");
            }),
            changes("/follow-ups/notices/{id}/dismissal", EVERYBODY, world -> {
                long id = world.database().sql("""
                                insert into verdict_notice (target_id, year, change, status_before, status_after, last_day,
                                    noticed_at)
                                values (1, 2024, 1000, 'NOT_MET', 'MET', '2024-09-30', now()) returning id
                                """).query(Long.class).single();
                return Ask.post("/follow-ups/notices/" + id + "/dismissal");
            }),
            // reconciliation
            reads("/reconciliation", WHO_RECONCILES, "/reconciliation"),
            reads("/reconciliation/list.{format:csv|xlsx}", WHO_RECONCILES, "/reconciliation/list.csv?year=2024"),
            reads("/reconciliation/totals", WHO_RECONCILES, "/reconciliation/totals?year=2024"),
            changes("/reconciliation/totals", REVIEWER, Routes::outsideTotal),
            reads("/reconciliation/totals/list", REVIEWER, "/reconciliation/totals/list"),
            changes(
                    "/reconciliation/totals/list",
                    REVIEWER,
                    world -> Ask.post(
                            "/reconciliation/totals/list",
                            "source",
                            "NOTICE",
                            "sourceText",
                            "Thông báo 15/TB-UBND",
                            "sourceDate",
                            world.today().toString(),
                            "lines",
                            "Toàn huyện;2024;Tổng số hồ sơ;37.736",
                            "apply",
                            "true")),
            changes("/reconciliation/totals/{id}/withdrawal", REVIEWER, world -> {
                world.send(outsideTotal(world), Role.REVIEWER);
                long id = world.database()
                        .sql("select max(id) from outside_total")
                        .query(Long.class)
                        .single();
                return Ask.post(
                        "/reconciliation/totals/" + id + "/withdrawal", "year", "2024", "reason", "Nhầm đơn vị");
            }),
            reads("/reconciliation/{period}/{unit}/{measure}", WHO_RECONCILES, "")
                    .asking(world -> Ask.get(difference(world, OWN)))
                    .otherUnit(world -> Ask.get(difference(world, OTHER))),
            changes(
                            "/reconciliation/{period}/{unit}/{measure}/explanations",
                            WHO_ENTERS,
                            world -> differenceExplained(world, OWN))
                    .otherUnit(world -> differenceExplained(world, OTHER)),
            changes("/reconciliation/{period}/{unit}/{measure}/decisions", REVIEWER, world -> {
                String address = difference(world, OWN);
                return Ask.post(
                        address + "/decisions",
                        "seen",
                        seen(world, OWN),
                        "last",
                        "",
                        "decision",
                        "ASSIGNED",
                        "words",
                        "Sổ giấy ghi thiếu",
                        "owner",
                        "OFFICE",
                        "person",
                        "Nguyễn Thị Văn Phòng");
            }),
            // letters
            reads("/letters", ALL_BUT_STAFF, "/letters"),
            reads("/letters/late", REVIEWER, "/letters/late?year=2024"),
            changes("/letters", REVIEWER, Routes::letter),
            reads("/letters/{id}", ALL_BUT_STAFF, "").asking(world -> Ask.get(written(world))),
            reads("/letters/{id}/letter.docx", ALL_BUT_STAFF, "")
                    .asking(world -> Ask.get(written(world) + "/letter.docx")),
            reads("/letters/{id}/letter.pdf", ALL_BUT_STAFF, "")
                    .asking(world -> Ask.get(written(world) + "/letter.pdf")),
            reads("/letters/{id}/letters.zip", ALL_BUT_STAFF, "")
                    .asking(world -> Ask.get(writtenToEach(world) + "/letters.zip")),

            // reports
            reads("/reports", ALL_BUT_STAFF, "/reports").answers(302),
            reads("/reports/{term}", ALL_BUT_STAFF, "/reports/2024"),
            reads("/reports/{term}/report.docx", ALL_BUT_STAFF, "/reports/2024/report.docx"),
            reads("/reports/{term}/report.pdf", ALL_BUT_STAFF, "/reports/2024/report.pdf"),
            reads("/reports/{term}/annex.xlsx", ALL_BUT_STAFF, "/reports/2024/annex.xlsx"),
            reads("/reports/{year}/checklist", ALL_BUT_STAFF, "/reports/2024/checklist"),
            reads("/reports/{term}/wording", REVIEWER, "/reports/2024/wording"),
            changes("/reports/{term}/wording/{part}", REVIEWER, world -> worded(0)),
            changes("/reports/{term}/wording/{part}/proposal", REVIEWER, Routes::unworded),
            changes("/reports/{term}/issues", REVIEWER, Routes::issue),
            reads("/reports/{term}/issues/{id}", ALL_BUT_STAFF, "").asking(world -> Ask.get(issued(world))),
            reads("/reports/{term}/issues/{id}/report.docx", ALL_BUT_STAFF, "")
                    .asking(world -> Ask.get(issued(world) + "/report.docx")),
            reads("/reports/{term}/issues/{id}/report.pdf", ALL_BUT_STAFF, "")
                    .asking(world -> Ask.get(issued(world) + "/report.pdf")),
            reads("/reports/{term}/issues/{id}/annex.xlsx", ALL_BUT_STAFF, "")
                    .asking(world -> Ask.get(issued(world) + "/annex.xlsx")),
            changes("/reports/{term}/issues/{id}/registrations", WHO_REGISTERS, Routes::registration),
            reads("/reports/{year}/corrections/{id}", ALL_BUT_STAFF, "")
                    .asking(world -> Ask.get("/reports/2024/corrections/" + proposal(world, Role.UNIT_STAFF))),
            // exports
            reads("/exports/results.json", EVERYBODY, "/exports/results.json?year=2024"),
            reads("/exports/results.csv", EVERYBODY, "/exports/results.csv?year=2024"));

    private Routes() {}

    private static Ask outsideTotal(World world) {
        return Ask.post(
                "/reconciliation/totals",
                "unit",
                String.valueOf(OWN),
                "unitText",
                "21955",
                "year",
                SUBMITTED.substring(0, 4),
                "month",
                SUBMITTED.substring(5),
                "measure",
                "DOSSIERS_RECEIVED",
                "source",
                "PORTAL",
                "value",
                "9.999.999",
                "sourceText",
                "Cổng dịch vụ công quốc gia",
                "sourceDate",
                world.today().toString(),
                "reason",
                "");
    }

    /** The portal and the level above state totals that differ from each other and from what the unit typed. */
    private static String difference(World world, long unit) {
        world.database()
                .sql("""
                        insert into outside_total (unit_id, year, month, measure, source, value, source_text, source_date, state,
                            entered_by, entered_by_name, entered_at)
                        select :unit, extract(year from cast(:month as date)), cast(:month as date), 'DOSSIERS_RECEIVED', source, value,
                            'Cổng dịch vụ công', '2024-12-01', 'IN_FORCE', (select min(id) from app_user), 'A', now()
                        from (values ('PORTAL', 9999999), ('NOTICE', 9999998)) stated (source, value)
                        on conflict do nothing
                        """)
                .param("unit", unit)
                .param("month", SUBMITTED + "-01")
                .update();
        return "/reconciliation/" + SUBMITTED + "/" + unit + "/DOSSIERS_RECEIVED";
    }

    /** The values that the page of {@link #difference} shows. */
    private static String seen(World world, long unit) {
        return world.database()
                .sql(
                        "select dossiers_received from monthly_return where complete and unit_id = :unit and month = cast(:month as date)")
                .param("unit", unit)
                .param("month", SUBMITTED + "-01")
                .query(Long.class)
                .optional()
                .map(typed -> "NOTICE=9999998 PORTAL=9999999 TYPED=" + typed)
                .orElse("NOTICE=9999998 PORTAL=9999999");
    }

    private static Ask differenceExplained(World world, long unit) {
        String address = difference(world, unit);
        return Ask.post(address + "/explanations", "seen", seen(world, unit), "last", "", "words", "Sổ giấy ghi thiếu");
    }

    /** A proposal of the visitor that somebody else has refused is news to them; its number is no generated one. */
    private static Ask news(World world) {
        String proposer =
                world.person(world.visitorOr(Role.UNIT_STAFF, WHO_ENTERS)).getUsername();
        world.database()
                .sql("""
                        insert into return_correction (id, return_id, base_version, full_process_na, partial_na,
                            full_process_received, full_process_online, partial_received, partial_online, dossiers_received, reason,
                            state, remark, proposed_by, proposed_by_name, proposed_at, decided_by, decided_by_name, decided_at)
                        overriding system value
                        select 700, r.id, r.version, false, false, 1, 1, 1, 1, 9, 'Nhập nhầm', 'REFUSED', 'Sai', proposer.id, 'A', now(),
                            other.id, 'B', now()
                        from monthly_return r, app_user proposer, app_user other
                        where r.unit_id = :unit and r.month = cast(:month as date) and proposer.username = :proposer
                            and other.username = 'chanhvanphong'
                        """)
                .param("unit", OWN)
                .param("month", LOCKED + "-01")
                .param("proposer", proposer)
                .update();
        return Ask.post("/work/corrected/700/dismissal");
    }

    private static Ask ofStaff(World world, String verb) {
        return Ask.post("/accounts/" + staffId(world) + "/" + verb);
    }

    /** Of the second reviewer, who visits nothing here. */
    private static Ask ofColleague(World world, String verb) {
        long id = world.database()
                .sql("select id from app_user where username = 'chanhvanphong'")
                .query(Long.class)
                .single();
        return Ask.post("/accounts/" + id + "/" + verb);
    }

    private static Ask changedPerson(World world) {
        String address = "/accounts/" + staffId(world);
        return world.form(address, address, Role.ADMINISTRATOR)
                .type("displayName", "Phạm Thị Diêu Trì")
                .and("addedUnit", "")
                .and("addedUnitText", "")
                .and("standInUnitText", "");
    }

    /** Begins an authenticator; its key. */
    private static String begun(World world, Role who) {
        world.send(Ask.post("/accounts/me/second-factor"), who);
        return Objects.requireNonNull(
                        world.page("/accounts/me/second-factor", who).selectFirst("code.one-time-link"))
                .text();
    }

    private static Ask confirmation(World world, String key) {
        return Ask.post(
                "/accounts/me/second-factor/confirmation", "present", "Thu-nghiem-2024", "code", world.codeOf(key, 0));
    }

    /** Enrols an authenticator; its key. */
    private static String enrolled(World world, Role who) {
        String key = begun(world, who);
        world.send(confirmation(world, key), who);
        return key;
    }

    /** One's own passkey, which is there already. */
    private static Ask removedPasskey(World world) {
        long id = world.database()
                .sql("""
                        insert into passkey (user_id, credential_id, credential, counter, synced, host, name, created_at)
                        select id, 'x', 'x', 0, false, 'localhost', 'Máy bàn', now() from app_user where username = ?
                        returning id
                        """)
                .param(world.person(world.visitorOr(Role.UNIT_STAFF, EVERYBODY)).getUsername())
                .query(Long.class)
                .single();
        return Ask.post("/accounts/me/passkeys/" + id + "/removal", "present", "Thu-nghiem-2024");
    }

    /** The staff's approved return of an open month, to be corrected. */
    private static Ask correction(World world) {
        world.send(Ask.post(HANDED_IN + "/approvals", "approve", OWN + ":1"), Role.REVIEWER);
        String address = HANDED_IN + "/" + OWN + "/corrections";
        return world.form(address, address, Role.UNIT_STAFF)
                .type("dossiersReceived", "231")
                .type("reason", "Đối chiếu lại sổ tiếp nhận");
    }

    private static long proposal(World world, Role proposer) {
        world.send(correction(world), proposer);
        return world.database()
                .sql("select max(id) from return_correction")
                .query(Long.class)
                .single();
    }

    private static Ask ofProposal(World world, Role proposer, String verb) {
        return Ask.post(HANDED_IN + "/" + OWN + "/corrections/" + proposal(world, proposer) + "/" + verb);
    }

    private static Ask worded(long seen) {
        return Ask.post(
                "/reports/2024/wording/OPENING",
                "words",
                "UBND huyện báo cáo như sau:",
                "lasting",
                "false",
                "seen",
                String.valueOf(seen));
    }

    /** Gives up words that were just written. */
    private static Ask unworded(World world) {
        String latest = "select coalesce(max(id), 0) from report_wording where year = 2024 and part = 'OPENING'";
        if (world.database().sql(latest).query(Long.class).single() == 0) {
            world.send(worded(0), Role.REVIEWER);
        }
        return Ask.post(
                "/reports/2024/wording/OPENING/proposal",
                "seen",
                String.valueOf(world.database().sql(latest).query(Long.class).single()));
    }

    private static Ask issue(World world) {
        return world.form("/reports/2024", "/reports/2024/issues", Role.REVIEWER)
                .type("reason", "Ba đơn vị chưa báo cáo")
                .type("replacement", "Chỉnh lý số liệu");
    }

    /** The address of an issued report. */
    private static String issued(World world) {
        return "/reports/2024/issues/"
                + ISSUED.computeIfAbsent(world.database(), IssuedReportRows::new)
                        .after(() -> world.send(issue(world), Role.REVIEWER));
    }

    /** Each report with a number of its own: the registry gives none twice. */
    private static Ask registration(World world) {
        String report = issued(world);
        return Ask.post(
                report + "/registrations",
                "number",
                report.substring(report.lastIndexOf('/') + 1) + "/BC-UBND",
                "signedOn",
                Formats.date(world.today()));
    }

    private static Ask letter(World world) {
        return world.form(
                "/dashboard/units/" + OWN + "/letter?year=2024&span=MONTH&month=9", "/letters", Role.REVIEWER);
    }

    /** The address of a letter that was kept. */
    private static String written(World world) {
        return Objects.requireNonNull(
                world.send(letter(world), Role.REVIEWER).getResponse().getRedirectedUrl());
    }

    /** The same of letters to each late unit. */
    private static String writtenToEach(World world) {
        Ask ask = world.form("/letters/late?year=2024&shape=EACH", "/letters", Role.REVIEWER);
        return Objects.requireNonNull(
                world.send(ask, Role.REVIEWER).getResponse().getRedirectedUrl());
    }

    private static Ask newUnit(World world) {
        return world.form("/units/new", "/units", Role.ADMINISTRATOR)
                .type("code", "X-99")
                .type("name", "Xã Thử Nghiệm")
                .type("kind", "COMMUNE");
    }

    /** The form as its page shows it again with what would turn, ready to be kept. */
    private static Ask previewed(World world, Ask ask) {
        String body = World.body(world.send(ask, Role.ADMINISTRATOR));
        return ask.type(
                "previewed",
                Jsoup.parse(body)
                        .select("form[action=" + ask.address() + "] [name=previewed]")
                        .val());
    }

    private static Ask reorganisation(String verb, String seen, String... edit) {
        Ask ask = Ask.post(
                "/units/reorganisations" + verb,
                "from",
                "2026-07-01",
                "instrument",
                "12/NQ-UBTVQH16",
                "issuer",
                "",
                "decided",
                "",
                "note",
                "",
                "lines",
                "Xã Thử; X-97; xã = 21985, 21988",
                "carry",
                "PEOPLE",
                "seen",
                seen);
        return edit.length == 0 ? ask : ask.and("edit", edit[0]);
    }

    private static Ask seenReorganisation(World world) {
        String preview = World.body(world.send(reorganisation("/preview", ""), Role.ADMINISTRATOR));
        return reorganisation(
                "", Jsoup.parse(preview).select("main [name=seen]").val());
    }

    /** The address of a reorganisation that was just applied. */
    private static String reorganised(World world) {
        return Objects.requireNonNull(world.send(seenReorganisation(world), Role.ADMINISTRATOR)
                .getResponse()
                .getRedirectedUrl());
    }

    private static Ask newPerson(World world) {
        return world.form("/accounts/new", "/accounts", Role.ADMINISTRATOR)
                .type("displayName", "Võ Thị Thử")
                .type("username", "vo.thi.thu")
                .type("role", "UNIT_STAFF")
                .type("unitIds", String.valueOf(OWN))
                .and("addedUnit", "")
                .and("addedUnitText", "")
                .and("standInUnitText", "");
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

    /** The path of a screen that was just made, as the administrator is shown it. */
    /** A package that lies in its folder. */
    private static long madePackage(World world) {
        String name = "sao-luu-20240101-023000.zip";
        try {
            Path folder = Files.createDirectories(Path.of("target", "backups"));
            Files.writeString(folder.resolve(name), "for tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return world.database().sql("""
                        insert into backup_run (kind, file, started_at, beat_at, finished_at, bytes, row_count)
                        values ('BACKUP', :name, now(), now(), now(), 9, 1) returning id
                        """).param("name", name).query(Long.class).single();
    }

    private static String wallScreen(World world) {
        MvcResult answer = world.send(Ask.post("/wall", "name", "Sảnh tầng 1"), Role.ADMINISTRATOR);
        String shown =
                String.valueOf(Objects.requireNonNull(answer.getFlashMap()).get("link"));
        return shown.substring(shown.indexOf("/wall/"));
    }

    /** The address of whoever received a dossier on paper in a unit; the dossier is put there first. */
    private static String official(World world, long unit) {
        IntakeRows.paper(world.database(), unit, SUBMITTED);
        return "/dashboard/paper/people/" + unit + "/unstated?year=2024";
    }

    private static Ask explained(World world, long unit) {
        String[] address = official(world, unit).split("\\?");
        return Ask.post(
                address[0] + "/explanations",
                "year",
                "2024",
                "span",
                "YEAR_TO_DATE",
                "month",
                "9",
                "known",
                "",
                "geography",
                "AS_REPORTED",
                "about",
                SUBMITTED,
                "code",
                IntakeRows.code(unit, SUBMITTED),
                "dossiers",
                "",
                "reason",
                "ELDERLY",
                "words",
                "");
    }

    /** The address of an explanation that the administrator, who decides none, stands for. */
    private static String explanation(World world, long unit) {
        return "/dashboard/paper/explanations/" + IntakeRows.explanation(world.database(), unit, SUBMITTED);
    }

    private static Ask task(World world) {
        return Ask.post(
                "/follow-ups",
                "target",
                "3",
                "unit",
                String.valueOf(OWN),
                "unitText",
                "thị trấn Diêu Trì",
                "month",
                SUBMITTED,
                "task",
                "Hướng dẫn người dân nộp hồ sơ trực tuyến",
                "responsible",
                "Bộ phận Một cửa",
                "due",
                world.today().plusDays(30).toString());
    }

    private static Ask oneStopShop(long unit) {
        return Ask.post(
                "/readiness/2023-Q4/" + unit,
                "seen",
                "0",
                "shop",
                "yes",
                "officials",
                "5",
                "withComputer",
                "4",
                "withSignature",
                "3",
                "line",
                "100",
                "scanners",
                "2",
                "lacking",
                "Một máy in");
    }

    private static Ask note(long unit) {
        return Ask.post(
                CLOSED + "/" + unit + "/notes",
                "note",
                "0",
                "seen",
                "0",
                "kind",
                "EXPLANATION",
                "text",
                "Mất điện hai ngày",
                "forReport",
                "true");
    }

    private static Ask withdrawnNote(World world, long unit) {
        long id = world.database()
                .sql("select max(id) from unit_note")
                .query(Long.class)
                .single();
        return Ask.post(CLOSED + "/" + unit + "/notes/" + id + "/withdrawal", "seen", "1");
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

    private static Ask dossiers() {
        return dossiers("Online");
    }

    private static Ask dossiers(String channel) {
        String list = "Mã hồ sơ;Tên thủ tục;Mức độ;Đơn vị;Ngày tiếp nhận;Hình thức nộp\n"
                + "H08-1;Đăng ký kết hôn;4;Thị trấn Diêu Trì;" + OPEN + "-05;" + channel + "\n";
        return Ask.post("/extracts", "unit", "", "unitText", "", "signature", "")
                .upload("file", "a.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8));
    }

    /** The address of a list of dossiers that the staff brought. */
    private static String listed(World world) {
        return Objects.requireNonNull(
                world.send(dossiers(), Role.UNIT_STAFF).getResponse().getRedirectedUrl());
    }

    private static Ask answeredList(World world) {
        String address = listed(world);
        return world.form(address, address + "/answers", Role.UNIT_STAFF)
                .type("month", OPEN)
                .and("unitOfText[0]", "");
    }

    private static Ask rememberedWord(World world) {
        String address = Objects.requireNonNull(world.send(dossiers("Qua hòm thư"), Role.UNIT_STAFF)
                .getResponse()
                .getRedirectedUrl());
        world.send(
                world.form(address, address + "/answers", Role.UNIT_STAFF).type("channelOf[0]", "ONLINE"),
                Role.UNIT_STAFF);
        return world.form("/extracts/memory", "/extracts/memory", Role.UNIT_STAFF);
    }

    private static Ask countedList(World world) {
        String address = listed(world);
        return world.form(address, address + "/application", Role.UNIT_STAFF);
    }

    private static Ask countedPlace(World world) {
        Ask counted = countedList(world);
        world.send(counted, Role.UNIT_STAFF);
        return Ask.get(counted.path().replace("/application", "/counts?unit=" + OWN + "&month=" + OPEN));
    }

    private static Ask withdrawnList(World world) {
        Ask counted = countedList(world);
        world.send(counted, Role.UNIT_STAFF);
        return Ask.post(
                counted.path().replace("/application", "/withdrawal"), "which", "ALL", "reason", "Đếm nhầm danh sách");
    }

    private static Ask procedure(String address) {
        return Ask.post(
                address,
                "name",
                "Đăng ký kết hôn",
                "code",
                "1.000894",
                "field",
                "Hộ tịch",
                "serviceClass",
                "PARTIAL",
                "from",
                "2024-01-01",
                "instrument",
                "",
                "seen",
                "");
    }

    /** The address of a procedure of the catalogue. */
    private static String catalogued(World world) {
        world.send(procedure("/procedures"), Role.REVIEWER);
        return "/procedures/"
                + world.database()
                        .sql("select max(id) from procedure")
                        .query(Long.class)
                        .single();
    }

    private static Ask broughtMap() {
        String area =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"21952\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[109,13],[110,13],[110,14],[109,13]]]}}]}";
        return Ask.post(
                        "/settings/map",
                        "from",
                        "2026-01-01",
                        "attribution",
                        "Sở Nông nghiệp và Môi trường",
                        "property",
                        "",
                        "licence",
                        "")
                .upload("file", "a.geojson", "application/json", area.getBytes(StandardCharsets.UTF_8));
    }

    private static String mapToKeep(World world) {
        world.send(broughtMap(), Role.ADMINISTRATOR);
        return "/settings/map/"
                + world.database()
                        .sql("select max(id) from unit_map")
                        .query(Long.class)
                        .single();
    }

    private static Ask pasted(String month, long unit) {
        return Ask.post(
                "/imports/paste",
                "month",
                month,
                "cell",
                "u" + unit + ".fullProcessReceived",
                "text",
                "10\t9",
                "order",
                "CURSOR",
                "dashes",
                "ZERO");
    }

    /** The address of a file that the staff brought. */
    private static String brought(World world, String text, String month) {
        return Objects.requireNonNull(
                world.send(sheet(text, month), Role.UNIT_STAFF).getResponse().getRedirectedUrl());
    }

    private static Ask namedUnit(World world) {
        String address = brought(world, SHEET.replace("Thị trấn Diêu Trì", "Một cửa Diêu Trì"), OPEN);
        return world.form(address, address + "/units", Role.UNIT_STAFF)
                .type("unitOf[0]", String.valueOf(OWN))
                .and("unitOfText[0]", "thị trấn Diêu Trì");
    }

    private static Ask describedSheet(World world) {
        String address = brought(world, "Nơi gửi;A\nThị trấn Diêu Trì;50\n", OPEN);
        return world.form(address, address + "/layout", Role.UNIT_STAFF)
                .type("headerRow", "1")
                .type("unitColumn", "1")
                .type("columnOf[dossiersReceived]", "2")
                .type("month", OPEN);
    }

    private static Ask withdrawnAnswer(World world) {
        Ask named = namedUnit(world);
        world.send(named, Role.UNIT_STAFF);
        String address = named.path().replace("/units", "");
        return world.form(address, address + "/withdrawal", Role.UNIT_STAFF);
    }

    private static Ask answeredDashes(World world) {
        String address = brought(world, SHEET.replaceFirst("\\n(.*);[0-9]+", "\n$1;-"), OPEN);
        return Ask.post(address + "/answers", "question", "dashes", "answer", "zero");
    }

    private static Ask appliedSheet(World world) {
        String address = brought(world, SHEET, OPEN);
        return world.form(address, address + "/application", Role.UNIT_STAFF);
    }

    /** Locks the month with as many units unfinished as there are. */
    private static Ask lock(World world) {
        return Ask.post(
                HANDED_IN + "/lock",
                "missing",
                unfinished(world, "23 - count(*) filter (where status in ('SUBMITTED', 'APPROVED'))"),
                "unapproved",
                unfinished(world, "count(*) filter (where status = 'SUBMITTED')"),
                "corrections",
                "0");
    }

    private static String unfinished(World world, String count) {
        return world.database()
                .sql("select " + count + " from monthly_return where month = cast(? as date)")
                .param(SUBMITTED + "-01")
                .query(String.class)
                .single();
    }
}
