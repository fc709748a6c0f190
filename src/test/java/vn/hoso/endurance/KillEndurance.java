package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL, for the program or for its PostgreSQL with all processes, at any moment while people save, import, lock and issue. {@code
 * -Dhoso.kills=100} says how often, {@code -Dhoso.seed=…} repeats the moments.
 */
@Tag("endurance")
class KillEndurance {

    private static final int KILLS = Integer.getInteger("hoso.kills", 20);
    private static final long SEED = Long.getLong("hoso.seed", System.nanoTime());

    private final Random moments = new Random(SEED);

    @TempDir
    Path folder;

    private RealProgram program;
    private Work work;
    private final long[] seconds = new long[KILLS];

    private RealProgram start(int port) {
        return RealProgram.start(folder, port, "512m", Map.of()).untilItAnswers();
    }

    private Connection connect() throws SQLException {
        return program.postgres().connect("hoso_demo");
    }

    private void atWork(String what, IntConsumer kill) throws SQLException {
        program = start(RealProgram.freePort());
        try {
            addUnits();
            work = new Work(program.origin());
            for (int at = 0; at < KILLS; at++) {
                work.begin();
                long enough = Math.max(1, work.acknowledged() + 1);
                waitUntil(() -> work.acknowledged() >= enough);
                RealProgram.pause(moments.nextInt(3000));
                kill.accept(at);
                work.end();
                try (Connection database = connect()) {
                    assertThat(Ledger.lost(database, work))
                            .as("lost at kill " + at + ", seed " + SEED)
                            .isEmpty();
                    Ledger.assertNothingByHalf(database);
                }
            }
            print(what);
        } finally {
            program.close();
        }
    }

    private void addUnits() throws SQLException {
        try (Connection database = connect()) {
            database.createStatement()
                    .execute("with fresh as (insert into unit (version) select 0 from generate_series(1, " + Work.UNITS
                            + ") returning id) insert into unit_version (unit_id, kind, code, name, valid)"
                            + " select id, 'COMMUNE', 'L' || row_number() over (), 'Xã dài ' || row_number() over (),"
                            + " '[2026-01-01,)' from fresh");
        }
    }

    private void print(String what) {
        long[] sorted = Arrays.stream(seconds).sorted().toArray();
        System.out.printf(
                "%s: %d kills (seed %d); acknowledged lost 0, half done 0, answers without words %s; works again after %.1f s at the"
                        + " median, %.1f s at most; sign-ins %d%n",
                what,
                KILLS,
                SEED,
                work.wordless.isEmpty() ? "0" : work.wordless.toString(),
                sorted[sorted.length / 2] / 1000.0,
                sorted[sorted.length - 1] / 1000.0,
                work.signIns.get());
        work.tallies.forEach((who, tally) ->
                System.out.printf("  %s: sent %s, acknowledged %s%n", who, tally.sent, tally.acknowledged));
    }

    @Test
    void theProgramIsKilled() throws SQLException {
        atWork("kill -9 of the program", at -> {
            program.kill();
            Instant killed = Instant.now();
            program = start(program.port());
            seconds[at] = Duration.between(killed, Instant.now()).toMillis();
        });
    }

    @Test
    void itsPostgresIsKilled() throws SQLException {
        atWork("kill -9 of PostgreSQL and all its processes", at -> {
            List<ProcessHandle> before = program.postgres().processes();
            program.postgres().kill();
            Instant killed = Instant.now();
            // What was answered before the kill and is counted after it says nothing of the server that comes back.
            waitUntil(() -> before.stream().noneMatch(ProcessHandle::isAlive));
            int then = work.acknowledged();
            waitUntil(() -> work.acknowledged() > then);
            seconds[at] = Duration.between(killed, Instant.now()).toMillis();
            assertThat(program.isAlive()).as("needs no restart").isTrue();
        });
    }

    private interface Condition {
        boolean holds();
    }

    private void waitUntil(Condition condition) {
        Instant begin = Instant.now();
        while (!condition.holds()) {
            assertThat(Duration.between(begin, Instant.now()))
                    .as(() -> program.endOfLog())
                    .isLessThan(Duration.ofMinutes(3));
            RealProgram.pause(50);
        }
    }
}
