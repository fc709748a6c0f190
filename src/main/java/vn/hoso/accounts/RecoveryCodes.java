package vn.hoso.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Component;
import vn.hoso.shared.Sha256;

/** Ten codes for the day the authenticator is lost, each good for one sign-in; of 120 random bits, so a plain hash is enough. */
@Component
class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int BYTES = 15;

    private final StoredRecoveryCodes stored;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(StoredRecoveryCodes stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** New codes in place of earlier ones, shown this once: six groups of four letters and digits. */
    List<String> renew(long userId) {
        remove(userId);
        List<String> codes = Stream.generate(this::code).limit(HOW_MANY).toList();
        for (String code : codes) {
            stored.save(new RecoveryCode(userId, hash(code)));
        }
        return codes;
    }

    private String code() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return String.join("-", new Base32().encodeToString(bytes).split("(?<=\\G.{4})"));
    }

    /** Uses the code up; false if it is none of this user's unused ones. In the caller's transaction. */
    boolean use(long userId, String typed) {
        return stored.lockForUpdate(userId, hash(typed))
                .filter(code -> code.use(clock.instant()))
                .isPresent();
    }

    int left(long userId) {
        return stored.countByUserIdAndUsedAtIsNull(userId);
    }

    void remove(long userId) {
        stored.deleteByUserId(userId);
    }

    private static String hash(String code) {
        return Sha256.of(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", ""));
    }
}
