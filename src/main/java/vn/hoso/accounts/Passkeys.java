package vn.hoso.accounts;

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
 * Passkeys: the second step of a sign-in that no other site can ask for. Somebody with an authenticator may add them; its
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

    /** The person's passkeys, the oldest first. */
    public List<OwnPasskey> of(CurrentUser person) {
        return store.findByUserIdOrderById(person.id()).stream()
                .map(Passkey::shown)
                .toList();
    }

    /** The ids of the person's passkeys that a page standing here may ask for. */
    public List<String> usableAt(RelyingParty place, CurrentUser person) {
        return store.findByUserIdAndHostOrderById(person.id(), place.host()).stream()
                .map(Passkey::credentialId)
                .map(Passkeys::text)
                .toList();
    }

    /** What the browser keeps beside a passkey to tell people apart; means nothing outside of this program. */
    public static String userHandle(CurrentUser person) {
        return text(handle(person));
    }

    private static byte[] handle(CurrentUser person) {
        return ByteBuffer.allocate(Long.BYTES).putLong(person.id()).array();
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
     * Adds a passkey, which takes the present password.
     *
     * @param typedName a plain name of at most {@link #LONGEST_NAME} characters
     * @return what is wrong, empty if it was added
     */
    public List<AccountProblem> add(CurrentUser person, String typedName, String present, PasskeyResponse proof) {
        String name = UserText.kept(typedName);
        if (!factors.enrolled(person)) {
            return List.of(new AccountProblem("passkey", "accounts.problem.passkeyTooEarly"));
        }
        if (store.findByUserIdOrderById(person.id()).size() >= MOST) {
            return List.of(new AccountProblem("passkey", "accounts.problem.passkeyMost"));
        }
        if (proof.isMissing()) {
            return VerificationResult.WRONG_PASSKEY.problems();
        }
        return checks.check(person, () -> {
                    if (!checks.isPassword(person, present)) {
                        return VerificationResult.WRONG_PASSWORD;
                    }
                    return proof.expected(clock.instant())
                            .flatMap(expected -> webAuthn.made(proof.answer(), expected)
                                    .filter(made -> kept(person, name, made, expected)))
                            .map(made -> VerificationResult.VALID)
                            .orElse(VerificationResult.WRONG_PASSKEY);
                })
                .problems();
    }

    private boolean kept(CurrentUser person, String name, Passkey.Made made, ServerProperty expected) {
        if (store.existsByCredentialId(made.credentialId())) {
            return false;
        }
        try {
            transaction.executeWithoutResult(status -> {
                store.saveAndFlush(new Passkey(
                        person.id(), made, Objects.requireNonNull(expected.getRpId()), name, clock.instant()));
                audit.record(person, "account.passkey.added", person.username(), name);
            });
            return true;
        } catch (DataIntegrityViolationException another) {
            return false;
        }
    }

    /** Checks a passkey at the second step and counts its use. */
    public VerificationResult check(CurrentUser person, PasskeyResponse proof) {
        if (proof.isMissing()) {
            return VerificationResult.WRONG_PASSKEY;
        }
        return checks.check(person, () -> proof.expected(clock.instant())
                .map(expected -> signed(person, proof, expected))
                .orElse(VerificationResult.WRONG_PASSKEY));
    }

    private VerificationResult signed(CurrentUser person, PasskeyResponse proof, ServerProperty expected) {
        var data = webAuthn.read(proof.answer())
                .filter(each -> each.getUserHandle() == null || Arrays.equals(each.getUserHandle(), handle(person)));
        var passkey = data.flatMap(each -> store.findByUserIdAndHostAndCredentialId(
                person.id(), Objects.requireNonNull(expected.getRpId()), each.getCredentialId()));
        if (passkey.isEmpty()) {
            return VerificationResult.WRONG_PASSKEY;
        }
        VerificationResult check = webAuthn.signed(data.get(), passkey.get(), expected);
        long counter = Objects.requireNonNull(data.get().getAuthenticatorData()).getSignCount();
        return check == VerificationResult.VALID && !used(person, passkey.get(), counter)
                ? VerificationResult.WRONG_PASSKEY
                : check;
    }

    private boolean used(CurrentUser person, Passkey passkey, long counter) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean first = store.lockForUpdate(person.id(), passkey.id())
                    .filter(now -> now.use(passkey.counter(), counter, clock.instant()))
                    .isPresent();
            if (first) {
                audit.record(person, "account.passkey.used", person.username(), passkey.name());
            }
            return first;
        }));
    }

    /** Removes one of the person's own, which takes the present password; empty if there is none of this number. */
    public Optional<VerificationResult> remove(CurrentUser person, long id, String present) {
        return store.findByUserIdAndId(person.id(), id).map(Passkey::name).map(name -> {
            VerificationResult check = checks.check(
                    person,
                    () -> checks.isPassword(person, present)
                            ? VerificationResult.VALID
                            : VerificationResult.WRONG_PASSWORD);
            if (check == VerificationResult.VALID) {
                transaction.executeWithoutResult(
                        status -> store.lockForUpdate(person.id(), id).ifPresent(passkey -> {
                            store.delete(passkey);
                            audit.record(person, "account.passkey.removed", person.username(), name);
                        }));
            }
            return check;
        });
    }
}
