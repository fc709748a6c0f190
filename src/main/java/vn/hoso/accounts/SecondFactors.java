package vn.hoso.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;

/** Authenticators: enrol one, check its codes, take it away again. Each code opens the door once. */
@Service
public class SecondFactors {

    private static final int SECRET_BYTES = 20;

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final RecoveryCodes recovery;
    private final Throttle throttle;
    private final SignInTrail trail;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            JdbcClient jdbc,
            SecretBox box,
            RecoveryCodes recovery,
            Throttle throttle,
            SignInTrail trail,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.recovery = recovery;
        this.throttle = throttle;
        this.trail = trail;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Row(byte[] secret, @Nullable OffsetDateTime confirmedAt) {}

    /**
     * An authenticator as its owner sees it.
     *
     * @param confirmed whether sign-ins ask for its codes
     * @param key what to type into the app by hand, in groups of four; null once confirmed
     * @param drawing the same for the app's camera; null once confirmed
     * @param recoveryLeft how many recovery codes are unused
     */
    public record Authenticator(
            boolean confirmed,
            @Nullable String key,
            @Nullable QrCode drawing,
            int recoveryLeft) {}

    /** The person's authenticator, empty if none was begun. */
    @Transactional(readOnly = true)
    public Optional<Authenticator> of(CurrentUser person) {
        Optional<Row> row = row(person);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (row.get().confirmedAt() != null) {
            return Optional.of(new Authenticator(true, null, null, recovery.left(person.id())));
        }
        return box.open(row.get().secret()).map(secret -> {
            String key = new Base32().encodeToString(secret);
            return new Authenticator(
                    false, String.join(" ", key.split("(?<=\\G.{4})")), QrCode.forApp(person.username(), key), 0);
        });
    }

    /** Makes a secret to enrol with, in place of one that was never confirmed; a confirmed one stays. */
    @Transactional
    public void begin(CurrentUser person) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into second_factor (user_id, secret, created_at) values (?, ?, ?)
                        on conflict (user_id) do update set secret = excluded.secret, created_at = excluded.created_at
                        where second_factor.confirmed_at is null
                        """)
                .params(person.id(), box.lock(secret), OffsetDateTime.now(clock))
                .update();
    }

    /** The first right code: from now on each sign-in asks for one. Gives the recovery codes, or nothing if it was wrong. */
    public Optional<List<String>> confirm(CurrentUser person, String code) {
        boolean begun = row(person).filter(row -> row.confirmedAt() == null).isPresent();
        if (!begun || check(person, code, false) != CodeCheck.RIGHT) {
            return Optional.empty();
        }
        return Optional.ofNullable(transaction.execute(status -> {
            jdbc.sql("update second_factor set confirmed_at = ? where user_id = ?")
                    .params(OffsetDateTime.now(clock), person.id())
                    .update();
            audit.record(person, "account.second-factor.enrolled", person.username(), "");
            return recovery.renew(person.id());
        }));
    }

    /** Checks a code of the authenticator or a recovery code and uses it up. */
    public CodeCheck check(CurrentUser person, String code) {
        return check(person, code, true);
    }

    private CodeCheck check(CurrentUser person, String code, boolean recoveryCodesToo) {
        List<Throttle.Counter> counter =
                List.of(new Throttle.Counter(ThrottleKind.PERSON, person.username(), person.id()));
        Throttle.Try attempt = throttle.take(counter);
        if (!attempt.allowed()) {
            return CodeCheck.LOCKED;
        }
        String typed = code.replaceAll("\\s", "");
        if (usesUp(person, typed) || (recoveryCodesToo && recovery.use(person.id(), typed))) {
            throttle.wasRight(counter);
            return CodeCheck.RIGHT;
        }
        trail.refused(person, "code");
        if (attempt.locks()) {
            trail.locked(person.id());
        }
        return CodeCheck.WRONG;
    }

    /** Takes the step of the code, which only one request can. */
    private boolean usesUp(CurrentUser person, String typed) {
        OptionalLong step = row(person)
                .flatMap(row -> box.open(row.secret()))
                .map(secret -> TotpCode.matching(secret, typed, clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                && jdbc.sql("update second_factor set last_step = ? where user_id = ? and last_step < ?")
                                .params(step.getAsLong(), person.id(), step.getAsLong())
                                .update()
                        == 1;
    }

    private Optional<Row> row(CurrentUser person) {
        return jdbc.sql("select secret, confirmed_at from second_factor where user_id = ?")
                .param(person.id())
                .query((row, number) ->
                        new Row(row.getBytes("secret"), row.getObject("confirmed_at", OffsetDateTime.class)))
                .optional();
    }

    /** Removes the person's own authenticator, which takes a code. */
    public CodeCheck remove(CurrentUser person, String code) {
        CodeCheck check = check(person, code, true);
        if (check == CodeCheck.RIGHT) {
            transaction.executeWithoutResult(status -> {
                remove(person.id());
                audit.record(person, "account.second-factor.removed", person.username(), "");
            });
        }
        return check;
    }

    /** Takes away authenticator and recovery codes, in the caller's transaction. */
    void remove(long userId) {
        recovery.remove(userId);
        jdbc.sql("delete from second_factor where user_id = ?").param(userId).update();
    }
}
