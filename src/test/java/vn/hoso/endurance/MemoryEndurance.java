package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoso.proof.Answer;
import vn.hoso.proof.Form;
import vn.hoso.proof.Visitor;

/** How much memory the program needs: 50 people at work within a heap of 512 MB, and documents asked for at once within 256 MB. */
@Tag("endurance")
class MemoryEndurance {

    private static final int USERS = Integer.getInteger("hoso.users", 50);
    private static final int ROUNDS = Integer.getInteger("hoso.rounds", 3);
    private static final int DOCUMENTS = Integer.getInteger("hoso.documents", 24);

    private static final List<String> PAGES = List.of(
            "/dashboard?year=2024",
            "/figures/2024-08",
            "/reports/2024",
            "/figures/2024-08/review",
            "/dashboard/compare?year=2024",
            "/audit",
            "/exports/results.csv?year=2024");

    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> millis = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    private Answer asked(Callable<Answer> request) throws Exception {
        Instant begin = Instant.now();
        Answer answer = request.call();
        millis.add(Duration.between(begin, Instant.now()).toMillis());
        answers.computeIfAbsent(answer.status(), each -> new AtomicInteger()).incrementAndGet();
        return answer;
    }

    private static Visitor signedIn(RealProgram program) {
        Visitor visitor = new Visitor(program.origin(), "vi");
        assertThat(visitor.signIn("vanphong", Visitor.PASSWORD).location()).endsWith("/");
        return visitor;
    }

    private void all(int people, Callable<Void> each) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            for (var done : threads.invokeAll(
                    IntStream.range(0, people).mapToObj(at -> each).toList())) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void print(String what, RealProgram program) {
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "%s: answers %s, %.1f s at the median, %.1f s at most; most memory ever: program %d MB, PostgreSQL %d MB in its %d processes%n",
                what,
                answers,
                sorted.get(sorted.size() / 2) / 1000.0,
                sorted.get(sorted.size() - 1) / 1000.0,
                program.mostMemory(),
                program.postgres().processes().stream()
                        .mapToLong(each -> RealProgram.mostMemory(each.pid()))
                        .sum(),
                program.postgres().processes().size());
    }

    @Test
    void fiftyPeopleWorkWithin512Megabytes() throws Exception {
        try (RealProgram program = RealProgram.start(folder, RealProgram.freePort(), "512m", Map.of())
                .untilItAnswers()) {
            // One after the other: many tries at one name at once are what the program stops.
            ConcurrentLinkedQueue<Visitor> people = new ConcurrentLinkedQueue<>();
            for (int at = 0; at < USERS; at++) {
                people.add(signedIn(program));
            }
            AtomicInteger person = new AtomicInteger();
            all(USERS, () -> {
                int unit = 2 + person.getAndIncrement() % 20;
                Visitor who = people.remove();
                for (int round = 0; round < ROUNDS; round++) {
                    for (String page : PAGES) {
                        asked(() -> who.get(page));
                    }
                    Form form = Form.on(who.get("/figures/2026-03").page(), "/figures/2026-03")
                            .type("u" + unit + ".dossiersReceived", String.valueOf(100 + round))
                            .type("u" + unit + ".note", "Đối chiếu sổ");
                    form.fields
                            .keySet()
                            .removeIf(name -> name.matches("u\\d+\\..*") && !name.startsWith("u" + unit + "."));
                    asked(() -> who.post(form.action, form.fields));
                    asked(() -> who.get("/reports/2024/report.pdf"));
                }
                return null;
            });
            print(USERS + " people within 512 MB", program);
            // Two people at one row are told of each other.
            assertThat(answers.keySet()).isSubsetOf(200, 302, 409, 422);
        }
    }

    @Test
    void documentsWaitForTheirTurnWithin256Megabytes() throws Exception {
        try (RealProgram program = RealProgram.start(folder, RealProgram.freePort(), "256m", Map.of())
                .untilItAnswers()) {
            List<String> files =
                    List.of("/reports/2024/report.pdf", "/reports/2024/report.docx", "/reports/2024/annex.xlsx");
            Visitor who = signedIn(program);
            AtomicInteger next = new AtomicInteger();
            all(DOCUMENTS, () -> {
                asked(() -> who.get(files.get(next.getAndIncrement() % files.size())));
                return null;
            });
            print(DOCUMENTS + " documents at once within 256 MB", program);
            assertThat(answers.keySet()).containsExactly(200);
        }
    }
}
