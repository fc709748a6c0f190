package vn.hoso.accounts;

import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import vn.hoso.database.StartupFailure;
import vn.hoso.security.SecondFactorKey;

/** Encrypts the secrets of authenticators with AES-256-GCM. */
@Component
class SecondFactorCipher implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorCipher.class);
    private static final int NONCE_BYTES = 16;

    private final SecondFactorKey key;
    private final JdbcClient jdbc;
    private final boolean startAnyway;
    private @Nullable AesBytesEncryptor cipher;

    SecondFactorCipher(
            SecondFactorKey key,
            JdbcClient jdbc,
            @Value("${hoso.security.start-without-second-factors:false}") boolean startAnyway) {
        this.key = key;
        this.jdbc = jdbc;
        this.startAnyway = startAnyway;
    }

    /** With another key nobody's authenticator would open the door, and a key made anew would hide that the old one is missing. */
    @Override
    public void afterSingletonsInstantiated() {
        Optional<byte[]> secret = jdbc.sql("select secret from second_factor order by user_id limit 1")
                .query(byte[].class)
                .optional();
        if (startAnyway || secret.isEmpty()) {
            return;
        }
        if (key.fingerprint().isEmpty()) {
            throw refusal("Thiếu khóa của mã xác thực: không có tệp " + key.file()
                    + " trong khi cơ sở dữ liệu có tài khoản dùng ứng dụng xác thực.");
        }
        if (decrypt(secret.get()).isEmpty()) {
            throw refusal("Khóa của mã xác thực (hoso.security.second-factor-key hoặc tệp " + key.file()
                    + ") không phải là khóa đã dùng với cơ sở dữ liệu này.");
        }
    }

    private static StartupFailure refusal(String what) {
        return new StartupFailure(
                what,
                "Hãy chép lại tệp khóa cũ từ bản sao lưu hay từ máy cũ, rồi chạy lại. Nếu khóa đã mất hẳn, hãy chạy với"
                        + " --hoso.security.start-without-second-factors=true: mỗi người đăng nhập một lần bằng mã dự phòng"
                        + " rồi ghép lại ứng dụng xác thực. Không có dữ liệu nào bị thay đổi.");
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
