package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.hoso.proof.Answer;
import vn.hoso.proof.Form;
import vn.hoso.proof.Visitor;

/**
 * The disk of the data folder is full ({@code -Dhoso.fills=10}): what was acknowledged stays, each refusal has words, and saving works again
 * once there is room, without a restart. Needs the right to mount a small file system in memory.
 */
@Tag("endurance")
class DiskFullEndurance {

    private static final int FILLS = Integer.getInteger("hoso.fills", 10);
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private int acknowledged;
    private int figure = 100;
    private final Set<String> words = new TreeSet<>();
    private int wordless;

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Test
    void losesNothingAndWorksAgainOnceThereIsRoom() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        boolean mounted = System.getProperty("os.name").equals("Linux")
                && run("mount", "-t", "tmpfs", "-o", "size=420m,mode=700", "tmpfs", data.toString()) == 0;
        if (!mounted) {
            System.err.println("SKIPPED: a full disk needs the right to mount a file system");
        }
        assumeTrue(mounted, "mounting is not allowed here");
        try (RealProgram program = RealProgram.start(folder, RealProgram.freePort(), "512m", Map.of())
                .untilItAnswers()) {
            Visitor who = new Visitor(program.origin(), "vi");
            assertThat(who.signIn("vanphong", Visitor.PASSWORD).status()).isEqualTo(302);
            long[] again = new long[FILLS];
            int refused = 0;
            for (int fill = 0; fill < FILLS; fill++) {
                Path ballast = data.resolve("ballast");
                fill(ballast);
                int before = refused;
                Instant begin = Instant.now();
                while (refused < before + 3
                        && Duration.between(begin, Instant.now()).compareTo(LONG) < 0) {
                    refused += save(who) ? 0 : 1;
                    fill(ballast);
                }
                assertThat(refused).as("the disk is full, saves cannot go on").isGreaterThan(before);
                Files.delete(ballast);
                Instant room = Instant.now();
                while (!save(who)) {
                    assertThat(Duration.between(room, Instant.now()))
                            .as(program::endOfLog)
                            .isLessThan(LONG);
                    RealProgram.pause(200);
                }
                again[fill] = Duration.between(room, Instant.now()).toMillis();
                assertThat(program.isAlive()).as("needs no restart").isTrue();
                try (Connection database = program.postgres().connect("hoso_demo")) {
                    assertThat(stored(database))
                            .as("the last acknowledged figure")
                            .isGreaterThanOrEqualTo(acknowledged);
                    Ledger.assertNothingByHalf(database);
                }
            }
            java.util.Arrays.sort(again);
            System.out.printf(
                    "disk full %d times: acknowledged lost 0, half done 0; %d saves refused, %d of them without words; saves again %.1f s after"
                            + " there is room at the median, %.1f s at most, without a restart; it said %s%n",
                    FILLS, refused, wordless, again[FILLS / 2] / 1000.0, again[FILLS - 1] / 1000.0, words);
            assertThat(wordless).isZero();
        } finally {
            run("umount", "-l", data.toString());
        }
    }

    private static int stored(Connection database) {
        return JdbcClient.create(new SingleConnectionDataSource(database, true))
                .sql("select dossiers_received from monthly_return where unit_id = 3 and month = '2026-03-01'")
                .query(Integer.class)
                .single();
    }

    /** Takes all the room that is left. */
    private static void fill(Path ballast) {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(
                ballast, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // It is.
        }
    }

    private boolean save(Visitor who) {
        Form form;
        Answer page = who.get("/figures/2026-03");
        if (page.status() != 200
                || page.page().select("form[action=/figures/2026-03]").isEmpty()) {
            note(page);
            return false;
        }
        form = Form.on(page.page(), "/figures/2026-03")
                .type("u3.dossiersReceived", String.valueOf(++figure))
                .type("u3.note", "Đối chiếu sổ lần " + figure + " " + "x".repeat(900));
        form.fields.keySet().removeIf(name -> name.matches("u\\d+\\..*") && !name.startsWith("u3."));
        Answer answer = who.post(
                form.action, form.fields, page.page().select("[name=_csrf]").val());
        if (answer.status() == 302 && !answer.location().contains("login")) {
            acknowledged = figure;
            return true;
        }
        note(answer);
        return false;
    }

    private void note(Answer refused) {
        String said = refused.page().select("h1").text();
        if (said.isEmpty()) {
            wordless++;
        }
        words.add(refused.status() + " “" + said + "”");
    }
}
