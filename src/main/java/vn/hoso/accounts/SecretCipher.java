package vn.hoso.accounts;

import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import vn.hoso.security.SecondFactorKey;

/** Encrypts the secrets of authenticators with AES-256-GCM. */
@Component
class SecretCipher {

    private static final Logger LOG = LoggerFactory.getLogger(SecretCipher.class);
    private static final int NONCE_BYTES = 16;

    private final SecondFactorKey key;
    private @Nullable AesBytesEncryptor cipher;

    SecretCipher(SecondFactorKey key) {
        this.key = key;
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
                    key.file());
            return Optional.empty();
        }
    }

    private synchronized AesBytesEncryptor cipher() {
        if (cipher == null) {
            cipher = new AesBytesEncryptor(
                    new SecretKeySpec(key.bytes(), "AES"),
                    KeyGenerators.secureRandom(NONCE_BYTES),
                    CipherAlgorithm.GCM);
        }
        return cipher;
    }
}
