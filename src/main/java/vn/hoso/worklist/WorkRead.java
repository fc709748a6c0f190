package vn.hoso.worklist;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;

/** A line of news that a user has put away. */
@Entity
@IdClass(WorkRead.Key.class)
class WorkRead {

    record Key(long userId, WorkKind kind, String reference) implements Serializable {}

    @Id
    private long userId;

    @Id
    @Enumerated(EnumType.STRING)
    private WorkKind kind;

    @Id
    private String reference;

    private Instant readAt;

    protected WorkRead() {}

    WorkRead(Key key, Instant at) {
        this.userId = key.userId();
        this.kind = key.kind();
        this.reference = key.reference();
        this.readAt = at;
    }
}
