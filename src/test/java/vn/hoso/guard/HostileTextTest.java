package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.util.UriUtils;
import vn.hoso.ProgramTest;
import vn.hoso.security.Role;

/**
 * More than a thousand hostile texts into every field: kept as composed Unicode or refused with the text still there, never
 * a failure of the program, never markup that lives.
 */
@ProgramTest(world = OWN)
class HostileTextTest {

    /** In each build our own texts and every fourth of the others; {@code -Dhoso.each-hostile-text=1} takes them all. */
    private static final int EACH = Integer.getInteger("hoso.each-hostile-text", 4);

    private static final List<String> ALL = HostileTexts.all();
    private static final List<String> KEPT = some(
            ALL.stream()
                    .filter(text -> !HostileTexts.unkeepable(text)
                            && !HostileTexts.kept(text).isEmpty())
                    .toList(),
            EACH);
    private static final List<String> REFUSED = ALL.stream()
            .filter(HostileTexts::unkeepable)
            .filter(text -> !HostileTexts.noText(text))
            .toList();
    private static final List<String> NO_TEXT =
            ALL.stream().filter(HostileTexts::noText).toList();

    @Autowired
    private ApplicationContext program;

    private World world;
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void enter() {
        world = new World(program);
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(wrong).isEmpty();
    }

    @Test
    void thereAreEnough() {
        assertThat(HostileTexts.naughty()).hasSizeGreaterThanOrEqualTo(500);
        assertThat(HostileTexts.OWN).hasSizeGreaterThanOrEqualTo(15);
        assertThat(HostileTexts.generated()).hasSizeGreaterThanOrEqualTo(500);
        assertThat(REFUSED).hasSizeBetween(5, 50);
    }

    @Test
    void notesOfAMonth() {
        Ask form = world.form("/figures/" + World.OPEN, "/figures/" + World.OPEN, Role.REVIEWER);
        List<String> notes = form.fields().keySet().stream()
                .filter(name -> name.endsWith(".note"))
                .toList();
        for (List<String> texts : HostileTexts.inGroupsOf(notes.size(), KEPT)) {
            world.andTakeBack(() -> {
                expect(302, world.send(typed(form, notes, texts), Role.REVIEWER), texts);
                for (int i = 0; i < texts.size(); i++) {
                    long unit = Long.parseLong(
                            notes.get(i).substring(1, notes.get(i).indexOf('.')));
                    same(
                            texts.get(i),
                            "select note from monthly_return where month = ? and unit_id = ?",
                            LocalDate.parse(World.OPEN + "-01"),
                            unit);
                }
                return expectDead(world.send(Ask.get(form.address()), Role.REVIEWER));
            });
        }
        for (List<String> texts : HostileTexts.inGroupsOf(notes.size(), REFUSED)) {
            refusedAndStillThere(typed(form, notes, texts), notes, texts, Role.REVIEWER);
        }
    }

    @Test
    void nulAndHalvesOfCharactersGetNowhere() {
        assertThat(NO_TEXT).hasSize(5);
        for (Row row : Routes.ALL) {
            Role who = row.anyone() ? null : row.roles().iterator().next();
            world.andTakeBack(() -> {
                Ask ask = row.own().apply(world);
                for (String text : some(NO_TEXT, EACH)) {
                    int status = world.send(ask.type("year", text), who)
                            .getResponse()
                            .getStatus();
                    if (status >= 500 && !row.pattern().equals("/error")) {
                        wrong.add(row.name() + " with " + printable(text) + " answers " + status);
                    }
                }
                return 0;
            });
        }
    }

    @Test
    void cellsOfAMonth() {
        Ask form = world.form("/figures/" + World.OPEN, "/figures/" + World.OPEN, Role.REVIEWER);
        List<String> cells = form.fields().keySet().stream()
                .filter(name -> name.matches("u[0-9]+\\.(full|partial|dossiers|online|pa).*"))
                .toList();
        List<String> noNumbers = some(ALL, EACH).stream()
                .filter(text -> !HostileTexts.noText(text))
                .filter(text -> !HostileTexts.kept(text).matches("(?i)[0-9. ]*|x"))
                .toList();
        for (List<String> texts : HostileTexts.inGroupsOf(cells.size(), noNumbers)) {
            refusedAndStillThere(typed(form, cells, texts), cells, texts, Role.REVIEWER);
        }
    }

