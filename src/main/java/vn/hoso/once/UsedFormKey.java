package vn.hoso.once;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A form's key that a press has used, and where it led. */
@Entity
@IdClass(UsedFormKey.Key.class)
class UsedFormKey {

    record Key(String keyHash, String contentHash) implements Serializable {}

    @Id
    private String keyHash;

    @Id
    private String contentHash;

    private long userId;
    private Instant usedAt;
    private @Nullable String answer;
    private boolean partly;

    protected UsedFormKey() {}
}
