package vn.hoso.accounts;

import static vn.hoso.ProgramTest.World.OWN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.BrowserWithCookie;
import vn.hoso.ProgramTest;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/**
 * Measures how long a refusal takes for an unknown name, a wrong password, a locked and a disabled account; prints the
 * medians. No part of the build, since a busy machine must not fail it: {@code mvn test -Dtest=SignInTimes}.
 */
@ProgramTest(world = OWN)
class SignInTimes {

    private static final int TRIES = Integer.getInteger("hoso.tries", 200);

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    private Newcomers newcomers;

    @BeforeEach
    void meet(@Autowired AccountService accounts) {
        newcomers = new Newcomers(accounts);
    }

    @Test
    void ofUnknownWrongLockedAndDisabled() throws Exception {
        CurrentUser known = newcomers.make(Role.LEADER);
        CurrentUser locked = newcomers.make(Role.LEADER);
        CurrentUser disabled = newcomers.make(Role.LEADER);
        jdbc.sql("update app_user set enabled = false where id = ?")
                .param(disabled.id())
                .update();
        for (int i = 0; i < 5; i++) {
            time(locked.username(), "wrong");
        }
        Map<String, List<Long>> times = new LinkedHashMap<>();
        // Turn by turn, so that a busy moment of the machine meets all of them.
        for (int i = 0; i < TRIES; i++) {
            jdbc.sql("delete from sign_in_throttle where user_id is distinct from ?")
                    .param(locked.id())
                    .update();
            note(times, "unknown", time("khong.ai.ca", "wrong"));
            note(times, "wrong", time(known.username(), "wrong"));
            note(times, "locked", time(locked.username(), Newcomers.PASSWORD));
            note(times, "disabled", time(disabled.username(), Newcomers.PASSWORD));
        }
        times.forEach((kind, list) -> {
            List<Long> sorted = list.stream().sorted().toList();
            System.out.printf("%-9s median %.2f ms of %d%n", kind, sorted.get(sorted.size() / 2) / 1e6, sorted.size());
        });
    }

    private static void note(Map<String, List<Long>> times, String kind, long nanoseconds) {
        times.computeIfAbsent(kind, any -> new ArrayList<>()).add(nanoseconds);
    }

    private long time(String username, String password) throws Exception {
        BrowserWithCookie stranger = new BrowserWithCookie(browser, "10.9.0.1");
        long start = System.nanoTime();
        stranger.signIn(username, password);
        return System.nanoTime() - start;
    }
}
