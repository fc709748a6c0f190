package vn.hoso.accounts;

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
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encrypts the secrets of authenticators with AES-256-GCM. The key is a setting or a file in the data folder, not in the
 * database: a copy of the database alone is not enough to make codes.
 */
@Component
class SecretCipher {

    private static final Logger LOG = LoggerFactory.getLogger(SecretCipher.class);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;

    private final String configured;
    private final Path file;
    private @Nullable AesBytesEncryptor cipher;

    SecretCipher(
            @Value("${hoso.security.second-factor-key}") String configured,
            @Value("${hoso.data-dir}") String dataFolder) {
        this.configured = configured.strip();
        this.file = Path.of(dataFolder).resolve("second-factor.key");
        if (!this.configured.isEmpty()) {
            key(this.configured);
        }
    }

    byte[] encrypt(byte[] secret) {
        return cipher().encrypt(secret);
    }

    /** The secret, or nothing if it was locked with another key. */
    Optional<byte[]> decrypt(byte[] locked) {
        try {
            return Optional.of(cipher().decrypt(locked));
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.error(
                    "Khóa của mã xác thực (hoso.security.second-factor-key hoặc {}) không khớp với cơ sở dữ liệu.",
                    file);
            return Optional.empty();
        }
    }

    private synchronized AesBytesEncryptor cipher() {
        if (cipher == null) {
            byte[] key = key(configured.isEmpty() ? fromFile() : configured);
            cipher = new AesBytesEncryptor(
                    new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(NONCE_BYTES), CipherAlgorithm.GCM);
        }
        return cipher;
    }

    private static byte[] key(String base64) {
        byte[] key = Base64.getDecoder().decode(base64.strip());
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("hoso.security.second-factor-key must be 32 bytes in base64");
        }
        return key;
    }

    private String fromFile() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made once, for its owner only; another thread or copy that was quicker has made it for both. */
    private void create() throws IOException {
        byte[] key = new byte[KEY_BYTES];
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
