package vn.hoso.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.shared.Sha256;

/** Ten codes for the day the authenticator is lost, each good for one sign-in; of 120 random bits, so a plain hash is enough. */
@Component
class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int BYTES = 15;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New codes in place of earlier ones, shown this once: six groups of four letters and digits. */
    List<String> renew(long userId) {
        remove(userId);
        List<String> codes = Stream.generate(this::code).limit(HOW_MANY).toList();
        for (String code : codes) {
            jdbc.sql("insert into recovery_code (user_id, code_hash) values (?, ?)")
                    .params(userId, hash(code))
                    .update();
        }
        return codes;
    }

    private String code() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return String.join("-", new Base32().encodeToString(bytes).split("(?<=\\G.{4})"));
    }

    /** Uses the code up; false if it is none of this person's unused ones. */
    boolean use(long userId, String typed) {
        return jdbc.sql("""
                                update recovery_code set used_at = ?
                                where user_id = ? and code_hash = ? and used_at is null
                                """)
                        .params(OffsetDateTime.now(clock), userId, hash(typed))
                        .update()
                == 1;
    }

    int left(long userId) {
        return jdbc.sql("select count(*) from recovery_code where user_id = ? and used_at is null")
                .param(userId)
                .query(Integer.class)
                .single();
    }

    void remove(long userId) {
        jdbc.sql("delete from recovery_code where user_id = ?").param(userId).update();
    }

    private static String hash(String code) {
        return Sha256.of(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", ""));
    }
}
