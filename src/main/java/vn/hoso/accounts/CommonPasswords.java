package vn.hoso.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords most often found in leaked lists, in lower case (decision record 8). */
final class CommonPasswords {

    private static final String FILE = "/accounts/common-passwords.txt";

    private CommonPasswords() {}

    /** Read once, by the first password that is chosen. */
    static Set<String> all() {
        return Once.LIST;
    }

    private static final class Once {

        private static final Set<String> LIST = read();

        private static Set<String> read() {
            try (InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE))) {
                return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
