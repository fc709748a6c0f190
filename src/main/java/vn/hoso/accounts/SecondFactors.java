package vn.hoso.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.QrCode;
import vn.hoso.shared.TimeConfiguration;

/** Enrols authenticators, checks their codes and removes them. Each code is accepted once. */
@Service
public class SecondFactors {

    private static final int SECRET_BYTES = 20;

    /** Where what is done with the code has its own line. */
    private static final Runnable UNTOLD = () -> {};

    private final StoredSecondFactors stored;
    private final Users users;
    private final SecondFactorCipher cipher;
    private final RecoveryCodes recovery;
    private final StoredPasskeys passkeys;
    private final SecondFactorVerifier checks;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Clock devices;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            StoredSecondFactors stored,
            Users users,
            SecondFactorCipher cipher,
            RecoveryCodes recovery,
            StoredPasskeys passkeys,
            SecondFactorVerifier checks,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock,
            @Qualifier(TimeConfiguration.DEVICES) Clock devices) {
        this.stored = stored;
        this.users = users;
        this.cipher = cipher;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.checks = checks;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.devices = devices;
    }

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

    /** The user's authenticator, empty if none was begun. */
    @Transactional(readOnly = true)
    public Optional<Authenticator> find(CurrentUser user) {
        Optional<SecondFactor> row = stored.findById(user.id());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (row.get().confirmed()) {
            return Optional.of(new Authenticator(true, null, null, recovery.left(user.id())));
        }
        return cipher.decrypt(row.get().secret()).map(secret -> {
            String key = new Base32().encodeToString(secret);
            return new Authenticator(
                    false,
                    String.join(" ", key.split("(?<=\\G.{4})")),
                    QrCode.of(TotpCode.address(user.username(), key)),
                    0);
        });
    }

    /** Whether the user's sign-ins ask for a second step. */
    public boolean enrolled(CurrentUser user) {
        return stored.findById(user.id()).filter(SecondFactor::confirmed).isPresent();
    }

    /** Makes a secret to enrol with, in place of one that was never confirmed; a confirmed one stays. */
    @Transactional
    public void begin(CurrentUser user) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        byte[] encrypted = cipher.encrypt(secret);
        // Two presses at once make one authenticator.
        users.lockForUpdate(user.id());
        stored.lockForUpdate(user.id())
                .ifPresentOrElse(
                        begun -> begun.restart(encrypted, clock.instant()),
                        () -> stored.save(new SecondFactor(user.id(), encrypted, clock.instant())));
    }

    /**
     * What became of enrolling.
     *
     * @param recovery the recovery codes, empty unless the check was right
     */
    public record Enrolment(PasskeyVerificationResult check, List<String> recovery) {}

    /** The present password and the first right code: from now on each sign-in asks for one. */
    public Enrolment confirm(CurrentUser user, String present, String code) {
        boolean begun =
                stored.findById(user.id()).filter(row -> !row.confirmed()).isPresent();
        if (!begun) {
            return new Enrolment(PasskeyVerificationResult.WRONG_CODE, List.of());
        }
        PasskeyVerificationResult check =
                checks.check(user, () -> both(user, present, () -> usesUp(user, plain(code), UNTOLD)));
        if (check != PasskeyVerificationResult.VALID) {
            return new Enrolment(check, List.of());
        }
        return new Enrolment(check, Objects.requireNonNull(transaction.execute(status -> {
            stored.lockForUpdate(user.id()).ifPresent(factor -> factor.confirm(clock.instant()));
            audit.record(user, "account.second-factor.enrolled", user.username(), "");
            return recovery.renew(user.id());
        })));
    }

    /** Checks a code of the authenticator or a recovery code and uses it up. */
    public PasskeyVerificationResult check(CurrentUser user, String code) {
        return checks.check(
                user,
                () -> signsIn(user, code) ? PasskeyVerificationResult.VALID : PasskeyVerificationResult.WRONG_CODE);
    }

    /** The password first: a wrong one uses no code up. */
    private PasskeyVerificationResult both(CurrentUser user, String present, BooleanSupplier codeRight) {
        if (!checks.isPassword(user, present)) {
            return PasskeyVerificationResult.WRONG_PASSWORD;
        }
        return codeRight.getAsBoolean() ? PasskeyVerificationResult.VALID : PasskeyVerificationResult.WRONG_CODE;
    }

    private boolean usesUpAny(CurrentUser user, String code) {
        return usesUp(user, plain(code), UNTOLD) || usesUpRecovery(user, plain(code), UNTOLD);
    }

    /** The same on their way in, where the trail tells which of the two it was. */
    private boolean signsIn(CurrentUser user, String code) {
        return usesUp(user, plain(code), () -> tell(user, TrailEntry.of("account.code.used", user.username(), "")))
                || usesUpRecovery(user, plain(code), () -> {
                    String left = String.valueOf(recovery.left(user.id()));
                    tell(user, TrailEntry.of("account.recovery-code.used", user.username(), left));
                });
    }

    private void tell(CurrentUser user, TrailEntry entry) {
        audit.recordSignIn(user, entry);
    }

    private boolean usesUpRecovery(CurrentUser user, String typed, Runnable told) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean used = recovery.use(user.id(), typed);
            if (used) {
                told.run();
            }
            return used;
        }));
    }

    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }

    /** Takes the step of the code, which only one request can. */
    private boolean usesUp(CurrentUser user, String typed, Runnable told) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            SecondFactor factor = stored.lockForUpdate(user.id()).orElse(null);
            OptionalLong step = factor == null
                    ? OptionalLong.empty()
                    : cipher.decrypt(factor.secret())
                            .map(secret -> TotpCode.matching(secret, typed, devices.instant()))
                            .orElse(OptionalLong.empty());
            boolean used = factor != null && step.isPresent() && factor.take(step.getAsLong());
            if (used) {
                told.run();
            }
            return used;
        }));
    }

    /** Removes the user's own authenticator, recovery codes and passkeys; the present password and a code are required. */
    public PasskeyVerificationResult remove(CurrentUser user, String present, String code) {
        PasskeyVerificationResult check = checks.check(user, () -> both(user, present, () -> usesUpAny(user, code)));
        if (check == PasskeyVerificationResult.VALID) {
            transaction.executeWithoutResult(status -> {
                remove(user.id());
                audit.record(user, "account.second-factor.removed", user.username(), "");
            });
        }
        return check;
    }

    /** Takes away authenticator, recovery codes and the passkeys that hang on them, in the caller's transaction. */
    void remove(long userId) {
        recovery.remove(userId);
        passkeys.deleteByUserId(userId);
        stored.deleteById(userId);
    }
}
