package vn.hoso.followups;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import vn.hoso.targets.VerdictStatus;

/** A verdict on a target that was last seen in a year, and how many changes of it were noticed so far. */
@Entity
@Table(name = "verdict_seen")
@IdClass(SeenVerdict.Key.class)
class SeenVerdict {

    /** @param unitId the unit that it is about, {@link #ALL} of all together */
    record Key(long targetId, int year, long unitId) implements Serializable {

        static final long ALL = 0;
    }

    @Id
    private long targetId;

    @Id
    private int year;

    @Id
    private long unitId;

    @Enumerated(EnumType.STRING)
    private VerdictStatus status;

    private int changes;

    protected SeenVerdict() {}

    SeenVerdict(Key key, VerdictStatus status) {
        this.targetId = key.targetId();
        this.year = key.year();
        this.unitId = key.unitId();
        this.status = status;
    }

    /** Takes over another verdict; returns the number of this change. */
    int become(VerdictStatus now) {
        status = now;
        return ++changes;
    }

    Key key() {
        return new Key(targetId, year, unitId);
    }

    VerdictStatus status() {
        return status;
    }
}
