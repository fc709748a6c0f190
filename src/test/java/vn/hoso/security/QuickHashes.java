package vn.hoso.security;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Password hashes as the program makes them, with as little work in each as there can be: tests sign in hundreds of times.
 * {@link PasswordHashesTest} holds the program to its own strength.
 */
@TestConfiguration(proxyBeanMethods = false)
public class QuickHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 8;
    private static final int PASSES = 1;

    @Bean
    @Primary
    static PasswordEncoder quickPasswordEncoder() {
        return SecurityConfiguration.storedAs(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES));
    }
}
