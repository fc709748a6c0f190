package vn.hoso.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.hoso.organisation.Organisations;

/** Judges a new password by the office's rules and what is known of its owner, and keeps its hash. */
@Component
class PasswordPolicy {

    private final PasswordEncoder hashes;
    private final AccountSignInSettings settings;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final Clock clock;

    PasswordPolicy(
            PasswordEncoder hashes,
            AccountSignInSettings settings,
            Organisations organisations,
            JdbcClient jdbc,
            Clock clock) {
        this.hashes = hashes;
        this.settings = settings;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<AccountProblem> problems(PasswordRules.NewPassword password, String username, String displayName) {
        List<String> context =
                new ArrayList<>(List.of(username, displayName, "ubnd", "hồ sơ trực tuyến", "ủy ban nhân dân"));
        organisations.all().forEach(each -> {
            context.add(each.organisation().fullName());
            context.add(each.organisation().superior());
        });
        context.addAll(jdbc.sql("select distinct name from unit_version")
                .query(String.class)
                .list());
        return password.problems(rules(), context);
    }

    PasswordRules rules() {
        return new PasswordRules(settings.shortest(), settings.composition());
    }

    void choose(User user, String password) {
        user.choosePassword(Objects.requireNonNull(hashes.encode(password)), clock.instant());
    }

    boolean matches(String typed, User user) {
        return user.passwordHash() != null && hashes.matches(typed, user.passwordHash());
    }
}
