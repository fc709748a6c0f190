package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.CurrentDatabase;
import vn.hoso.FailingStatements.Failures;
import vn.hoso.FailingStatements.Failures.Place;
import vn.hoso.ProgramTest;
import vn.hoso.TableContents;
import vn.hoso.proof.Answer;
import vn.hoso.proof.Form;
import vn.hoso.proof.Visitor;

/**
 * The database fails at the n-th statement of what somebody does, before it or once it is done: afterwards all of it is there or
 * nothing, the answer says so in words, and the same press works once the database does. A few places of each act, drawn by lot; all of
 * them with {@code -Dhoso.failures=all}.
 */
@ProgramTest(world = OWN)
class EveryStatementFailsTest {

    private static final int DRAWN = 4;
    private static final long SEED = Long.getLong("hoso.failures.seed", System.nanoTime());

    /** Who is signed in, who tried to: they come and go with every request. */
    private static final List<String> NOT_LOOKED_AT =
            List.of("spring_session", "attempt", "throttl", "sign_in", "known_address");

    private static final String SHEET =
            "Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;Một phần - trực tuyến;Tổng số hồ sơ;Tổng trực tuyến\n"
                    + "Thị trấn Diêu Trì;10;10;8;8;30;18\nXã Phước An;10;10;8;8;31;18\n";

    private static final String LIST =
            "Mã hồ sơ;Tên thủ tục;Mức độ;Đơn vị;Ngày tiếp nhận;Hình thức nộp;Người tiếp nhận\n"
                    + "H08-1;Đăng ký kết hôn;4;Thị trấn Diêu Trì;2026-02-05;Online;Lê Hoa\n"
                    + "H08-2;Đăng ký khai sinh;3;Thị trấn Diêu Trì;2026-02-06;Một cửa;Lê Hoa\n";

    /** What somebody does, up to the press that does it. */
    enum Act {
        SAVE("vanphong") {
            @Override
            Form press(Visitor who) {
                return on(who, "/figures/2024-09", "/figures/2024-09")
                        .type("u2.dossiersReceived", "271")
                        .type("u2.note", "Đối chiếu sổ");
            }
        },
        IMPORT("vanphong") {
            @Override
            Form press(Visitor who) {
                Answer kept = who.upload(
                        "/imports", Map.of("month", "2026-02"), "a.csv", SHEET.getBytes(StandardCharsets.UTF_8));
                return on(who, kept.location().replaceAll("^https?://[^/]*", ""), "/imports/\\d+/application");
            }
        },
        COUNT_LIST("vanphong") {
            @Override
            Form press(Visitor who) {
                Answer kept = who.upload("/extracts", Map.of(), "a.csv", LIST.getBytes(StandardCharsets.UTF_8));
                return on(who, kept.location().replaceAll("^https?://[^/]*", ""), "/extracts/\\d+/application");
            }
        },
        APPROVE("vanphong") {
            @Override
            Form press(Visitor who) {
                Document page = who.get("/figures/2024-09/review").page();
                Form form = Form.on(page, "/figures/2024-09/approvals");
                form.fields.put("approve", page.select("input[name=approve]").eachAttr("value"));
                return form;
            }
        },
        LOCK("vanphong") {
            @Override
            Form press(Visitor who) {
                Document page = who.get("/figures/2025-06/review").page();
                return Form.on(page, "/figures/2025-06/lock")
                        .type("missing", page.select("input[name=missing]").val());
            }
        },
        ISSUE("vanphong") {
            @Override
            Form press(Visitor who) {
                return on(who, "/reports/2024", "/reports/2024/issues").type("reason", "Họp giao ban");
            }
        },
        REORGANISE("quantri") {
            @Override
            Form press(Visitor who) {
                Form asked = on(who, "/units/reorganisations/new", "/units/reorganisations/preview")
                        .type("from", "2026-07-01")
                        .type("instrument", "12/NQ-UBTVQH16")
                        .type("lines", "Xã Thử; X-97; xã = 21985, 21988");
                Document preview = who.post(asked.action, asked.fields).page();
                return Form.on(preview, "/units/reorganisations");
            }
        };

        private final String username;

        Act(String username) {
            this.username = username;
        }

        abstract Form press(Visitor who);

