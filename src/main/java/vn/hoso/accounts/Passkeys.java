package vn.hoso.accounts;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.server.ServerProperty;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserText;

/**
 * Passkeys: the second step of a sign-in that no other site can ask for. A user with an authenticator may add them; its
 * codes stay good.
 */
@Service
public class Passkeys {

    private static final int MOST = 10;

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    private final StoredPasskeys store;
    private final PasskeyVerifier webAuthn;
    private final SecondFactorVerifier checks;
    private final SecondFactors factors;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Passkeys(
            StoredPasskeys store,
            PasskeyVerifier webAuthn,
            SecondFactorVerifier checks,
            SecondFactors factors,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.webAuthn = webAuthn;
        this.checks = checks;
        this.factors = factors;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param host the address under which it was made and can be used
     * @param lastUsed null before the first use
     */
    public record OwnPasskey(
            long id,
            String name,
            String host,
            Instant made,
            @Nullable Instant lastUsed) {}

    /** The user's passkeys, the oldest first. */
    public List<OwnPasskey> findOwn(CurrentUser user) {
        return store.findByUserIdOrderById(user.id()).stream()
                .map(Passkey::shown)
                .toList();
    }

    /** The ids of the user's passkeys that a page of this host may ask for. */
    public List<String> usableAt(PasskeyRelyingParty party, CurrentUser user) {
        return store.findByUserIdAndHostOrderById(user.id(), party.host()).stream()
                .map(Passkey::credentialId)
                .map(Passkeys::text)
                .toList();
    }

    /** The user handle (WebAuthn) under which a browser stores a passkey; it has no meaning outside of this program. */
    public static String userHandle(CurrentUser user) {
        return text(handle(user));
    }

    private static byte[] handle(CurrentUser user) {
        return ByteBuffer.allocate(Long.BYTES).putLong(user.id()).array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Something new to sign. */
    public PasskeyChallenge challenge() {
        byte[] bytes = new byte[PasskeyChallenge.BYTES];
        random.nextBytes(bytes);
        return new PasskeyChallenge(text(bytes), clock.instant().plus(PasskeyChallenge.LASTS));
    }

    /**
     * Adds a passkey; the present password is required.
     *
     * @param typedName a plain name of at most {@link #LONGEST_NAME} characters
     * @return what is wrong, empty if it was added
     */
    public List<AccountProblem> add(CurrentUser user, String typedName, String present, PasskeyResponse proof) {
        String name = UserText.kept(typedName);
        if (!factors.enrolled(user)) {
            return List.of(new AccountProblem("passkey", "accounts.problem.passkeyTooEarly"));
        }
        if (store.findByUserIdOrderById(user.id()).size() >= MOST) {
            return List.of(new AccountProblem("passkey", "accounts.problem.passkeyMost"));
        }
        if (proof.isMissing()) {
            return PasskeyVerificationResult.WRONG_PASSKEY.problems();
        }
        return checks.check(user, () -> {
                    if (!checks.isPassword(user, present)) {
                        return PasskeyVerificationResult.WRONG_PASSWORD;
                    }
                    return proof.expected(clock.instant())
                            .flatMap(expected -> webAuthn.made(proof.answer(), expected)
                                    .filter(made -> kept(user, name, made, expected)))
                            .map(made -> PasskeyVerificationResult.VALID)
                            .orElse(PasskeyVerificationResult.WRONG_PASSKEY);
                })
                .problems();
    }

    private boolean kept(CurrentUser user, String name, Passkey.Made made, ServerProperty expected) {
        if (store.existsByCredentialId(made.credentialId())) {
            return false;
        }
        try {
            transaction.executeWithoutResult(status -> {
                store.saveAndFlush(new Passkey(
                        user.id(), made, Objects.requireNonNull(expected.getRpId()), name, clock.instant()));
                audit.record(user, "account.passkey.added", user.username(), name);
            });
            return true;
        } catch (DataIntegrityViolationException another) {
            return false;
        }
    }

    /** Checks a passkey at the second step and counts its use. */
    public PasskeyVerificationResult check(CurrentUser user, PasskeyResponse proof) {
        if (proof.isMissing()) {
            return PasskeyVerificationResult.WRONG_PASSKEY;
        }
        return checks.check(user, () -> proof.expected(clock.instant())
                .map(expected -> signed(user, proof, expected))
                .orElse(PasskeyVerificationResult.WRONG_PASSKEY));
    }

    private PasskeyVerificationResult signed(CurrentUser user, PasskeyResponse proof, ServerProperty expected) {
        var data = webAuthn.read(proof.answer())
                .filter(each -> each.getUserHandle() == null || Arrays.equals(each.getUserHandle(), handle(user)));
        var passkey = data.flatMap(each -> store.findByUserIdAndHostAndCredentialId(
                user.id(), Objects.requireNonNull(expected.getRpId()), credentialId(each)));
        if (passkey.isEmpty()) {
            return PasskeyVerificationResult.WRONG_PASSKEY;
        }
        PasskeyVerificationResult check = webAuthn.signed(data.get(), passkey.get(), expected);
        long counter = Objects.requireNonNull(data.get().getAuthenticatorData()).getSignCount();
        return check == PasskeyVerificationResult.VALID && !used(user, passkey.get(), counter)
                ? PasskeyVerificationResult.WRONG_PASSKEY
                : check;
    }

    @SuppressWarnings(
            "NullAway") // checked by PasskeyVerifier.read; webauthn4j's annotation is taken for one of the array's
    // bytes
    private static byte[] credentialId(AuthenticationData data) {
        return data.getCredentialId();
    }

    private boolean used(CurrentUser user, Passkey passkey, long counter) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean first = store.lockForUpdate(user.id(), passkey.id())
                    .filter(now -> now.use(passkey.counter(), counter, clock.instant()))
                    .isPresent();
            if (first) {
                audit.record(user, "account.passkey.used", user.username(), passkey.name());
            }
            return first;
        }));
    }

    /** Removes one of the user's own passkeys; the present password is required. Empty if there is none of this id. */
    public Optional<PasskeyVerificationResult> remove(CurrentUser user, long id, String present) {
        return store.findByUserIdAndId(user.id(), id).map(Passkey::name).map(name -> {
            PasskeyVerificationResult check = checks.check(
                    user,
                    () -> checks.isPassword(user, present)
                            ? PasskeyVerificationResult.VALID
                            : PasskeyVerificationResult.WRONG_PASSWORD);
            if (check == PasskeyVerificationResult.VALID) {
                transaction.executeWithoutResult(
                        status -> store.lockForUpdate(user.id(), id).ifPresent(passkey -> {
                            store.delete(passkey);
                            audit.record(user, "account.passkey.removed", user.username(), name);
                        }));
            }
            return check;
        });
    }
}