    @Test
    void remarksOfAReviewer() {
        String returns = "/figures/" + World.SUBMITTED + "/returns";
        Ask form = world.form("/figures/" + World.SUBMITTED + "/review", returns, Role.REVIEWER)
                .without("unit")
                .without("_once");
        List<String> fields = List.copyOf(form.fields().keySet());
        assertThat(fields).hasSize(9);
        List<Long> units = world.database()
                .sql("select unit_id from monthly_return where month = ? and status = 'SUBMITTED'")
                .param(LocalDate.parse(World.SUBMITTED + "-01"))
                .query(Long.class)
                .list();
        for (List<String> many : HostileTexts.inGroupsOf(fields.size() * units.size(), KEPT)) {
            world.andTakeBack(() -> {
                List<List<String>> groups = HostileTexts.inGroupsOf(fields.size(), many);
                for (int i = 0; i < groups.size(); i++) {
                    List<String> texts = groups.get(i);
                    Ask ask = typed(form, fields, texts).type("unit", units.get(i) + ":1");
                    expect(302, world.send(ask, Role.REVIEWER), texts);
                    for (String text : texts) {
                        assertThat(world.database()
                                        .sql("select count(*) from return_remark where text = ?")
                                        .param(HostileTexts.kept(text))
                                        .query(Integer.class)
                                        .single())
                                .as(printable(text))
                                .isPositive();
                    }
                }
                return expectDead(world.send(Ask.get("/figures/" + World.SUBMITTED), Role.REVIEWER));
            });
        }
        for (List<String> texts : HostileTexts.inGroupsOf(fields.size(), REFUSED)) {
            refusedAndStillThere(typed(form, fields, texts).type("unit", "2:1"), fields, texts, Role.REVIEWER);
        }
    }

    @Test
    void reasonsOfAReopening() {
        String month = "/figures/" + World.LOCKED;
        Ask form = Ask.post(
                month + "/reopening", "until", world.today().plusDays(3).toString());
        world.andTakeBack(() -> {
            for (String text : some(KEPT, 2)) {
                expect(302, world.send(form.type("reason", text), Role.REVIEWER), List.of(text));
                same(text, "select reason from reporting_month where month = ?", LocalDate.parse(World.LOCKED + "-01"));
                world.database()
                        .sql("update reporting_month set state = 'LOCKED', reopened_until = null where month = ?")
                        .param(LocalDate.parse(World.LOCKED + "-01"))
                        .update();
            }
            return 0;
        });
        for (String text : REFUSED) {
            refusedAndStillThere(form.type("reason", text), List.of("reason"), List.of(text), Role.REVIEWER);
        }
    }

    @Test
    void notesOfADecision() {
        String address = "/dashboard/decisions/1";
        Ask form = world.form(address + "?year=2023", address, Role.REVIEWER).type("verdict", "MET");
        world.andTakeBack(() -> {
            for (String text : some(KEPT, 3)) {
                expect(302, world.send(form.type("note", text), Role.REVIEWER), List.of(text));
                same(text, "select note from target_decision where target_id = 1 order by id desc limit 1");
            }
            return expectDead(world.send(Ask.get("/targets?year=2023"), Role.REVIEWER));
        });
        for (String text : REFUSED) {
            refusedAndStillThere(form.type("note", text), List.of("note"), List.of(text), Role.REVIEWER);
        }
    }

    @Test
    void namesOfPeople() {
        Ask form = Ask.post("/accounts", "username", "thu", "displayName", "Thử", "role", "LEADER");
        List<String> names =
                KEPT.stream().filter(text -> !HostileTexts.noName(text)).toList();
        for (List<String> group : HostileTexts.inGroupsOf(100, names)) {
            world.andTakeBack(() -> {
                for (int i = 0; i < group.size(); i++) {
                    Ask ask = form.type("displayName", group.get(i)).type("username", "thu." + i);
                    expect(302, world.send(ask, Role.ADMINISTRATOR), List.of(group.get(i)));
                    same(group.get(i), "select display_name from app_user where username = ?", "thu." + i);
                }
                return expectDead(world.send(Ask.get("/accounts"), Role.ADMINISTRATOR));
            });
        }
        some(ALL, EACH).stream()
                .filter(text -> HostileTexts.noName(text) || HostileTexts.unkeepable(text))
                .forEach(text -> refusedAndStillThere(
                        form.type("displayName", text), List.of("displayName"), List.of(text), Role.ADMINISTRATOR));
    }

    @Test
    void usernames() {
        for (String text : some(ALL, 3 * EACH)) {
            if (!HostileTexts.kept(text).toLowerCase(Locale.ROOT).matches("[a-z0-9._-]{3,40}")) {
                Ask ask = Ask.post("/accounts", "username", text, "displayName", "Thử", "role", "LEADER");
                refusedAndStillThere(ask, List.of("username"), List.of(text), Role.ADMINISTRATOR);
            }
        }
    }

