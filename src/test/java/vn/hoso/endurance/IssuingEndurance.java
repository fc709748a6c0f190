package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoso.proof.Answer;
import vn.hoso.proof.Form;
import vn.hoso.proof.Visitor;

/** Reports are issued one after another ({@code -Dhoso.issues=20}) while another person saves each second. */
@Tag("endurance")
class IssuingEndurance {

    private static final int ISSUES = Integer.getInteger("hoso.issues", 20);

    @TempDir
    Path folder;

    @Test
    void isIssuedWhileAnotherPersonSavesEachSecond() throws Exception {
        try (RealProgram program = RealProgram.start(folder, RealProgram.freePort(), "512m", Map.of())
                .untilItAnswers()) {
            AtomicBoolean working = new AtomicBoolean(true);
            AtomicInteger saved = new AtomicInteger();
            Thread other = new Thread(() -> saveEachSecond(signedIn(program, "chanhvanphong"), working, saved));
            other.start();
            Visitor who = signedIn(program, "vanphong");
            int issued = 0;
            List<String> errors = new ArrayList<>();
            List<Long> millis = new ArrayList<>();
            for (int at = 0; at < ISSUES; at++) {
                Form form = Form.on(who.get("/reports/2024").page(), "/reports/2024/issues")
                        .type("reason", "Họp giao ban");
                if (form.fields.containsKey("replacement")) {
                    form.type("replacement", "Chỉnh lý số liệu");
                }
                Instant begin = Instant.now();
                Answer answer = who.post(form.action, form.fields);
                millis.add(Duration.between(begin, Instant.now()).toMillis());
                if (answer.status() == 302 && answer.location().contains("/issues/")) {
                    issued++;
                } else {
                    errors.add(answer.status() + " "
                            + answer.page().select("h1, .error-summary").text());
                }
            }
            working.set(false);
            other.join();
            millis.sort(null);
            System.out.printf(
                    "issued while another person saves each second: %d of %d issued, %d errors %s; %s saves meanwhile; %.1f s at the median,"
                            + " %.1f s at most%n",
                    issued,
                    ISSUES,
                    errors.size(),
                    errors,
                    saved,
                    millis.get(millis.size() / 2) / 1000.0,
                    millis.get(millis.size() - 1) / 1000.0);
            assertThat(issued).isEqualTo(ISSUES);
            assertThat(saved.get()).isPositive();
        }
    }

    private static Visitor signedIn(RealProgram program, String username) {
        Visitor visitor = new Visitor(program.origin(), "vi");
        assertThat(visitor.signIn(username, Visitor.PASSWORD).status()).isEqualTo(302);
        return visitor;
    }

    /** In a month that no report of the year is of. */
    private static void saveEachSecond(Visitor who, AtomicBoolean working, AtomicInteger saved) {
        for (int figure = 100; working.get(); figure++) {
            Form form = Form.on(who.get("/figures/2026-03").page(), "/figures/2026-03")
                    .type("u3.dossiersReceived", String.valueOf(figure))
                    .type("u3.note", "Đối chiếu sổ lần " + figure);
            form.fields.keySet().removeIf(name -> name.matches("u\\d+\\..*") && !name.startsWith("u3."));
            if (who.post(form.action, form.fields).status() == 302) {
                saved.incrementAndGet();
            }
            RealProgram.pause(1000);
        }
    }
}
