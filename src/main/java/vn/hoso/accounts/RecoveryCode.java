package vn.hoso.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recovery code of a user, known by its hash. */
@Entity
@IdClass(RecoveryCode.Key.class)
class RecoveryCode {

    record Key(long userId, String codeHash) implements Serializable {}

    @Id
    private long userId;

    @Id
    private String codeHash;

    private @Nullable Instant usedAt;

    protected RecoveryCode() {}

    RecoveryCode(long userId, String codeHash) {
        this.userId = userId;
        this.codeHash = codeHash;
    }

    /** Uses it up; false if it was. */
    boolean use(Instant at) {
        if (usedAt != null) {
            return false;
        }
        usedAt = at;
        return true;
    }
}
