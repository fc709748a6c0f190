package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MvcResult;
import vn.hoso.CurrentDatabase;
import vn.hoso.ProgramTest;
import vn.hoso.TableContents;
import vn.hoso.security.Role;
import vn.hoso.shared.Sha256;

/**
 * Every form of {@link Routes}, its button pressed ten times at once and once more later: what one press would have stored is
 * stored once, with one line in the trail, and nobody gets an error of the program's.
 */
@ProgramTest(world = OWN)
class TenPressesTest {

    private static final int TIMES = 10;

    /** Presses that take no key, and why ten of them are as good as one. */
    private static final Map<String, String> WITHOUT_KEY = Map.ofEntries(
            Map.entry("/language", "the reader's language: the same again"),
            Map.entry("/links/{token}", "uses up the link; nobody is signed in yet"),
            Map.entry("/login/code", "uses up the code"),
            Map.entry("/accounts/me/second-factor", "begins anew, in the place of what was begun"),
            Map.entry("/follow-ups/notices/{id}/dismissal", "a notice is read or not"),
            Map.entry("/work/{kind}/{reference}/dismissal", "news is put away or not"),
            Map.entry("/imports/{id}/answers", "the answer to a question about a file: the same again"),
            Map.entry("/imports/{id}/layout", "how a sheet is read: the same again"),
            Map.entry("/imports/{id}/month", "the month of a file: the same again"),
            Map.entry("/imports/{id}/sheets", "the sheet of a file: the same again"),
            Map.entry("/imports/{id}/units", "which unit a name means: the same again"));

    /** Lines of presses that change no figure and no right, but tell of something done. */
    private static final Set<String> DONE = Set.of("trail.verified", "account.unlocked", "session.ended");

    private static final List<String> FIGURES = Collections.synchronizedList(new ArrayList<>());

    @Autowired
    private ApplicationContext program;

    static List<Row> forms() {
        return Routes.ALL.stream().filter(Row::changes).toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void countAsOne(Row row) throws Exception {
        program.getBean(CurrentDatabase.class).startOver();
        World world = new World(program);
        Role visitor = row.anyone()
                ? null
                : row.lets(Role.UNIT_STAFF)
                        ? Role.UNIT_STAFF
                        : row.roles().iterator().next();
        world.visitedBy(visitor);
        String key = UUID.randomUUID().toString();
        Ask ask = row.own().apply(world).type("_once", key);
        Written since = new Written(world);

        List<MvcResult> answers = atOnce(() -> world.send(ask, visitor));

        List<String> told =
                answers.stream().map(World::describe).distinct().sorted().toList();
        assertThat(answers)
                .as("%s", told)
                .allMatch(answer -> answer.getResponse().getStatus() < 500);
        Map<String, Long> written = since.writersByTable();
        Map<String, Long> writers = new TreeMap<>(written);
        if (row.idle() || row.pattern().equals("/login/code")) {
            // Each wrong try is told of.
            writers.keySet().removeAll(Set.of("audit_event", "audit_chain"));
        }
        FIGURES.add("%-55s lines %s, tables written %d times: %s, answers %s"
                .formatted(row.pattern(), since.lines(), TIMES, writers.keySet(), told));
        assertThat(writers)
                .as("how many transactions wrote to each table, after answers %s", told)
                .allSatisfy((table, times) -> assertThat(times).as(table).isEqualTo(1));
        boolean takes = since.takes(key);
        assertThat(takes)
                .as("a change takes the form's key: record it in the trail, or call Presses.count(); or say in"
                        + " WITHOUT_KEY why it needs none")
                .isEqualTo((!row.idle() || since.lines().keySet().stream().anyMatch(DONE::contains))
                        && !WITHOUT_KEY.containsKey(row.pattern()));

        MvcResult later = world.send(ask, visitor);

        assertThat(later.getResponse().getStatus()).as(World.describe(later)).isLessThan(500);
        // Who has just enrolled a second factor is asked for it first.
        if (takes && !row.pattern().equals("/accounts/me/second-factor/confirmation")) {
            assertThat(World.describe(later) + World.body(later)).contains("_once=" + key);
            assertThat(since.writersByTable()).isEqualTo(written);
        }
        since.waitForWhatItBegan();
    }

    private static List<MvcResult> atOnce(java.util.concurrent.Callable<MvcResult> press) throws Exception {
        CyclicBarrier together = new CyclicBarrier(TIMES);
        ExecutorService fingers = Executors.newFixedThreadPool(TIMES);
        try {
            List<Future<MvcResult>> presses = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                presses.add(fingers.submit(() -> {
                    together.await();
                    return press.call();
                }));
            }
            List<MvcResult> answers = new ArrayList<>();
            for (Future<MvcResult> each : presses) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            fingers.shutdown();
        }
    }

    /** What was written since it was made. */
    private static final class Written {

        private final World world;
        private final long firstTransaction;
        private final long lastLine;

        Written(World world) {
            this.world = world;
            firstTransaction = number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
            lastLine = number("select coalesce(max(sequence), 0) from audit_event");
        }

        private long number(String query) {
            return world.database().sql(query).query(Long.class).single();
        }

        boolean takes(String key) {
            return number("select count(*) from used_form_key where key_hash = '" + Sha256.of(key) + "'") == 1;
        }

        Map<String, Long> lines() {
            Map<String, Long> lines = new TreeMap<>();
            world.database()
                    .sql(
                            "select action, count(*) from audit_event where sequence > ? and actor_id is not null group by 1")
                    .param(lastLine)
                    .query(row -> {
                        lines.put(row.getString(1), row.getLong(2));
                    });
            return lines;
        }

        /** Until what a press began in the background has ended; its lines in the trail are the program's own. */
        void waitForWhatItBegan() throws InterruptedException {
            while (number("select count(*) from backup_run where finished_at is null") > 0) {
                Thread.sleep(50);
            }
        }

        /** How many transactions wrote the rows that each table has now. */
        Map<String, Long> writersByTable() {
            String query = TableContents.tables(world.database()).stream()
                    .filter(table -> !ProgramState.comesAndGoes(table))
                    .map(table -> "select '" + table + "', count(distinct xmin::text) from " + table
                            + " where xmin::text::bigint >= :first"
                            + (table.equals("audit_event") ? " and actor_id is not null" : "")
                            + " having count(*) > 0")
                    .collect(Collectors.joining(" union all "));
            Map<String, Long> writers = new TreeMap<>();
            world.database().sql(query).param("first", firstTransaction).query(row -> {
                writers.put(row.getString(1), row.getLong(2));
            });
            return writers;
        }
    }

    @AfterAll
    static void say() {
        FIGURES.forEach(System.out::println);
    }
}