        static Form on(Visitor who, String page, String action) {
            return Form.on(who.get(page).page(), action);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private CurrentDatabase database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Failures failures;

    /** An act about to be done, from the same page as often as one likes. */
    private record Ready(Visitor who, Form form, String token, Map<String, String> before) {

        Answer press() {
            return who.post(form.action, form.fields, token);
        }
    }

    private Ready ready(Act act) {
        database.startOver();
        Visitor who = new Visitor("http://127.0.0.1:" + port, "vi");
        assertThat(who.signIn(act.username, Visitor.PASSWORD).location()).doesNotContain("error");
        Form form = act.press(who);
        return new Ready(who, form, who.token(), contents());
    }

    private Map<String, String> contents() {
        return TableContents.read(
                jdbc, TableContents.query(jdbc, table -> NOT_LOOKED_AT.stream().noneMatch(table::contains)));
    }

    /** Of the tables that differ: how many rows more. */
    private static Map<String, Integer> changes(Map<String, String> before, Map<String, String> after) {
        Map<String, Integer> changes = new TreeMap<>();
        after.forEach((table, content) -> {
            if (!content.equals(before.get(table))) {
                changes.put(table, rows(content) - rows(before.get(table)));
            }
        });
        return changes;
    }

    private static int rows(String content) {
        return Integer.parseInt(content.substring(0, content.indexOf(':')));
    }

    @ParameterizedTest
    @EnumSource
    void leavesAllOfItOrNothing(Act act) {
        Ready ready = ready(act);
        failures.failAt(null);
        Answer done = ready.press();
        List<String> statements = failures.end();
        assertThat(done.status()).as(done.page().text()).isEqualTo(302);
        Map<String, Integer> whole = changes(ready.before(), contents());
        assertThat(whole).containsKeys("audit_event", "audit_chain");

        List<Place> places = places(statements);
        int nothing = 0;
        int all = 0;
        ready = ready(act);
        for (Place place : places) {
            failures.failAt(place);
            Answer answer = ready.press();
            boolean failed = failures.end().size() >= place.number();
            String what = act + " at " + place + " of " + statements.size() + " (seed " + SEED + "): "
                    + statements.get(place.number() - 1);
            Map<String, Integer> changes = changes(ready.before(), contents());
            // What the failure hid was found stored, and the answer says so.
            boolean foundStored = answer.page().select("h1").text().equals("Đã lưu trước đó") && answer.status() == 200;
            if (answer.status() == 302 || foundStored) {
                assertThat(changes).as("no false success; " + what).isEqualTo(whole);
            } else {
                assertThat(answer.status())
                        .as("a failure and no refusal; " + what)
                        .isGreaterThanOrEqualTo(500);
                assertThat(answer.page().select("h1").text())
                        .as("in words; " + what)
                        .isNotEmpty();
                assertThat(failed)
                        .as("nothing of the tries before stands in its way; " + what)
                        .isTrue();
            }
            if (changes.isEmpty()) {
                nothing++;
            } else {
                assertThat(changes).as("nothing between; " + what).isEqualTo(whole);
                all++;
                ready = ready(act);
            }
        }
        assertThat(ready.press().status()).as("works again").isEqualTo(302);
        assertThat(changes(ready.before(), contents())).isEqualTo(whole);
        System.out.printf(
                "%s: %d statements and commits, failed at %d places: %d times nothing was stored, %d times all, 0 times a part%n",
                act, statements.size(), places.size(), nothing, all);
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsWhatWasTyped() {
        Ready ready = ready(Act.SAVE);
        failures.failAt(null);
        ready.press();
        List<String> statements = failures.end();
        int write = IntStream.range(0, statements.size())
                .filter(at -> statements.get(at).startsWith("insert into return_revision"))
                .findFirst()
                .orElseThrow();
        ready = ready(Act.SAVE);
        failures.failAt(new Place(write + 1, false), "53100");
        Answer full = ready.press();
        failures.end();
        assertThat(full.status()).isEqualTo(503);
        assertThat(full.page().select("h1").text()).isEqualTo("Máy chủ hết dung lượng");
        assertThat(full.text()).contains("Đối chiếu sổ");
    }

    /** Before each statement and commit, and after each commit. */
    private static List<Place> places(List<String> statements) {
        List<Place> all = IntStream.rangeClosed(1, statements.size())
                .boxed()
                .flatMap(number -> statements.get(number - 1).equals("commit")
                        ? Stream.of(new Place(number, false), new Place(number, true))
                        : Stream.of(new Place(number, false)))
                .collect(Collectors.toCollection(ArrayList::new));
        if ("all".equals(System.getProperty("hoso.failures"))) {
            return all;
        }
        Collections.shuffle(all, new Random(SEED));
        return all.stream().limit(DRAWN).toList();
    }
}