    @Test
    void signingIn() {
        for (String text : HostileTexts.OWN) {
            MvcResult answer = world.send(Ask.post("/login", "username", text, "password", text), null);
            if (HostileTexts.noText(text)) {
                expect(400, answer, List.of(text));
            } else {
                assertThat(answer.getResponse().getRedirectedUrl())
                        .as(printable(text))
                        .contains("/login?error");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard?year=TEXT",
                "/dashboard/units/TEXT",
                "/dashboard/units/2?year=TEXT",
                "/dashboard/decisions/TEXT?year=TEXT",
                "/figures?year=TEXT",
                "/figures/TEXT",
                "/figures/TEXT/review",
                "/targets?year=TEXT",
                "/reports/TEXT",
                "/reports/TEXT/report.docx",
                "/exports/results.json?year=TEXT",
                "/links/TEXT",
                "/login?TEXT=TEXT",
                "/TEXT"
            })
    void addresses(String address) {
        for (String text : some(ALL, 5 * EACH)) {
            String encoded = UriUtils.encode(text, StandardCharsets.UTF_8);
            MvcResult answer = world.send(Ask.get(address.replace("TEXT", encoded)), Role.REVIEWER);
            int status = answer.getResponse().getStatus();
            if (status >= 500 || (status == 200 && !address.startsWith("/login")) && text.length() > 4) {
                wrong.add(address + " with " + printable(text) + " answers " + status);
            }
            expectDead(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/TEXT/link",
                "/dashboard/decisions/1?year=2023|verdict",
                "/dashboard/decisions/1?year=2023|evidence",
                "/figures/2024-09/approvals|approve",
                "/figures/2024-09/submissions|unit",
                "/figures/2024-09/returns|unit",
                "/figures/2024-08/reopening|until",
                "/figures/2022-05|u2.version",
                "/figures/2022-05|u2.choice",
                "/accounts|role",
                "/accounts|unitIds",
                "/links/TEXT|password"
            })
    void fieldsThatAreNoText(String addressAndField) {
        String[] parts = addressAndField.split("\\|");
        Role role = parts[0].startsWith("/accounts") ? Role.ADMINISTRATOR : Role.REVIEWER;
        for (String text : some(ALL, 10 * EACH)) {
            Ask ask = Ask.post(parts[0].replace("TEXT", UriUtils.encode(text, StandardCharsets.UTF_8)));
            MvcResult answer =
                    world.andTakeBack(() -> world.send(parts.length == 1 ? ask : ask.type(parts[1], text), role));
            int status = answer.getResponse().getStatus();
            if (status < 400 || status >= 500) {
                wrong.add(addressAndField + " with " + printable(text) + " answers " + status);
            }
            expectDead(answer);
        }
    }

    /** Our own, and every so many of the others: where a text is only held against a pattern, or costs a year's results. */
    private static List<String> some(List<String> texts, int each) {
        return IntStream.range(0, texts.size())
                .filter(i -> HostileTexts.OWN.contains(texts.get(i)) || i % each == 0)
                .mapToObj(texts::get)
                .toList();
    }

    private static Ask typed(Ask form, List<String> fields, List<String> texts) {
        Ask typed = form;
        for (int i = 0; i < texts.size(); i++) {
            typed = typed.type(fields.get(i), texts.get(i));
        }
        return typed;
    }

    private void refusedAndStillThere(Ask ask, List<String> fields, List<String> texts, Role as) {
        MvcResult answer = world.andTakeBack(() -> world.send(ask, as));
        if (texts.stream().anyMatch(HostileTexts::noText)) {
            expect(400, answer, texts);
            return;
        }
        expect(422, answer, texts);
        expectDead(answer);
        Document page = Jsoup.parse(World.body(answer).replace("\uFFFF", ""));
        if (page.select("[role=alert]").text().isBlank()) {
            wrong.add(ask + ": does not say what is wrong with " + printable(texts.get(0)));
        }
        for (int i = 0; i < texts.size(); i++) {
            String field = fields.get(i);
            String there = page.getElementsByAttributeValue("name", field).stream()
                    .map(each -> each.is("textarea") ? each.wholeText() : each.val())
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .orElse("");
            if (!comparable(there).equals(comparable(texts.get(i)))) {
                wrong.add(
                        ask + " " + field + ": typed " + printable(texts.get(i)) + ", still there " + printable(there));
            }
        }
    }

    /** As HTML can carry it: without NUL, single halves of characters and the ends of lines. */
    private static String comparable(String text) {
        return HostileTexts.kept(text)
                .replaceAll("[\\r\\n]+", "\n")
                .replaceAll("[\\x00\\uFFFD\\uFFFE\\uFFFF?]|\\p{Cs}", "")
                .strip();
    }

    private void expect(int status, MvcResult answer, List<String> texts) {
        if (answer.getResponse().getStatus() != status) {
            wrong.add(answer.getRequest().getRequestURI() + " answers " + World.describe(answer) + " to "
                    + texts.stream().map(HostileTextTest::printable).toList());
        }
    }

    private int expectDead(MvcResult answer) {
        List<String> live = LiveMarkup.on(World.body(answer));
        if (!live.isEmpty()) {
            wrong.add(answer.getRequest().getRequestURI() + " has live markup: " + live);
        }
        return live.size();
    }

    private void same(String text, String query, Object... params) {
        String stored = world.database()
                .sql(query)
                .params(params)
                .query(String.class)
                .optional()
                .orElse("");
        if (!HostileTexts.kept(stored).equals(HostileTexts.kept(text))) {
            wrong.add("stored " + printable(stored) + " instead of " + printable(text));
        }
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(60)
                .forEach(each -> shown.append(
                        Character.isISOControl(each) || Character.getType(each) == Character.SURROGATE
                                ? "\\u%04x".formatted(each)
                                : Character.toString(each)));
        return shown.toString();
    }
}
