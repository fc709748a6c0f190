package vn.hoso.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.hoso.shared.Sha256;

/**
 * The key that encrypts the secrets of authenticators: a setting or a file in the data folder, never in the database, so that a copy
 * of the database alone is not enough to make codes.
 */
@Component
public class SecondFactorKey {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorKey.class);
    private static final int BYTES = 32;
    private static final int FINGERPRINT = 16;

    private final String configured;
    private final Path file;

    SecondFactorKey(
            @Value("${hoso.security.second-factor-key:}") String configured,
            @Value("${hoso.data-dir}") String dataFolder) {
        this.configured = configured.strip();
        this.file = Path.of(dataFolder).resolve("second-factor.key");
        if (!this.configured.isEmpty()) {
            decoded(this.configured);
        }
    }

    /** The key of these settings, where the program itself does not run. */
    public static SecondFactorKey of(String configured, String dataFolder) {
        return new SecondFactorKey(configured, dataFolder);
    }

    /** Where it is kept while no setting names it. */
    public Path file() {
        return file;
    }

    /** The key, made now if there is none yet. */
    public byte[] bytes() {
        try {
            if (configured.isEmpty() && !Files.exists(file)) {
                create();
            }
            return decoded(configured.isEmpty() ? Files.readString(file) : configured);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tells it from other keys without giving it away: the first 16 digits of its SHA-256; empty while there is none. */
    public Optional<String> fingerprint() {
        return configured.isEmpty() && !Files.exists(file)
                ? Optional.empty()
                : Optional.of(Sha256.of(bytes()).substring(0, FINGERPRINT));
    }

    private static byte[] decoded(String base64) {
        byte[] key = Base64.getDecoder().decode(base64.strip());
        if (key.length != BYTES) {
            throw new IllegalArgumentException("hoso.security.second-factor-key must be 32 bytes in base64");
        }
        return key;
    }

    /** Made once, for its owner only; another thread or copy that was quicker has made it for both. */
    private void create() throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        FileAttribute<?>[] ownerOnly = Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
        } catch (FileAlreadyExistsException e) {
            LOG.debug("The key file was made meanwhile", e);
        }
    }
}
