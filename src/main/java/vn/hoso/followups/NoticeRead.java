package vn.hoso.followups;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A notice that a person has put away. */
@Entity
@Table(name = "verdict_notice_read")
@IdClass(NoticeRead.Key.class)
class NoticeRead {

    record Key(long noticeId, long userId) implements Serializable {}

    @Id
    private long noticeId;

    @Id
    private long userId;

    private Instant readAt;

    protected NoticeRead() {}

    NoticeRead(Key key, Instant at) {
        this.noticeId = key.noticeId();
        this.userId = key.userId();
        this.readAt = at;
    }
}
